"""How long a target took to answer: the figures are answers that were given, and each counts in its own span."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.intervals import Interval
from scripts.measuring.grids import answers_in, grids_of
from scripts.measuring.latencies import Latencies, latencies
from scripts.measuring.samples import Sample, State
from scripts.measuring.store import DAY, open_store

MIDNIGHT = 20_000 * DAY
SPANS = [Interval(MIDNIGHT + day * DAY - 7200, MIDNIGHT + (day + 1) * DAY - 7200) for day in range(3)]

CASES = {
    "one answer": ([40], Latencies(40, 40, 1)),
    "of two the lesser is the median": ([50, 30], Latencies(30, 50, 2)),
    "of twenty, nineteen are 95 of 100": ([*range(1, 20), 900], Latencies(10, 19, 20)),
    "of nineteen it takes them all": ([*range(1, 19), 900], Latencies(10, 900, 19)),
    "of a hundred, five may be as slow as they like": ([10] * 95 + [900] * 5, Latencies(10, 10, 100)),
    "an answer in no time is one": ([0, 0, 0], Latencies(0, 0, 3)),
    "no answer": ([], None),
}


@pytest.mark.parametrize("name", CASES)
def test_sums_up_the_answers_of_a_span(name: str, tmp_path: Path):
    answers, expected = CASES[name]
    with open_store(tmp_path / "store.sqlite") as store:
        store.write({"shop": [Sample(MIDNIGHT + 30 * at, State.UP, 30, each) for at, each in enumerate(answers)]})
        assert latencies(store, "shop", SPANS) == [expected, None, None]


def test_counts_each_answer_in_its_own_span_packed_or_not(tmp_path: Path):
    """Local midnight is not that of the grids; time without an answer has none, and another target has its own."""
    hourly = [Sample(at, State.UP, 600, 20) for at in range(SPANS[0].start, SPANS[2].end, 3600)]
    down = [Sample(SPANS[1].start + 60, State.DOWN, 600), Sample(SPANS[1].start + 120, State.UNKNOWN, 600)]
    last = [Sample(SPANS[2].end - 1, State.UP, 600, 700), Sample(SPANS[2].end, State.UP, 600, 800)]
    with open_store(tmp_path / "store.sqlite") as store:
        store.write({"shop": [*hourly, *down, *last], "mail": [Sample(SPANS[0].start, State.UP, 600, 5)]})
        expected = [Latencies(20, 20, 24), Latencies(20, 20, 24), Latencies(20, 20, 25)]
        assert latencies(store, "shop", SPANS) == expected
        store.pack(before=MIDNIGHT + 2 * DAY)
        assert latencies(store, "shop", SPANS) == expected
        assert latencies(store, "mail", SPANS) == [Latencies(5, 5, 1), None, None]


@given(
    st.dictionaries(
        st.integers(0, 80), st.tuples(st.sampled_from(State), st.one_of(st.none(), st.integers(0, 900))), min_size=1
    )
)
def test_finds_in_a_grid_just_the_answers_that_were_timed(taken: dict[int, tuple[State, int | None]]):
    samples = [Sample(MIDNIGHT + 30 * at, state, 30, latency) for at, (state, latency) in sorted(taken.items())]
    [grid] = grids_of(samples)
    instants, answers = answers_in(grid)
    timed = [(sample.at, sample.latency) for sample in samples if sample.latency is not None]
    assert list(zip(instants, answers, strict=True)) == timed
