"""A month's samples as evidence: when each was taken and what it found, in as few lines as the days allow.

A line holds samples of one state and step: the first one's time, then the seconds from each to the next, "30*2879 60"
for 2879 times thirty seconds and once sixty. Neither targets, latencies nor reasons are in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from calculators.values.intervals import Interval
from calculators.values.zones import Zone
from scripts.measuring.intervals import Run
from scripts.measuring.samples import STEPS_HELD, Sample, State
from scripts.measuring.store import DAY
from scripts.status.months.record import sum_of

GAPS = re.compile(r"([1-9]\d{0,5})(?:\*([1-9]\d{0,5}))?")
LONGEST_DAY = DAY + 3600

Days = Mapping[str, list[dict[str, Any]]]  # the lines of each local day that has samples


class NoSamples(ValueError):
    """A line that tells of no samples, and why."""


def around(samples: Iterable[Sample], month: Interval) -> list[Sample]:
    """Of samples in order of time, those of a month, the last one before it and the first one after it."""
    samples = list(samples)
    before = [sample for sample in samples if sample.at < month.start][-1:]
    after = [sample for sample in samples if sample.at >= month.end][:1]
    return [*before, *(sample for sample in samples if month.start <= sample.at < month.end), *after]


def kept(samples: Iterable[Sample], zone: Zone) -> Days:
    """The samples, in order of time and one to an instant, as lines by day."""
    days = groupby(samples, key=lambda sample: zone.day(sample.at))
    return {day.isoformat(): [_line(alike, zone) for alike in _alike(taken)] for day, taken in days}


def sealed(days: Days) -> dict[str, Any]:
    """The lines as a record holds them, each day with its hash."""
    return {day: {"sha256": sum_of(lines), "lines": lines} for day, lines in days.items()}


def days_in(contents: Mapping[str, Any]) -> Days | None:
    """The lines that a record's contents hold; None where samples are no part of them."""
    samples = contents["evidence"].get("samples")
    return None if samples is None else {day: each["lines"] for day, each in samples.items()}


def samples_in(days: Days) -> list[Sample]:
    """The samples of all lines, in order of time."""
    return [sample for lines in days.values() for line in lines for sample in _samples(line)]


def runs_in(days: Days) -> Iterator[Run]:
    """The runs of all lines, in order of time; where samples lie regularly, single ones are never looked at."""
    for lines in days.values():
        for line in lines:
            yield from _runs(line)


def _alike(samples: Iterable[Sample]) -> Iterator[list[Sample]]:
    for _, alike in groupby(samples, key=lambda sample: (sample.state, sample.step)):
        yield list(alike)


def _line(samples: list[Sample], zone: Zone) -> dict[str, Any]:
    first, gaps = samples[0], (later.at - earlier.at for earlier, later in pairwise(samples))
    counted = ((gap, len(list(alike))) for gap, alike in groupby(gaps))
    return {
        "from": zone.aware(first.at).isoformat(),
        "state": first.state.value,
        "step": first.step,
        "then": " ".join(f"{gap}*{count}" if count > 1 else f"{gap}" for gap, count in counted),
    }


def _samples(line: Mapping[str, Any]) -> Iterator[Sample]:
    at, state, step, gaps = _read(line)
    yield Sample(at, state, step)
    for gap, count in gaps:
        for _ in range(count):
            at += gap
            yield Sample(at, state, step)


def _runs(line: Mapping[str, Any]) -> Iterator[Run]:
    first, state, step, gaps = _read(line)
    last = first
    for gap, count in gaps:
        if gap <= STEPS_HELD * step:
            last += gap * count
            continue
        for _ in range(count):
            yield Run(state, first, last, step)
            first = last = last + gap
    yield Run(state, first, last, step)


def _read(line: Mapping[str, Any]) -> tuple[int, State, int, list[tuple[int, int]]]:
    """The first instant, the state, the step, and each length of time with how often it follows."""
    matches = [GAPS.fullmatch(word) for word in line["then"].split(" ") if word]
    if None in matches:
        raise NoSamples(f'a line of samples goes on "{line["then"][:40]}", which are no seconds')
    gaps = [(int(match[1]), int(match[2] or 1)) for match in matches]
    if sum(gap * count for gap, count in gaps) > LONGEST_DAY or not 0 < line["step"] <= DAY:
        raise NoSamples(f"the line of samples from {line['from']} is longer than its day")
    start = datetime.fromisoformat(line["from"])
    if start.tzinfo is None:
        raise NoSamples(f"the line of samples from {line['from']} says no distance from UTC")
    return int(start.timestamp()), State(line["state"]), line["step"], gaps
