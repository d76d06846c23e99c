"""From samples to time: every second of a span is up, down or unknown."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from calculators.values.intervals import Interval, common
from scripts.measuring.samples import STEPS_HELD, Sample, State


class Run(NamedTuple):
    """Samples of one state, none further from the one before than it holds: from the first one's instant to the last's.

    `step` is that of the last one.
    """

    state: State
    first: int
    last: int
    step: int


class Observed(NamedTuple):
    """A stretch of time in one state."""

    interval: Interval
    state: State


def runs_of(samples: Iterable[Sample]) -> Iterator[Run]:
    """Each sample as a run of its own."""
    return (Run(sample.state, sample.at, sample.at, sample.step) for sample in samples)


def observed(runs: Iterable[Run], span: Interval) -> list[Observed]:
    """The whole span in stretches that neither overlap nor leave a gap; the runs are in order of time.

    A sample holds until the next one or until twice its step is over; what no sample holds for is unknown.
    """
    found: list[Observed] = []
    edge = span.start
    for held in _held(runs):
        start, end = max(held.interval.start, edge), min(held.interval.end, span.end)
        if start < end:
            _add(found, Observed(Interval(edge, start), State.UNKNOWN))
            _add(found, Observed(Interval(start, end), held.state))
            edge = end
    _add(found, Observed(Interval(edge, span.end), State.UNKNOWN))
    return found


class Seen(NamedTuple):
    """What probes saw of a span of time: every second of it in one state.

    `edges` is the time between two samples of which one found the target up and the next down, or the other way round:
    somewhere within it the state changed.
    """

    stretches: tuple[Observed, ...]
    edges: tuple[Interval, ...] = ()


def seen(runs: Iterable[Run], span: Interval) -> Seen:
    """The span as the runs, in order of time, saw it."""
    runs = list(runs)
    return Seen(tuple(observed(runs, span)), tuple(common(_edges(runs), [span])))


def time_in(state: State, stretches: Iterable[Observed]) -> list[Interval]:
    """The time in one state."""
    return [stretch.interval for stretch in stretches if stretch.state is state]


def _edges(runs: Iterable[Run]) -> Iterator[Interval]:
    """From the last sample of one state to the first of the other, whatever lies between them."""
    known = [run for run in runs if run.state is not State.UNKNOWN]
    for before, after in pairwise(known):
        if before.state is not after.state:
            yield Interval(before.last, after.first)


def _held(runs: Iterable[Run]) -> Iterator[Observed]:
    """The time each run holds for: to the next one, or to the end of what its last sample is good for."""
    run = None
    for following in runs:
        if run:
            yield Observed(Interval(run.first, min(_good_until(run), following.first)), run.state)
        run = following
    if run:
        yield Observed(Interval(run.first, _good_until(run)), run.state)


def _good_until(run: Run) -> int:
    return run.last + STEPS_HELD * run.step


def _add(found: list[Observed], stretch: Observed) -> None:
    interval, state = stretch
    if interval.start >= interval.end:
        return
    if found and found[-1].state is state:
        found[-1] = Observed(Interval(found[-1].interval.start, interval.end), state)
    else:
        found.append(stretch)
