"""A day of samples as a regular grid: one byte for each step, so that a year is read as fast as a few runs.

Nothing is lost: the grid is as fine as the samples lie, and each sample's latency and reason stay beside it.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress, groupby
from math import gcd

from scripts.measuring.intervals import Run
from scripts.measuring.samples import STEPS_HELD, Sample, State

CODES = {State.UP: ord("u"), State.DOWN: ord("d"), State.UNKNOWN: ord("?")}
STATES = {code: state for state, code in CODES.items()}
NO_SAMPLE = ord(".")
TAKEN = bytes(code in STATES for code in range(256))  # translates the states of a grid to where it has a sample


@dataclass(frozen=True)
class Grid:
    """Samples of one step, `spacing` seconds or a multiple of it apart; `details` are their latencies and reasons."""

    start: int
    spacing: int
    step: int
    states: bytes
    details: bytes

    @property
    def last(self) -> int:
        """The instant of the last sample."""
        return self.start + (len(self.states) - 1) * self.spacing


def grids_of(samples: Iterable[Sample]) -> list[Grid]:
    """The samples, in order of time and one to an instant, as grids: a new one wherever the step changes."""
    return [_grid(step, list(alike)) for step, alike in groupby(samples, key=lambda sample: sample.step)]


def samples_of(grid: Grid) -> list[Sample]:
    """The samples that a grid was made of."""
    latencies, reasons = json.loads(zlib.decompress(grid.details))
    places = [place for place, code in enumerate(grid.states) if code != NO_SAMPLE]
    return [
        Sample(
            at=grid.start + place * grid.spacing,
            state=STATES[grid.states[place]],
            step=grid.step,
            latency=latency,
            reason=reasons.get(str(number), ""),
        )
        for number, (place, latency) in enumerate(zip(places, latencies, strict=True))
    ]


def answers_in(grid: Grid) -> tuple[list[int], list[int]]:
    """When the target answered, in order of time, and how many milliseconds each answer took."""
    latencies, _ = json.loads(zlib.decompress(grid.details))
    instants = compress(range(grid.start, grid.last + 1, grid.spacing), grid.states.translate(TAKEN))
    is_timed = [latency is not None for latency in latencies]
    return list(compress(instants, is_timed)), list(compress(latencies, is_timed))


def runs_in(grid: Grid) -> Iterator[Run]:
    """The runs of a grid, in order of time; single samples are never looked at."""
    for match in _pattern(STEPS_HELD * grid.step // grid.spacing - 1).finditer(grid.states):
        first, last = (grid.start + place * grid.spacing for place in (match.start(), match.end() - 1))
        yield Run(STATES[grid.states[match.start()]], first, last, grid.step)


def _grid(step: int, samples: list[Sample]) -> Grid:
    """The spacing divides the step, so that a gap that a sample outlasts is a whole number of places."""
    start = samples[0].at
    spacing = gcd(step, *(sample.at - start for sample in samples))
    states = bytearray([NO_SAMPLE]) * ((samples[-1].at - start) // spacing + 1)
    for sample in samples:
        states[(sample.at - start) // spacing] = CODES[sample.state]
    reasons = {number: sample.reason for number, sample in enumerate(samples) if sample.reason}
    details = json.dumps([[sample.latency for sample in samples], reasons], separators=(",", ":"))
    return Grid(start, spacing, step, bytes(states), zlib.compress(details.encode()))


@cache
def _pattern(empty_places: int) -> re.Pattern[bytes]:
    """Matches places of one state with at most so many empty ones between two."""
    runs = (rb"[%c]+(?:\.{1,%d}[%c]+)*" % (code, empty_places, code) for code in CODES.values())
    return re.compile(b"|".join(runs))
