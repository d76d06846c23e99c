"""What really happened, from real servers: a target goes down and comes back, then the servers die, then the prober."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from calculators.values.intervals import Interval
from scripts.collecting.collecting import collected
from scripts.collecting.configuration import Collection
from scripts.measuring.intervals import Observed
from scripts.measuring.prometheus import Series
from scripts.measuring.samples import STEPS_HELD, State
from scripts.measuring.store import open_store
from scripts.setup.monitoring import PROMETHEUS, VICTORIA, missing
from scripts.setup.start import ROOT
from tests.measuring.monitoring import Monitoring, await_that, monitoring

SCRAPED = "1s"
STEP = 2  # seconds: twice as long as from one scrape to the next, so that a busy machine may be late with one
HELD = STEPS_HELD * STEP
SELECTOR = 'probe_success{job="blackbox"}'

pytestmark = pytest.mark.skipif(bool(missing(ROOT)), reason=missing(ROOT))


@dataclass(frozen=True)
class Turn:
    """A state that has to begin within some seconds: those in which nobody can know better."""

    state: State
    earliest: int
    latest: int


@dataclass(frozen=True)
class Told:
    """What the drill did, as each database has to tell it, and what it does tell."""

    turns: dict[str, list[Turn]]
    observed: dict[str, list[Observed]]
    collected: dict[str, list[Observed]]


class Drill:
    """Does something to a part of the monitoring, and waits until both databases have seen what came of it."""

    def __init__(self, parts: Monitoring, client: httpx.Client) -> None:
        self.parts, self.client, self.begun = parts, client, _now()
        self.turns: dict[str, list[Turn]] = {database: [] for database in parts.databases}
        self.series = {
            name: Series(client, server.url, SELECTOR, STEP) for name, server in parts.databases.items()
        }

    def see(self, state: State, after: Callable[[], None]) -> None:
        """Do it, and await a sample of that state from after it."""
        before = _now()
        after()
        for database in self.series:
            await_that(lambda name=database: self._is_seen(name, state, before), f"{database} has seen it {state}")
            self.turns[database].append(Turn(state, before, self._last(database)))

    def lose(self, what: Callable[[], None], *, is_noted: bool) -> None:
        """Do away with it until no sample holds; `is_noted` where a database that lives on may write a marker."""
        seen = {database: self._last(database) for database in self.series}
        what()
        gone = _now()
        for database, last in seen.items():
            earliest = last if is_noted else last + HELD
            self.turns[database].append(Turn(State.UNKNOWN, earliest, gone + HELD))
        await_that(lambda: _now() > gone + HELD, "nothing holds any more")

    def observed(self) -> dict[str, list[Observed]]:
        """From the first sample of each database to its last."""
        return {database: series.observed(self._span(database)) for database, series in self.series.items()}

    def collected(self, folder: Path) -> dict[str, list[Observed]]:
        """The same time by way of a collector's store."""
        found = {}
        for database, server in self.parts.databases.items():
            collection = Collection(server=server.url, step=STEP, series={"target": SELECTOR})
            with open_store(folder / f"{database}.sqlite") as store:
                assert list(collected(collection, store, self.client, _now(), days=1)) == []
                found[database] = store.observed("target", self._span(database))
        return found

    def _span(self, database: str) -> Interval:
        samples = self._samples(database)
        return Interval(samples[0].at, samples[-1].at + 1)

    def _samples(self, database: str) -> list:
        return self.series[database].samples(Interval(self.begun, _now() + 1))

    def _last(self, database: str) -> int:
        return self._samples(database)[-1].at

    def _is_seen(self, database: str, state: State, since: int) -> bool:
        """A second later than it was done: in its own second, what was before can have been seen as well."""
        return any(sample.state is state and sample.at > since for sample in self._samples(database))


@pytest.fixture(scope="module")
def real_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("monitoring")
    with httpx.Client(trust_env=False) as client, monitoring(folder, SCRAPED) as parts:
        drill = Drill(parts, client)
        drill.see(State.UP, after=lambda: None)
        drill.see(State.DOWN, after=parts.target.down)
        drill.see(State.UP, after=parts.target.up)
        drill.lose(lambda: _kill_databases(parts, client), is_noted=False)
        drill.see(State.UP, after=lambda: [server.start() for server in parts.databases.values()])
        drill.lose(parts.exporter.kill, is_noted=True)
        drill.see(State.UP, after=parts.exporter.start)
        yield Told(drill.turns, drill.observed(), drill.collected(folder))


@pytest.mark.parametrize("database", [PROMETHEUS, VICTORIA])
def test_it_tells_every_second_as_it_was(real_servers, database):
    """The outage is down; that nobody measured, whoever had died, is unknown; all else is up."""
    found, expected = real_servers.observed[database], real_servers.turns[database]
    assert [stretch.state for stretch in found] == [turn.state for turn in expected]
    wrong = [
        (turn, stretch)
        for turn, stretch in list(zip(expected, found, strict=True))[1:]
        if not turn.earliest <= stretch.interval.start <= turn.latest
    ]
    assert wrong == []


@pytest.mark.parametrize("database", [PROMETHEUS, VICTORIA])
def test_a_collector_keeps_just_that(real_servers, database):
    assert real_servers.collected[database] == real_servers.observed[database]


def _kill_databases(parts: Monitoring, client: httpx.Client) -> None:
    """With what they know on the disk: VictoriaMetrics would lose its last seconds, which it keeps in memory only."""
    assert client.get(f"{parts.databases[VICTORIA].url}/snapshot/create").json()["status"] == "ok"
    for server in parts.databases.values():
        server.kill()


def _now() -> int:
    return math.floor(time.time())
