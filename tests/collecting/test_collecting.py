"""Collecting brings the store up to what the server holds, also what it held while nobody collected."""

import httpx
import pytest

from calculators.values.intervals import Interval
from scripts.agreements.problems import ProblemLog
from scripts.collecting import command
from scripts.collecting.collecting import ASKED_AGAIN, collected
from scripts.collecting.configuration import Collection, read_collection
from scripts.measuring.samples import Sample, State
from scripts.measuring.store import DAY, open_store

NOW = 1_800_000_000
SHOP, MAIL = 'probe_success{instance="shop"}', 'probe_success{instance="mail"}'


class Server:
    """Holds series by selector as (instant, value) and answers a client without a network."""

    def __init__(self) -> None:
        self.held: dict[str, list[tuple[int, str]]] = {SHOP: [], MAIL: []}
        self.faulty: set[str] = set()
        self.earliest = NOW * 2

    def __call__(self, request: httpx.Request) -> httpx.Response:
        selector, _, seconds = request.url.params["query"].removesuffix("s]").rpartition("[")
        end = int(request.url.params["time"])
        self.earliest = min(self.earliest, end - int(seconds))
        if selector in self.faulty:
            return httpx.Response(500, json={"status": "error", "error": "out of memory"})
        values = [[at, value] for at, value in self.held[selector] if end - int(seconds) < at <= end]
        return httpx.Response(
            200, json={"status": "success", "data": {"resultType": "matrix", "result": [{"values": values}]}}
        )


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def collect(server, tmp_path):
    """Collects at an instant; returns what went wrong."""
    collection = Collection(server="https://metrics.example", step=30, series={"shop": SHOP, "mail": MAIL})

    def at(now: int) -> list[str]:
        client = httpx.Client(transport=httpx.MockTransport(server))
        with open_store(tmp_path / "store.sqlite") as store:
            return list(collected(collection, store, client, now, days=2))

    return at


def kept(tmp_path, target: str) -> list[Sample]:
    with open_store(tmp_path / "store.sqlite") as store:
        return store.samples(target, Interval(0, 2 * NOW))


def test_it_takes_what_is_new_and_nothing_twice(server, collect, tmp_path):
    server.held[SHOP] = [(NOW - 60, "1"), (NOW - 30, "0"), (NOW, "1")]
    assert collect(NOW) == collect(NOW) == []
    assert kept(tmp_path, "shop") == [
        Sample(NOW - 60, State.UP, 30),
        Sample(NOW - 30, State.DOWN, 30),
        Sample(NOW, State.UP, 30),
    ]
    server.held[SHOP].append((NOW + 30, "1"))
    assert collect(NOW + 30) == []
    assert len(kept(tmp_path, "shop")) == 4


def test_it_fills_the_time_in_which_nobody_collected(server, collect, tmp_path):
    server.held[SHOP] = [(NOW, "1")]
    collect(NOW)
    server.held[SHOP] += [(NOW + at, "1") for at in range(30, 3 * DAY, 30)]
    collect(NOW + 3 * DAY)
    assert [sample.at for sample in kept(tmp_path, "shop")] == [at for at, _ in server.held[SHOP]]


def test_it_takes_samples_that_came_late_and_looks_no_further_back(server, collect, tmp_path):
    server.held[SHOP] = [(NOW, "1")]
    server.held[MAIL] = [(NOW, "1")]
    collect(NOW)
    server.earliest = NOW
    server.held[SHOP].insert(0, (NOW - 3600, "0"))
    collect(NOW + 30)
    assert [sample.at for sample in kept(tmp_path, "shop")] == [NOW - 3600, NOW]
    assert NOW - server.earliest in range(ASKED_AGAIN, ASKED_AGAIN + 60)


def test_a_target_that_cannot_be_asked_is_named_and_holds_up_no_other(server, collect, tmp_path):
    server.held[MAIL] = [(NOW, "1")]
    server.faulty = {SHOP}
    (problem,) = collect(NOW)
    assert problem.startswith(f"shop: {SHOP}[")
    assert "the server gave the error out of memory" in problem
    assert (kept(tmp_path, "shop"), len(kept(tmp_path, "mail"))) == ([], 1)


def test_its_file_names_the_server_and_the_series_and_lists_its_secrets(tmp_path):
    path, log = tmp_path / "collect.yml", ProblemLog("collect.yml")
    text = 'server: https://m.example\nstep: 30\nsecrets: [KEY]\nheaders: {X-Key: "${KEY}"}\nseries: {shop: up}\n'
    path.write_text(text)
    assert read_collection(path, {"KEY": "abc"}, log).headers == {"X-Key": "abc"}
    path.write_text(text.replace("step: 30", "step: 0").replace("shop: up", "Shop: up"))
    assert read_collection(path, {"KEY": "abc"}, log) is None
    assert [str(problem) for problem in log.problems] == [
        'collect.yml:2: "step" cannot be used; expected greater than or equal to 1.',
        'collect.yml:5: "series.Shop" cannot be used; expected a text that matches ^[a-z0-9]+(-[a-z0-9]+)*$.',
    ]


def test_the_command_says_what_is_wrong_and_returns_1(tmp_path, capsys):
    assert command.main([str(tmp_path / "none.yml"), "--store", str(tmp_path / "store.sqlite")]) == 1
    assert "none.yml:1: there is no such file" in capsys.readouterr().out
