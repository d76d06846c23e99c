"""Samples as evidence: nothing of them is lost, and their lines give the time that the store gives."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.intervals import Interval
from calculators.values.zones import Zone
from scripts.measuring.intervals import observed, runs_of
from scripts.measuring.samples import Sample, State
from scripts.status.months.samples import NoSamples, around, kept, runs_in, samples_in
from tests.status.sample import second

OSLO = Zone("Europe/Oslo")
CASES = yaml.load((Path(__file__).parent / "sample_lines.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
NIGHT = second("2026-10-24T22:00+02:00")  # before the night in which an hour comes twice


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_writes_samples_as_lines(case: dict[str, Any]):
    samples = [Sample(second(at), State(state), int(step)) for at, state, step in case["samples"]]
    expected = {day: [line | {"step": int(line["step"])} for line in lines] for day, lines in case["lines"].items()}
    assert kept(samples, OSLO) == expected
    assert samples_in(expected) == samples


MOMENTS = st.dictionaries(
    st.integers(0, 20_000), st.tuples(st.sampled_from(State), st.sampled_from([30, 60, 600])), max_size=40
)


@given(MOMENTS)
def test_loses_no_sample_and_no_second(moments: dict[int, tuple[State, int]]):
    """Whatever was sampled whenever, across midnight and the change of the clock."""
    samples = [Sample(NIGHT + at, state, step) for at, (state, step) in sorted(moments.items())]
    lines, span = kept(samples, OSLO), Interval(NIGHT, NIGHT + 25_000)
    assert samples_in(lines) == samples
    assert observed(runs_in(lines), span) == observed(runs_of(samples), span)


def test_keeps_a_regular_month_short():
    """Half a minute's samples of a month: a line a day."""
    start = second("2026-10-01T00:00+02:00")
    lines = kept((Sample(at, State.UP, 30) for at in range(start, start + 31 * 86_400, 30)), OSLO)
    assert {len(each) for each in lines.values()} == {1}


def test_has_one_neighbour_on_either_side_of_a_month():
    samples = [Sample(at, State.UP, 10) for at in range(0, 100, 10)]
    assert [sample.at for sample in around(samples, Interval(30, 50))] == [20, 30, 40, 50]


LINE = {"from": "2026-10-06T09:00:00+02:00", "state": "up", "step": 30, "then": "30*2"}
NO_LINES = [
    ({"then": "30*-2"}, "which are no seconds"),
    ({"then": "30*900000"}, "is longer than its day"),
    ({"then": "0"}, "which are no seconds"),
    ({"step": 0}, "is longer than its day"),
    ({"from": "2026-10-06T09:00:00"}, "says no distance from UTC"),
]


@pytest.mark.parametrize(("change", "told"), NO_LINES)
def test_refuses_a_line_that_tells_of_no_samples(change: dict[str, Any], told: str):
    """A forged one may not keep whoever verifies it busy for ever, either."""
    with pytest.raises(NoSamples, match=told):
        list(runs_in({"2026-10-06": [LINE | change]}))
