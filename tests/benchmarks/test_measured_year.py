"""The invented measurements that reading is measured with: samples as a probe's, and the same every time."""

import json
import random
import subprocess
import sys

from calculators.values.intervals import Interval
from scripts.benchmarks.measured_year import STEP, YEAR, invented_day, samples_in, write_year
from scripts.measuring.samples import State
from scripts.measuring.store import DAY, open_to_read
from scripts.setup.start import ROOT

NEW_YEAR = (YEAR - YEAR.replace(year=1970)).days * DAY


def test_it_has_nearly_all_samples_of_every_day_and_each_state(tmp_path):
    taken = write_year(tmp_path / "store.sqlite", 2, NEW_YEAR, 20)
    assert 0.97 < taken / (2 * 20 * DAY / STEP) < 1
    with open_to_read(tmp_path / "store.sqlite") as store:
        assert store.targets() == ["service-000", "service-001"]
        span = Interval(NEW_YEAR, NEW_YEAR + 20 * DAY)
        assert len(store.samples("service-000", span)) + len(store.samples("service-001", span)) == taken
        assert {state for _, state in store.observed("service-001", span)} == set(State)


def test_it_is_the_same_every_time():
    assert invented_day(random.Random(3)) == invented_day(random.Random(3)) != invented_day(random.Random(4))


def test_its_reader_says_how_much_it_read(tmp_path):
    """One month of two services, as two days of samples and the rest unknown."""
    store = tmp_path / "store.sqlite"
    write_year(store, 2, NEW_YEAR + DAY, 2)
    command = [sys.executable, "-m", "scripts.benchmarks.year_reader", str(store), "1", "1"]
    answered = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    with open_to_read(store) as opened:
        grids = opened.grids("service-000", Interval(NEW_YEAR, NEW_YEAR + 31 * DAY))
        assert answered["samples"] == sum(samples_in(grid) for grid in grids)
    assert answered["stretches"] > 4
    assert answered["seconds"] > 0
