"""Rounds: a failure counts when it is confirmed, one target never hides another, and the cadence survives its world."""

import asyncio

import httpx
import pytest

from calculators.values.intervals import Interval
from scripts.measuring.samples import State
from scripts.measuring.store import open_store
from scripts.probing.cadence import Prober
from scripts.probing.configuration import Configuration
from scripts.probing.rounds import probed

NOW = 1_800_000_000


def configuration(*names: str, **more) -> Configuration:
    """Targets that are asked for at https://<name>.example."""
    targets = {name: {"kind": "http", "url": f"https://{name}.example"} for name in names}
    return Configuration.model_validate({"step": 30, "targets": targets, **more})


class Web:
    """Answers with the next status of a host, the last one for ever; 0 is a fault of ours."""

    def __init__(self, **statuses: list[int]) -> None:
        self.statuses = statuses

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        left = self.statuses[request.url.host.partition(".")[0]]
        status = left.pop(0) if len(left) > 1 else left[0]
        if status == 0:
            raise RuntimeError("a fault of the probe")
        return httpx.Response(status)


@pytest.mark.parametrize(
    ("statuses", "state", "reason"),
    [
        ([200], State.UP, ""),
        ([503, 200], State.UP, "only at try 2: status 503, expected 200"),
        ([503, 502, 200], State.UP, "only at try 3: status 502, expected 200"),
        ([503, 503, 500, 200], State.DOWN, "status 500, expected 200"),
        ([0], State.UNKNOWN, "the probe failed: RuntimeError"),
    ],
)
def test_a_target_is_down_when_every_try_fails(tools, statuses, state, reason):
    found = asyncio.run(probed(configuration("shop"), tools(answer=Web(shop=statuses)), NOW))
    assert (found["shop"].state, found["shop"].reason, found["shop"].at) == (state, reason, NOW)
    assert (found["shop"].latency is None) == (state is not State.UP)


def test_targets_are_checked_at_once_and_one_that_hangs_holds_up_no_other(tools):
    """Each answers only when all have been asked."""
    asked = []

    async def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        if request.url.host == "hangs.example":
            raise TimeoutError  # as asyncio.timeout would
        while len(asked) < 3:
            await asyncio.sleep(0)
        return httpx.Response(200)

    found = asyncio.run(probed(configuration("a", "hangs", "b", tries=1), tools(answer=answer), NOW))
    assert [sample.state for sample in found.values()] == [State.UP, State.DOWN, State.UP]
    assert found["hangs"].reason == "no answer within 5 s"


def test_nothing_is_down_while_the_probe_itself_is_cut_off(tools):
    """What it must reach is a port that nobody has."""
    online = {"kind": "tcp", "host": "127.0.0.1", "port": 1}
    web = Web(shop=[503], mail=[200])
    found = asyncio.run(probed(configuration("shop", "mail", online=online), tools(answer=web), NOW))
    assert (found["shop"].state, found["mail"].state) == (State.UNKNOWN, State.UP)
    assert found["shop"].reason.startswith("the probe itself is cut off: ")


def kept(path, tools, clock, web: Web) -> tuple[list[tuple[int, State]], list[str]]:
    """What the store holds of `shop` after rounds until the clock ends, and what was said."""
    said: list[str] = []
    with open_store(path) as store:
        prober = Prober(configuration("shop", tries=1), store, tools(clock, web), said.append)
        with pytest.raises(asyncio.CancelledError):
            asyncio.run(prober.for_ever())
        span = Interval(NOW - 100_000, NOW + 100_000)
        return [(sample.at - NOW, sample.state) for sample in store.samples("shop", span)], said


def test_it_probes_at_whole_steps_and_says_what_changed(tools, clock, tmp_path):
    web = Web(shop=[200, 200, 503, 503, 200])
    samples, said = kept(tmp_path / "store", tools, clock(NOW + 7, waits=5), web)
    up, down = State.UP, State.DOWN
    assert samples == [(30, up), (60, up), (90, down), (120, down), (150, up)]
    assert said == ["shop: down: status 503, expected 200", "shop: up"]


def test_a_clock_set_back_is_told_and_counts_no_instant_twice(tools, clock, tmp_path):
    """It is 90 s earlier after the third wait: two instants are measured again, and what was down stays down."""
    web = Web(shop=[200, 503, 200])
    samples, said = kept(tmp_path / "store", tools, clock(NOW, waits=6, jumps={2: -90}), web)
    assert samples == [(0, State.UP), (30, State.UP), (60, State.DOWN), (90, State.UP)]
    assert "The clock was set back by 90 s; samples already kept stay as they are." in said


def test_time_that_nobody_probed_stays_empty(tools, clock, tmp_path):
    """The machine slept for ten minutes; nothing is made up for it."""
    samples, _ = kept(tmp_path / "store", tools, clock(NOW, waits=3, jumps={1: 600}), Web(shop=[200]))
    assert [at for at, _ in samples] == [30, 660, 690]


def test_what_a_full_disk_refused_is_kept_as_soon_as_there_is_room(tools, clock, tmp_path):
    said, names, time = [], [f"shop-{number}" for number in range(100)], clock(NOW)
    web = Web(**{name: [503] for name in names})
    with open_store(tmp_path / "store") as store:
        prober = Prober(configuration(*names, tries=1), store, tools(time, web), said.append)
        store.connection.execute("PRAGMA max_page_count = 1")  # which means: as many as there are
        assert asyncio.run(prober.once()) is False
        assert "full" in said[-1]
        assert store.targets() == []
        store.connection.execute("PRAGMA max_page_count = 1000000")
        time.now += 30
        assert asyncio.run(prober.once()) is True
        assert prober.unsaved == {}
        for name in names:
            assert [sample.at for sample in store.samples(name, Interval(NOW, NOW + 60))] == [NOW, NOW + 30]


def test_what_could_not_be_kept_at_the_end_is_told(tools, clock, tmp_path):
    """A store that is gone for good: the rounds go on, and the loss is no secret."""
    said: list[str] = []
    store = open_store(tmp_path / "store")
    store.connection.close()
    prober = Prober(configuration("shop"), store, tools(clock(NOW, waits=3), Web(shop=[200])), said.append)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(prober.for_ever())
    assert said[-1] == "3 samples could not be kept; that time is unknown."
