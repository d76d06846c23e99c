"""A year of samples of many services, invented and stored as a probe's would be, and read in processes of their own."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from calculators.values.intervals import Interval
from scripts.measuring.grids import NO_SAMPLE, Grid, grids_of
from scripts.measuring.samples import Sample, State
from scripts.measuring.store import DAY, open_store
from scripts.setup.start import ROOT

YEAR = date(2027, 1, 1)
STEP = 30
SERVICES = (10, 50, 100)
MONTHS = (1, 6, 12)
DIFFERENT_DAYS = 60
EXPECTED_SECONDS, EXPECTED_MEGABYTES = 60, 1000


@dataclass(frozen=True)
class Reading:
    """What reading some services for some months took."""

    services: int
    months: int
    samples: int
    stretches: int
    seconds: float
    megabytes: float


def readings(folder: Path, say: Callable[[str], None]) -> list[Reading]:
    """A year of the most services is written once; each size is read from it by a new process."""
    store = folder / "measurements.sqlite"
    days = (date(YEAR.year + 1, 1, 2) - YEAR).days + 2  # a day before and after: a month has its own midnight
    first = (YEAR - date(1970, 1, 1)) // timedelta(seconds=1) - DAY
    say(f"Writing {max(SERVICES)} services of {days} days ...")
    taken = write_year(store, max(SERVICES), first, days)
    say(f"{taken:,} samples, {store.stat().st_size / 1e6:.0f} MB on disk. Reading ...")
    return [_read(store, services, months) for services in SERVICES for months in MONTHS]


def write_year(path: Path, services: int, first: int, days: int, seed: int = 1) -> int:
    """Keep so many days of so many services; return the number of samples."""
    chance = random.Random(seed)
    kinds = [invented_day(chance) for _ in range(DIFFERENT_DAYS)]
    taken = 0
    with open_store(path) as store:
        for number in range(services):
            grids = [
                replace(grid, start=grid.start + first + DAY * day)
                for day in range(days)
                for grid in chance.choice(kinds)
            ]
            store.keep_grids(f"service-{number:03}", grids)
            taken += sum(samples_in(grid) for grid in grids)
    return taken


def samples_in(grid: Grid) -> int:
    return len(grid.states) - grid.states.count(NO_SAMPLE)


def invented_day(chance: random.Random) -> list[Grid]:
    """A day with up to three outages, samples lost here and there, and at times a probe that was away."""
    down = [_stretch(chance, DAY // 20) for _ in range(chance.randrange(4))]
    away = [_stretch(chance, DAY // 40) for _ in range(chance.randrange(2))]
    instants = [at for at in range(0, DAY, STEP) if chance.random() > 0.001 and not _within(at, away)]
    return grids_of(
        Sample(at, State.DOWN if _within(at, down) else State.UP, STEP, latency=chance.randrange(5, 400))
        for at in instants
    )


def table(found: list[Reading]) -> str:
    """What each size took, one line each, and what the largest is expected to take."""
    lines = ["services  months      samples  stretches  seconds   peak MB"]
    lines += [
        f"{r.services:8}  {r.months:6}  {r.samples:11,}  {r.stretches:9,}  {r.seconds:7.2f}  {r.megabytes:8.0f}"
        for r in found
    ]
    return "\n".join([*lines, f"Expected of the last: at most {EXPECTED_SECONDS} s and {EXPECTED_MEGABYTES} MB."])


def _stretch(chance: random.Random, longest: int) -> Interval:
    start = chance.randrange(DAY)
    return Interval(start, start + chance.randrange(STEP, longest))


def _within(at: int, intervals: list[Interval]) -> bool:
    return any(interval.start <= at < interval.end for interval in intervals)


def _read(store: Path, services: int, months: int) -> Reading:
    command = [sys.executable, "-m", "scripts.benchmarks.year_reader", str(store), str(services), str(months)]
    answered = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return Reading(services, months, **json.loads(answered.stdout))
