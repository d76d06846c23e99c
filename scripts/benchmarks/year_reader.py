"""Reads stored samples into the books of so many months, in a process of its own: what it took, as JSON.

    python -m scripts.benchmarks.year_reader STORE SERVICES MONTHS
"""

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from calculators.asking import Library, question
from calculators.availability import Outage, book, month_of
from calculators.contract.rule import BoundRule
from calculators.values.intervals import Interval
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.benchmarks.measured_year import YEAR, samples_in
from scripts.measuring.intervals import time_in
from scripts.measuring.samples import State
from scripts.measuring.store import Store, open_to_read
from scripts.setup.start import ROOT

RULE = "nettsoft/vps-access:uptime-credit"
MEGABYTE_OF_MAXRSS = 1e6 if sys.platform == "darwin" else 1e3


def main(path: str, services: str, months: str) -> None:
    """Print the time from the opened store to the last book, the peak memory, and how much was read."""
    library = {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}
    rules = [_rule(number, library) for number in range(1, int(months) + 1)]
    with open_to_read(Path(path)) as store:
        targets = store.targets()[: int(services)]
        begun = time.perf_counter()
        stretches = sum(_books(store, target, rules) for target in targets)
        seconds = time.perf_counter() - begun
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE_OF_MAXRSS
        samples = sum(_samples(store, target, rules) for target in targets)
    print(json.dumps({"samples": samples, "stretches": stretches, "seconds": seconds, "megabytes": megabytes}))


def _rule(number: int, library: Library) -> BoundRule:
    month = date(YEAR.year, number, 1)
    return question({"rule": RULE, "inputs": {"month": f"{month:%Y-%m}"}}, library, month).rule


def _books(store: Store, target: str, rules: list[BoundRule]) -> int:
    """The number of observed stretches that the books of a service were made of."""
    return sum(_book(store, target, rule, number) for number, rule in enumerate(rules, start=1))


def _book(store: Store, target: str, rule: BoundRule, number: int) -> int:
    month = month_of(rule.zone, date(YEAR.year, number, 1))
    found = store.observed(target, month)
    down = [Outage(interval) for interval in time_in(State.DOWN, found)]
    made = book(rule, month, down, (), time_in(State.UNKNOWN, found))
    if sum(stretch.interval.seconds for stretch in made.stretches) != month.seconds:
        raise AssertionError(f"{target}: the book of month {number} does not sum to the month")
    return len(found)


def _samples(store: Store, target: str, rules: list[BoundRule]) -> int:
    last = month_of(rules[-1].zone, date(YEAR.year, len(rules), 1)).end
    span = Interval(month_of(rules[0].zone, YEAR).start, last)
    return sum(samples_in(grid) for grid in store.grids(target, span))


if __name__ == "__main__":
    main(*sys.argv[1:])
