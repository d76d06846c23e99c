"""The store keeps each sample once, whole or not at all, whatever happens to the clock, the disk or the process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.intervals import Interval
from scripts.measuring.owning import StoreInUse, only_writer
from scripts.measuring.places import Misplaced, store_path
from scripts.measuring.samples import Sample, State, one_per_instant
from scripts.measuring.store import DAY, LONGEST_STEP, StoreError, open_store, open_to_read
from scripts.setup.start import ROOT

NOON = 20_000 * DAY + DAY // 2
ALL = Interval(NOON - 2 * DAY, NOON + 2 * DAY)


def up(at: int, step: int = 30, **more) -> Sample:
    return Sample(at, State.UP, step, **more)


def down(at: int, step: int = 30, **more) -> Sample:
    return Sample(at, State.DOWN, step, **more)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "measurements" / "store.sqlite"


def test_it_gives_back_what_was_written(path):
    samples = [up(NOON, latency=12), down(NOON + 30, reason="status 503"), up(NOON + 60, latency=0)]
    with open_store(path) as store:
        assert store.write({"shop": samples, "mail": [up(NOON)]}) == 4
    with open_to_read(path) as store:
        assert store.targets() == ["mail", "shop"]
        assert store.samples("shop", ALL) == samples
        assert store.samples("shop", Interval(NOON, NOON + 30)) == samples[:1]


def test_a_second_sample_of_an_instant_counts_once_and_the_graver_stays(path):
    """As after the clock was set back, or where two probes ran for a while."""
    with open_store(path) as store:
        assert store.write({"shop": [up(NOON), down(NOON + 30)]}) == 2
        assert store.write({"shop": [up(NOON), up(NOON + 30)]}) == 0
        assert store.write({"shop": [down(NOON, reason="refused")]}) == 1
        assert store.samples("shop", ALL) == [down(NOON, reason="refused"), down(NOON + 30)]


days = st.lists(
    st.builds(
        Sample,
        at=st.integers(0, (ALL.end - ALL.start) // 1000 - 1).map(lambda place: ALL.start + 1000 * place),
        state=st.sampled_from([State.UP, State.DOWN]),
        step=st.sampled_from([30, 600]),
        latency=st.none() | st.integers(0, 999),
        reason=st.sampled_from(["", "timed out"]),
    ),
    max_size=12,
)


@given(st.lists(st.tuples(days, st.booleans()), max_size=5))
def test_it_is_the_same_whenever_days_are_packed_and_however_late_samples_come(tmp_path_factory, writes):
    """Against a list of all samples, one to an instant."""
    everything = one_per_instant(sample for batch, _ in writes for sample in batch)
    with open_store(tmp_path_factory.mktemp("store") / "store.sqlite") as store:
        for batch, pack in writes:
            store.write({"shop": batch})
            if pack:
                store.pack(ALL.end)
        assert store.samples("shop", ALL) == everything
        before = store.observed("shop", ALL)
        store.pack(ALL.end + DAY)
        assert store.samples("shop", ALL) == everything
        assert store.observed("shop", ALL) == before


def test_days_that_are_over_become_grids_and_the_day_at_hand_does_not(path):
    with open_store(path) as store:
        store.write({"shop": [up(NOON - DAY), up(NOON - DAY + 30), up(NOON)]})
        assert store.pack(NOON) == 1
        assert (rows(store, "samples"), rows(store, "grids")) == (1, 1)
        assert store.pack(NOON) == 0


def rows(store, table: str) -> int:
    return store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_a_sample_holds_across_midnight_and_across_a_change_of_step(path):
    midnight = NOON + DAY // 2
    with open_store(path) as store:
        store.write({"shop": [up(midnight - 60, 60), up(midnight + 30, 30), up(midnight + 60, 30)]})
        store.pack(midnight + 2 * DAY)
        found = store.observed("shop", Interval(midnight, midnight + 300))
    assert [(i.start - midnight, i.end - midnight, state) for i, state in found] == [
        (0, 120, State.UP),
        (120, 300, State.UNKNOWN),
    ]


def test_a_full_disk_changes_nothing_and_says_so(path):
    with open_store(path) as store:
        store.write({"shop": [up(NOON)]})
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        many = [up(NOON + 30 * number, reason="x" * 500) for number in range(1, 200)]
        with pytest.raises(StoreError, match=r"store\.sqlite: could not write to the store: .*full"):
            store.write({"shop": many})
        assert store.samples("shop", ALL) == [up(NOON)]
        store.connection.execute("PRAGMA max_page_count = 1000000")
        assert store.write({"shop": many}) == 199


def test_what_is_opened_to_be_read_stays_as_it_was(path):
    """A day that is packed, or measured further, between two looks of a reader neither vanishes nor changes."""
    with open_store(path) as store:
        store.write({"shop": [up(NOON), down(NOON + 30)]})
        with open_to_read(path) as reader:
            store.pack(NOON + DAY)
            store.write({"shop": [up(NOON + 60)]})
            assert reader.samples("shop", ALL) == [up(NOON), down(NOON + 30)]
        with open_to_read(path) as reader:
            assert len(reader.samples("shop", ALL)) == 3


KILLED = """
import os, signal, sys
from pathlib import Path
from scripts.measuring.samples import Sample, State
from scripts.measuring.store import open_store
store = open_store(Path(sys.argv[1]))
store.write({"shop": [Sample(at, State.UP, 30) for at in range(0, 3000, 30)]})
def samples():
    for at in range(3000, 300000, 30):
        if at == 240000:
            os.kill(os.getpid(), signal.SIGKILL)
        yield Sample(at, State.UP, 30)
