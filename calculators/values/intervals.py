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
    left, right = merged(first), merged(second)
    shared, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        start, end = max(left[i].start, right[j].start), min(left[i].end, right[j].end)
        if start < end:
            shared.append(Interval(start, end))
        if left[i].end <= right[j].end:
            i += 1
        else:
            j += 1
    return shared


def without(first: Iterable[Interval], second: Iterable[Interval]) -> list[Interval]:
    """Return the time of the first that does not lie in the second."""
    holes, rest, j = merged(second), [], 0
    for start, end in merged(first):
        while j < len(holes) and holes[j].end <= start:
            j += 1
        k = j
        while k < len(holes) and holes[k].start < end:
            if start < holes[k].start:
                rest.append(Interval(start, holes[k].start))
            start = holes[k].end
            k += 1
        if start < end:
            rest.append(Interval(start, end))
    return rest


def total(intervals: Iterable[Interval]) -> int:
    """Return the elapsed seconds, overlaps counted once."""
    return sum(interval.seconds for interval in merged(intervals))
