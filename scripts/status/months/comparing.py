"""What a record says and a new computation does not, in words for the operator: files first, figures last."""

from collections.abc import Iterator, Mapping
from typing import Any

ABSENT = "nothing"


def differences(frozen: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Each difference by its place; nothing where both say the same to the letter."""
    then, anew = frozen["evidence"], now["evidence"]
    return [
        *_files(then["files"], anew["files"]),
        *_leaves(then["services"], anew["services"], "services.yml"),
        *_terms(then["terms"], anew["terms"]),
        *_samples(then.get("samples", {}), anew.get("samples", {})),
        *_leaves(frozen["figures"], now["figures"], "figures"),
        *_leaves(_by_file(frozen["responses"]), _by_file(now["responses"]), "responses"),
        *_derivation(frozen["derivation"], now["derivation"]),
    ]


def _files(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for path in sorted({**then, **now}):
        if path not in now:
            yield f"{path} is gone, or its event lies outside the month now"
        elif path not in then:
            yield f"{path} has come to the month"
        elif then[path] != now[path]:
            yield f"{path} has been edited"


def _terms(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted({**then, **now}):
        if name not in then or name not in now:
            yield f"the terms of {name} are {'used no more' if name in then else 'used too'}"
        elif then[name] != now[name]:
            yield f"the terms of {name} read otherwise"


def _samples(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for day in sorted({**then, **now}):
        if day not in now:
            yield f"the samples of {day} are gone"
        elif day not in then:
            yield f"the samples of {day} have come to the month"
        elif then[day] != now[day]:
            yield f"the samples of {day} are not those that were frozen"


def _by_file(responses: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {each["file"]: each for each in responses}


def _derivation(then: list[Any], now: list[Any]) -> Iterator[str]:
    changed = [line for line in then if line not in now]
    come = [line for line in now if line not in then]
    if changed or come or then != now:
        first = (changed or come or then)[0]
        yield f"the derivation differs in {max(len(changed), len(come), 1)} places, first from {first['from']}"


def _leaves(then: Any, now: Any, place: str) -> Iterator[str]:
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for name in {**then, **now}:
            yield from _leaves(then.get(name, ABSENT), now.get(name, ABSENT), f"{place}.{name}")
    elif then != now:
        yield f"{place} was frozen as {then} and comes out as {now}"