store.write({"shop": samples()})
"""


def test_a_killed_process_leaves_what_it_finished(path):
    """It dies in the middle of its second write; the first one stands, and the store can be written to."""
    ended = subprocess.run([sys.executable, "-c", KILLED, path], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert ended.returncode == -signal.SIGKILL
    with open_store(path) as store:
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert len(store.samples("shop", Interval(0, DAY))) == 100
        assert store.write({"shop": [up(3000)]}) == 1


def test_a_second_writer_is_told_who_the_first_one_is(path):
    with only_writer(path):
        said = f"process {os.getpid()} is writing to this store; expected to be the only one"
        with pytest.raises(StoreInUse, match=said), only_writer(path):
            pytest.fail("two writers at once")
    with only_writer(path):
        pass


def test_a_step_too_long_to_hold_within_a_day_is_refused(path):
    with open_store(path) as store:
        with pytest.raises(ValueError, match=f"a step of {LONGEST_STEP + 1} s"):
            store.write({"shop": [up(NOON), up(NOON + 30, LONGEST_STEP + 1)]})
        assert store.samples("shop", ALL) == []


def test_a_store_that_cannot_be_opened_is_named(path, tmp_path):
    with pytest.raises(StoreError, match="Has scripts/probe run yet"):
        open_to_read(path)
    text = tmp_path / "notes.txt"
    text.write_text("this is no database, however long it may be " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt: could not open the store"):
        open_store(text)
    with open_store(path) as store:
        store.connection.execute("PRAGMA user_version = 7")
    for opening in (open_store, open_to_read):
        with pytest.raises(StoreError, match="has format 7; expected 1"):
            opening(path)


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [
        (None, {}, "/users/me/.local/state/paragraf/measurements.sqlite"),
        (None, {"XDG_STATE_HOME": "/state"}, "/state/paragraf/measurements.sqlite"),
        (None, {"PARAGRAF_MEASUREMENTS": "/data/m.sqlite"}, "/data/m.sqlite"),
        ("/other/m.sqlite", {"PARAGRAF_MEASUREMENTS": "/data/m.sqlite"}, "/other/m.sqlite"),
    ],
)
def test_the_store_lies_outside_the_repository(given, environment, expected):
    assert store_path(given, environment, Path("/users/me"), Path("/repository")) == Path(expected)


@pytest.mark.parametrize("place", ["site/m.sqlite", "docs/status/m.sqlite", "x/../site/m.sqlite"])
def test_a_store_among_published_files_is_refused(place, tmp_path):
    with pytest.raises(Misplaced, match=r"is published; expected a place outside it"):
        store_path(str(tmp_path / place), {}, Path("/users/me"), tmp_path)


def test_it_knows_the_last_sample_of_a_target_before_and_after_packing(path):
    with open_store(path) as store:
        assert store.last("shop") is None
        store.write({"shop": [up(NOON - 30), up(NOON), up(NOON + 600, 600)], "mail": [up(NOON + 900)]})
        assert store.last("shop") == NOON + 600
        store.pack(NOON + DAY)
        assert (store.last("shop"), store.last("mail")) == (NOON + 600, NOON + 900)
        store.write({"shop": [up(NOON - DAY)]})
        assert store.last("shop") == NOON + 600
