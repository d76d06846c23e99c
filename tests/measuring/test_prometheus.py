"""A server on loopback that answers as Prometheus does: raw samples in pages, and what it says when all is not well."""

import json
import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.intervals import Interval
from scripts.measuring.intervals import observed, runs_of
from scripts.measuring.prometheus import PAGE, PrometheusError, Series
from scripts.measuring.samples import Sample, State, one_per_instant

NOON = 1_800_000_000
SELECTOR = 'probe_success{instance="shop"}'
VALUES = {"1": State.UP, "0": State.DOWN, "NaN": State.UNKNOWN}


class Server:
    """Holds one series as (seconds, value); `answer` replaces what it says."""

    def __init__(self) -> None:
        self.held: list[tuple[float, str]] = []
        self.closed_at_the_left = False  # as Prometheus before 3.0
        self.answer: Callable[[], tuple[int, object]] | None = None
        self.asked: list[str] = []
        self.address = ""

    def say(self, query: str, time: float) -> tuple[int, object]:
        self.asked.append(query)
        if self.answer:
            return self.answer()
        selector, seconds = re.fullmatch(r"(.*)\[(\d+)s\]", query).groups()
        assert selector == SELECTOR
        first = time - int(seconds)
        left = first - self.closed_at_the_left
        inside = [[at, value] for at, value in self.held if left < at <= time]
        return 200, success([{"metric": {"instance": "shop"}, "values": inside}] if inside else [])


def success(result: list, kind: str = "matrix", **more) -> dict:
    return {"status": "success", "data": {"resultType": kind, "result": result}, **more}


@pytest.fixture(scope="module")
def listening() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            asked = parse_qs(address.query)
            assert address.path == "/tenant/api/v1/query"
            status, said = server.say(asked["query"][0], float(asked["time"][0]))
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *told: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        server.address = f"http://127.0.0.1:{http.server_port}/tenant/"
        yield server
        http.shutdown()


@pytest.fixture
def server(listening: Server) -> Server:
    listening.held, listening.answer, listening.asked, listening.closed_at_the_left = [], None, [], False
    return listening


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as client:
        yield client


def test_it_pages_a_day_of_raw_samples(server, client):
    """The gap of twenty minutes stays a gap, and the samples at the seams of pages come once."""
    server.held = [(NOON + at + 0.123, "0" if 900 <= at < 960 else "1") for at in range(0, 86_400, 30)]
    server.held = [(at, value) for at, value in server.held if not 40_000 <= at - NOON < 41_200]
    span = Interval(NOON, NOON + 86_400)
    series = Series(client, server.address, SELECTOR, 30)
    assert [sample.at for sample in series.samples(span)] == [int(at) for at, _ in server.held]
    assert len(server.asked) == 86_400 // PAGE
    assert [(i.start - NOON, i.end - NOON, str(state)) for i, state in series.observed(span)] == [
        (0, 900, "up"),
        (900, 960, "down"),
        (960, 40_050, "up"),
        (40_050, 41_220, "unknown"),
        (41_220, 86_400, "up"),
    ]


@pytest.mark.parametrize("closed_at_the_left", [True, False])
@given(
    held=st.lists(st.tuples(st.integers(-5, 200), st.sampled_from(sorted(VALUES))), max_size=30),
    start=st.integers(0, 100),
    length=st.integers(1, 100),
)
def test_it_gives_what_single_samples_give(listening, client, held, start, length, closed_at_the_left):
    """Across the seam of two pages, on servers that count the first instant of a range and on those that do not."""
    listening.answer, listening.closed_at_the_left = None, closed_at_the_left
    seam = NOON + PAGE - 100
    listening.held = sorted((float(seam + at), value) for at, value in held)
    span = Interval(NOON + start, NOON + PAGE + length)
    samples = one_per_instant(Sample(int(at), VALUES[value], 10) for at, value in listening.held)
    series = Series(client, listening.address, SELECTOR, 10)
    assert series.samples(span) == [sample for sample in samples if span.start <= sample.at < span.end]
    assert series.observed(span) == observed(runs_of(samples), span)


def test_a_stale_marker_ends_what_was_known(server, client):
    server.held = [(NOON, "1"), (NOON + 10, "NaN"), (NOON + 60, "1")]
    found = Series(client, server.address, SELECTOR, 30).observed(Interval(NOON, NOON + 90))
    assert [(i.start - NOON, str(state)) for i, state in found] == [(0, "up"), (10, "unknown"), (60, "up")]


def test_a_series_that_is_not_there_is_unknown_time(server, client):
    span = Interval(NOON, NOON + 90)
    assert Series(client, server.address, SELECTOR, 30).observed(span) == [(span, State.UNKNOWN)]


ONE = {"metric": {}, "values": [[NOON, "1"]]}


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        (422, {"status": "error", "errorType": "execution", "error": "query timed out"}, "the error query timed out"),
        (502, b"<html>Bad Gateway</html>", "status 502 and no JSON"),
        (200, ["?"], "no answer of this API"),
        (200, {"status": "success", "data": {"resultType": "matrix"}}, "no answer of this API"),
        (200, success([ONE, ONE]), r"2 series; expected the samples of one series\. Add labels until one is left"),
        (200, success([], kind="vector"), "a vector; .* Is the selector more than a plain series"),
        (200, success([ONE], isPartial=True), "an answer in part: isPartial"),
        (200, success([ONE], warnings=["a store is away"]), "an answer in part: a store is away"),
        (200, success([{"metric": {}, "values": [[NOON, "0.5"]]}]), r"the value 0\.5; .* Expected 0 or 1"),
    ],
)
def test_an_answer_that_cannot_be_relied_on_is_refused(server, client, status, said, expected):
    """A gap that the server made is not taken for a gap in the measurements."""
    server.answer = lambda: (status, said)
    with pytest.raises(PrometheusError, match=rf'^probe_success{{instance="shop"}}\[91s\]: the server gave {expected}'):
        Series(client, server.address, SELECTOR, 30).samples(Interval(NOON, NOON + 90))


def test_a_server_that_is_away_is_named_by_its_fault():
    def away(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out")

    with httpx.Client(transport=httpx.MockTransport(away)) as client:
        series = Series(client, "http://prometheus.example", SELECTOR, 30)
        with pytest.raises(PrometheusError, match=r"no answer \(ConnectTimeout\)"):
            series.samples(Interval(NOON, NOON + 90))
