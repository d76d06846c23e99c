"""A receipt of an answer: the request, the response with the hashes of its clauses, the day; and what it differs in.

The hash tells a receipt that was damaged from one that was not. It is no signature: whoever changes a receipt can make
its hash anew, and is found out by computing it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from calculators.answer import answer
from calculators.asking import Library

FORMAT = 1
MEMBERS = ("paragraf_receipt", "request", "today", "response", "sha256")
ABSENT = "(absent)"


def receipt(request: Mapping[str, Any], response: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return the receipt of a request answered on a day."""
    body = {"paragraf_receipt": FORMAT, "request": request, "today": today.isoformat(), "response": response}
    return body | {"sha256": _sum(body)}


def faults(kept: Any) -> list[str]:
    """Return what makes a thing no receipt: members that are missing, another format, a hash that is another's."""
    if not isinstance(kept, Mapping):
        return ["this is no receipt: expected an object with the members " + ", ".join(MEMBERS)]
    if missing := [name for name in MEMBERS if name not in kept]:
        return [f"this is no whole receipt: {', '.join(missing)} is missing"]
    if kept["paragraf_receipt"] != FORMAT:
        return [f"the receipt has format {kept['paragraf_receipt']!r}; this program reads format {FORMAT}"]
    body = {name: kept[name] for name in MEMBERS if name != "sha256"}
    return [] if kept["sha256"] == _sum(body) else ["the receipt has been changed since it was made: its hash differs"]


def differences(kept: Mapping[str, Any], library: Library) -> list[str]:
    """Return what the receipt says and a new computation does not, each by its place: nothing where they agree.

    A reworded clause is told by its hash, before the figures that follow from it.
    """
    now = answer(kept["request"], library, date.fromisoformat(kept["today"]))
    found = list(_between(kept["response"], json.loads(json.dumps(now)), "response"))
    return sorted(found, key=lambda line: ".sha256" not in line)


def _between(then: Any, now: Any, place: str) -> Iterator[str]:
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for name in {**then, **now}:
            yield from _between(then.get(name, ABSENT), now.get(name, ABSENT), f"{place}.{name}")
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for at, (one, other) in enumerate(zip(then, now, strict=True)):
            yield from _between(one, other, f"{place}[{at}]")
    elif then != now:
        yield f"{place}: the receipt says {_shown(then)}, computed now it is {_shown(now)}"


def _shown(value: Any) -> str:
    return value if value == ABSENT else json.dumps(value, ensure_ascii=False)


def _sum(body: Mapping[str, Any]) -> str:
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
