"""How long a target took to answer, span by span: the median, and what 95 of 100 answers kept within."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from calculators.values.intervals import Interval
from scripts.measuring.store import Store


class Latencies(NamedTuple):
    """The answers of a span of time, in milliseconds; each figure is that of one of them."""

    median: int
    p95: int
    count: int


def latencies(store: Store, target: str, spans: Sequence[Interval]) -> list[Latencies | None]:
    """Of each of the spans, in order of time without a gap; None where no answer was timed."""
    taken: list[list[int]] = [[] for _ in spans]
    for instants, answers in store.answers(target, Interval(spans[0].start, spans[-1].end)):
        for span, found in zip(spans, taken, strict=True):
            found += answers[bisect_left(instants, span.start) : bisect_left(instants, span.end)]
    return [_of(found) if found else None for found in taken]


def _of(answers: list[int]) -> Latencies:
    ordered = sorted(answers)
    return Latencies(_at_most(50, ordered), _at_most(95, ordered), len(ordered))


def _at_most(percent: int, ordered: list[int]) -> int:
    """The least of the answers that so many percent of them do not exceed."""
    return ordered[(percent * len(ordered) + 99) // 100 - 1]
