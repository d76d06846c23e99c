"""How long each rule takes to answer its worked example in CPython."""

import json
import time
from collections.abc import Mapping
from datetime import date
from statistics import median
from typing import Any

from calculators.answer import answer
from calculators.asking import Library, computed_rules, computes
from calculators.contract.terms import versions

EXPECTED = 5.0  # milliseconds at most for one request
SLOWEST_SHOWN = 5


def requests(library: Library, today: date) -> dict[str, dict[str, Any]]:
    """The worked example of every rule that computes, on a day its newest version covers."""
    found = {}
    for name in computed_rules(library):
        agreement, _, slug = name.partition(":")
        version = [each for each in versions(library[agreement]) if computes(each, slug)][-1]
        inputs = json.loads(json.dumps(version.rules[slug]["example"], default=str))
        found[name] = {"rule": name, "on": (version.in_force_from or today).isoformat(), "inputs": inputs}
    return found


def timed(library: Library, today: date, rounds: int) -> dict[str, float]:
    """The median time in milliseconds of each rule's request, the first answer left out."""
    return {name: _milliseconds(asked, library, today, rounds) for name, asked in requests(library, today).items()}


def table(times: Mapping[str, float]) -> str:
    """The median and the slowest of all rules, beside what is expected of each."""
    slowest = sorted(times.items(), key=lambda each: -each[1])
    late = sum(spent > EXPECTED for spent in times.values())
    lines = [
        f"{len(times)} rules, one request each: median {median(times.values()):.2f} ms;"
        f" {late} take longer than the expected {EXPECTED:.0f} ms. The slowest:"
    ]
    return "\n".join(lines + [f"  {spent:6.2f} ms  {name}" for name, spent in slowest[:SLOWEST_SHOWN]])


def _milliseconds(asked: Mapping[str, Any], library: Library, today: date, rounds: int) -> float:
    answer(asked, library, today)
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        answer(asked, library, today)
        spent.append(1000 * (time.perf_counter() - begun))
    return median(spent)
