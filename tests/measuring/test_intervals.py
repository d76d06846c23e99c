"""From samples to time: cases, then what holds for any samples, single or packed as grids."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.intervals import Interval
from scripts.measuring.grids import grids_of, runs_in, samples_of
from scripts.measuring.intervals import Observed, observed, runs_of, time_in
from scripts.measuring.samples import STEPS_HELD, Sample, State, one_per_instant

LETTERS = {"u": State.UP, "d": State.DOWN, "?": State.UNKNOWN}
SPAN = Interval(100, 400)

anything = st.builds(
    Sample,
    at=st.integers(40, 420),
    state=st.sampled_from(State),
    step=st.sampled_from([5, 10, 12]),
    latency=st.none() | st.integers(0, 60_000),
    reason=st.text(max_size=3),
)
some = st.lists(anything, max_size=40).map(one_per_instant)


def taken(text: str, step: int) -> list[Sample]:
    """`u100 d110` as samples."""
    return [Sample(int(word[1:]), LETTERS[word[0]], step) for word in text.split()]


def told(stretches: list[Observed]) -> str:
    return " ".join(f"{state}:{interval.start}-{interval.end}" for interval, state in stretches)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "unknown:100-400"),
        ("u90", "up:100-110 unknown:110-400"),
        ("u80", "unknown:100-400"),
        ("u100 u110 d120 d130 u140", "up:100-120 down:120-140 up:140-160 unknown:160-400"),
        ("u100 u120", "up:100-140 unknown:140-400"),  # one sample missed: the one before still holds
        ("u100 u121", "up:100-120 unknown:120-121 up:121-141 unknown:141-400"),
        ("d100 u200", "down:100-120 unknown:120-200 up:200-220 unknown:220-400"),  # a gap is not down either
        ("u100 ?105 u110", "up:100-105 unknown:105-110 up:110-130 unknown:130-400"),
        ("u390 d399", "unknown:100-390 up:390-399 down:399-400"),
        ("u400", "unknown:100-400"),
    ],
)
def test_a_sample_holds_until_the_next_or_for_two_steps(text, expected):
    samples = taken(text, step=10)
    assert told(observed(runs_of(samples), SPAN)) == expected
    assert told(observed(packed(samples), SPAN)) == expected


def packed(samples):
    return (run for grid in grids_of(samples) for run in runs_in(grid))


@given(some)
def test_the_stretches_cover_the_span_exactly_and_no_two_neighbours_are_alike(samples):
    found = observed(runs_of(samples), SPAN)
    edges = [SPAN.start, *(interval.end for interval, _ in found)]
    assert [interval.start for interval, _ in found] == edges[:-1]
    assert edges[-1] == SPAN.end
    assert all(interval.start < interval.end for interval, _ in found)
    assert all(a.state is not b.state for a, b in pairwise(found))


@given(some)
def test_each_second_is_in_the_state_of_the_last_sample_while_that_holds(samples):
    """The plain definition, second by second."""
    found = observed(runs_of(samples), SPAN)
    for second in range(*SPAN):
        before = [sample for sample in samples if sample.at <= second]
        holds = before and second < before[-1].at + STEPS_HELD * before[-1].step
        state = next(state for interval, state in found if interval.start <= second < interval.end)
        assert state is (before[-1].state if holds else State.UNKNOWN)


@given(some, some)
def test_more_samples_never_make_an_unknown_second_up_unless_one_of_them_was_up(samples, more):
    """A second that turns up is one for which an added up sample is the last and still holds."""
    known = {sample.at for sample in samples}
    added = [sample for sample in more if sample.at not in known]
    before = time_in(State.UNKNOWN, observed(runs_of(samples), SPAN))
    after = time_in(State.UP, observed(runs_of(one_per_instant(samples + added)), SPAN))
    for second in range(*SPAN):
        if any(i.start <= second < i.end for i in before) and any(i.start <= second < i.end for i in after):
            last = max((s for s in samples + added if s.at <= second), key=lambda s: s.at)
            assert last in added
            assert last.state is State.UP
            assert second < last.good_until


@given(some)
def test_packed_samples_give_the_same_time_and_come_back_whole(samples):
    assert observed(packed(samples), SPAN) == observed(runs_of(samples), SPAN)
    assert [sample for grid in grids_of(samples) for sample in samples_of(grid)] == samples


@given(st.lists(anything, max_size=20))
def test_of_two_samples_at_one_instant_the_graver_stays_whatever_the_order(samples):
    kept, turned = one_per_instant(samples), one_per_instant(samples[::-1])
    assert [(s.at, s.state) for s in kept] == [(s.at, s.state) for s in turned]
    assert [s.at for s in kept] == sorted({s.at for s in samples})
    for sample in samples:
        if sample.state is State.DOWN:
            assert (sample.at, State.DOWN) in [(s.at, s.state) for s in kept]


def test_a_day_on_a_grid_is_one_run_where_nothing_happened():
    day = [Sample(30 * number, State.UP, 30) for number in range(2880)]
    (grid,) = grids_of(day)
    assert (grid.spacing, len(grid.states), len(list(runs_in(grid)))) == (30, 2880, 1)
