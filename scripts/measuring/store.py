"""The samples of all targets in one SQLite file: recent ones as rows, past days as grids.

Every change is one transaction: a process that is killed or a disk that is full leaves the store as it was before.
A sample is never counted twice: the target and the instant are its key. A day is held either as samples or as grids;
a late sample turns its day back into samples until it is packed again.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from heapq import merge
from pathlib import Path

from calculators.values.intervals import Interval
from scripts.measuring.grids import Grid, answers_in, grids_of, runs_in, samples_of
from scripts.measuring.intervals import Observed, Run, observed, runs_of
from scripts.measuring.samples import STEPS_HELD, Sample, State, is_graver

DAY = 86_400
LONGEST_STEP = DAY // (2 * STEPS_HELD)  # a sample of the day before last holds for no second of a day
FORMAT = 1
TABLES = """
CREATE TABLE samples (
    target TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, step INTEGER NOT NULL,
    latency INTEGER, reason TEXT NOT NULL, PRIMARY KEY (target, at)
) WITHOUT ROWID, STRICT;
CREATE TABLE grids (
    target TEXT NOT NULL, start INTEGER NOT NULL, spacing INTEGER NOT NULL, step INTEGER NOT NULL,
    states BLOB NOT NULL, PRIMARY KEY (target, start)
) WITHOUT ROWID, STRICT;
CREATE TABLE details (
    target TEXT NOT NULL, start INTEGER NOT NULL, details BLOB NOT NULL, PRIMARY KEY (target, start)
) WITHOUT ROWID, STRICT;
"""


class StoreError(Exception):
    """The store cannot be opened, read or written; the message says where and why."""


class Store:
    """An open store; `with open_store(path) as store`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self.connection = path, connection

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *failure: object) -> None:
        self.connection.close()

    def write(self, samples: Mapping[str, Iterable[Sample]]) -> int:
        """Keep the samples of each target, all or none; return how many say something that was not known."""
        with self._change():
            return sum(self._keep(target, sample) for target, each in samples.items() for sample in each)

    def pack(self, before: int) -> int:
        """Turn the samples of every day that is over at `before` into grids; return how many days that were."""
        end = before - before % DAY
        days = self._rows("SELECT DISTINCT target, at - at % :day FROM samples WHERE at < :end", day=DAY, end=end)
        for target, day in days:
            with self._change():
                self._pack_day(target, day)
        return len(days)

    def keep_grids(self, target: str, grids: Iterable[Grid]) -> None:
        """Keep days of a target that are grids already."""
        with self._change():
            for grid in grids:
                self._insert(target, grid)

    def targets(self) -> list[str]:
        return [name for (name,) in self._rows("SELECT target FROM samples UNION SELECT target FROM grids ORDER BY 1")]

    def last(self, target: str) -> int | None:
        """The instant of the last sample of a target; None where there is none."""
        ((raw,),) = self._rows("SELECT max(at) FROM samples WHERE target = :target", target=target)
        ((start,),) = self._rows("SELECT max(start) FROM grids WHERE target = :target", target=target)
        packed = [] if start is None else [grid.last for grid in self.grids(target, Interval(start, start + 1))]
        return max([*packed, *([] if raw is None else [raw])], default=None)

    def samples(self, target: str, span: Interval) -> list[Sample]:
        """The samples taken within a span of time, in order, from wherever they are kept."""
        unpacked = (sample for grid in self.grids(target, span, True) for sample in samples_of(grid))
        found = merge(unpacked, self._raw(target, span), key=lambda sample: sample.at)
        return [sample for sample in found if span.start <= sample.at < span.end]

    def grids(self, target: str, span: Interval, with_details: bool = False) -> Iterator[Grid]:
        """The grids of the days that a span touches; without details they hold states only."""
        details = "(SELECT details FROM details AS d WHERE d.target = g.target AND d.start = g.start)"
        query = f"""SELECT start, spacing, step, states, {details if with_details else "x''"} FROM grids AS g
                    WHERE target = :target AND start >= :first AND start < :end ORDER BY start"""
        rows = self._rows(query, target=target, first=span.start - span.start % DAY, end=span.end)
        return (Grid(*place, zlib.decompress(states), details) for *place, states, details in rows)

    def answers(self, target: str, span: Interval) -> Iterator[tuple[list[int], list[int]]]:
        """When a target answered and how many milliseconds that took, day by day, of the days that a span touches."""
        yield from (answers_in(grid) for grid in self.grids(target, span, True))
        timed = [sample for sample in self._raw(target, span) if sample.latency is not None]
        yield [sample.at for sample in timed], [sample.latency for sample in timed]

    def runs(self, target: str, span: Interval) -> Iterator[Run]:
        """The runs of samples that may hold for any second of a span, in order of time."""
        wider = Interval(span.start - DAY, span.end)
        packed = (run for grid in self.grids(target, wider) for run in runs_in(grid))
        return merge(packed, runs_of(self._raw(target, wider)), key=lambda run: run.first)

    def observed(self, target: str, span: Interval) -> list[Observed]:
        """Every second of a span as it was observed."""
        return observed(self.runs(target, span), span)

    def _keep(self, target: str, sample: Sample) -> bool:
        if not 0 < sample.step <= LONGEST_STEP:
            raise ValueError(f"{target}: a step of {sample.step} s; expected 1 to {LONGEST_STEP} s")
        self._unpack_day(target, sample.at - sample.at % DAY)
        known = next(self._raw(target, Interval(sample.at, sample.at + 1)), None)
        if known and not is_graver(sample, known):
            return False
        row = (target, sample.at, sample.state, sample.step, sample.latency, sample.reason)
        self.connection.execute("INSERT OR REPLACE INTO samples VALUES (?, ?, ?, ?, ?, ?)", row)
        return True

    def _pack_day(self, target: str, day: int) -> None:
        for grid in grids_of(self._raw(target, Interval(day, day + DAY))):
            self._insert(target, grid)
        self.connection.execute("DELETE FROM samples WHERE target = ? AND at >= ? AND at < ?", (target, day, day + DAY))

    def _unpack_day(self, target: str, day: int) -> None:
        within = Interval(day, day + DAY)
        grids = [grid for grid in self.grids(target, within, True) if grid.start >= day]
        for grid in grids:
            for table in ("grids", "details"):
                self.connection.execute(f"DELETE FROM {table} WHERE target = ? AND start = ?", (target, grid.start))
        rows = ((target, s.at, s.state, s.step, s.latency, s.reason) for grid in grids for s in samples_of(grid))
        self.connection.executemany("INSERT INTO samples VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _insert(self, target: str, grid: Grid) -> None:
        row = (target, grid.start, grid.spacing, grid.step, zlib.compress(grid.states))
        self.connection.execute("INSERT INTO grids VALUES (?, ?, ?, ?, ?)", row)
        self.connection.execute("INSERT INTO details VALUES (?, ?, ?)", (target, grid.start, grid.details))

    def _raw(self, target: str, span: Interval) -> Iterator[Sample]:
        query = """SELECT at, state, step, latency, reason FROM samples
                   WHERE target = :target AND at >= :start AND at < :end ORDER BY at"""
        rows = self._rows(query, target=target, start=span.start, end=span.end)
        return (Sample(at, State(state), *rest) for at, state, *rest in rows)

    def _rows(self, query: str, **values: object) -> list[tuple]:
        with self._explained("read"):
            return self.connection.execute(query, values).fetchall()

    @contextmanager
    def _change(self) -> Iterator[None]:
        with self._explained("write to"):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self, attempt: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: could not {attempt} the store: {error}. Nothing was changed.") from error


def open_store(path: Path) -> Store:
    """The store at a path, to write to; made where there is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=10)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        _prepare(path, connection)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{path}: could not open the store: {error}. Expected a place for an SQLite file.") from error
    return Store(path, connection)


def open_to_read(path: Path) -> Store:
    """The store as it is now, to read only; StoreError where there is none.

    All that is read belongs to one instant: a probe that packs a day meanwhile cannot make it vanish between two looks.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=10)
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM sqlite_schema").fetchall()  # the first look fixes the instant
        found = _format(connection)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: could not open the store: {error}. Has scripts/probe run yet?") from error
    if found != FORMAT:
        raise _of_another_format(path, found)
    return Store(path, connection)


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    if _format(connection) == 0:
        connection.executescript(f"BEGIN IMMEDIATE; {TABLES} PRAGMA user_version = {FORMAT}; COMMIT;")
    if _format(connection) != FORMAT:
        raise _of_another_format(path, _format(connection))


def _format(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def _of_another_format(path: Path, found: int) -> StoreError:
    return StoreError(f"{path}: the store has format {found}; expected {FORMAT}. Was it written by a newer version?")
