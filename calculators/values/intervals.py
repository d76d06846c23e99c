"""Half-open intervals `[start, end)` of elapsed time, in whole seconds of UTC since 1970."""

from collections.abc import Iterable
from typing import NamedTuple


class Interval(NamedTuple):
    """From `start` up to, not including, `end`; both are seconds since 1970-01-01T00:00Z."""

    start: int
    end: int

    @property
    def seconds(self) -> int:
        return self.end - self.start


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the same time as sorted intervals that neither touch nor overlap; empty ones are dropped."""
    whole: list[Interval] = []
    for interval in sorted(intervals):
        start, end = interval
        if start >= end:
            continue
        if not whole or start > whole[-1].end:
            whole.append(interval)
        elif end > whole[-1].end:
            whole[-1] = Interval(whole[-1].start, end)
    return whole


def common(first: Iterable[Interval], second: Iterable[Interval]) -> list[Interval]:
    """Return the time that lies in both."""
    return parted(first, second)[0]


def without(first: Iterable[Interval], second: Iterable[Interval]) -> list[Interval]:
    """Return the time of the first that does not lie in the second."""
    return parted(first, second)[1]


def parted(first: Iterable[Interval], second: Iterable[Interval]) -> tuple[list[Interval], list[Interval]]:
    """Return the time of the first that lies in the second, and the rest of it."""
    inside, outside, others, j = [], [], merged(second), 0
    for start, end in merged(first):
        while j < len(others) and others[j].end <= start:
            j += 1
        k = j
        while k < len(others) and others[k].start < end:
            opening, closing = others[k]
            if start < opening:
                outside.append(Interval(start, opening))
                start = opening
            inside.append(Interval(start, min(end, closing)))
            start = closing
            k += 1
        if start < end:
            outside.append(Interval(start, end))
    return inside, outside


def total(intervals: Iterable[Interval]) -> int:
    """Return the elapsed seconds, overlaps counted once."""
    return sum(interval.seconds for interval in merged(intervals))
