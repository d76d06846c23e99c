"""Response times: thirty days as a picture and as a table, light, readable by anyone, and nothing where nothing is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, expect

from scripts.measuring.samples import Sample, State
from scripts.measuring.store import open_store
from scripts.serving.server import serving
from scripts.setup.start import ROOT
from scripts.status import addresses
from scripts.status.measured import with_stored
from scripts.status.model import Status
from scripts.status.pages import pages_of
from scripts.status.pictures import top_of_scale
from scripts.status.views.answering import answering_view
from scripts.status.voice import Voice
from tests.status.machines.made import write
from tests.status.sample import NOW, second

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
FIRST, SLOW = (
    second("2026-10-20T00:00+02:00"),
    range(second("2026-11-09T00:00+01:00"), second("2026-11-10T00:00+01:00")),
)
AWAY = range(second("2026-11-01T00:00+01:00"), second("2026-11-02T00:00+01:00"))
LIGHT = 40_000


@pytest.fixture(scope="module")
def answering(status: Status, tmp_path_factory: pytest.TempPathFactory) -> Status:
    """A sample every ten minutes since before the thirty days: one slow day, and one on which nobody asked."""
    path, now = tmp_path_factory.mktemp("answering") / "store.sqlite", int(NOW.timestamp())
    instants = [at for at in range(FIRST, now, 600) if at not in AWAY]
    timed = [Sample(at, State.UP, 600, 500 if at in SLOW else 80 + at % 1200 // 30) for at in instants]
    with open_store(path) as store:
        store.write({"timed": timed, "untimed": [replace(sample, latency=None) for sample in timed]})
        store.pack(before=now)
    targets = {"vps": "timed", "vpn": "untimed"}
    services = tuple(replace(service, measured=targets[service.id]) for service in status.services)
    return with_stored(replace(status, services=services), path, now)


@pytest.fixture
def voice(status: Status) -> Voice:
    return Voice("en", status.service("vps").zone)


def test_says_of_each_day_how_long_answers_took(answering: Status, voice: Voice):
    view = answering_view(answering.service("vps"), answering, voice)
    assert (view["from"], view["to"], len(view["columns"]), len(view["rows"])) == ("22 October", "20 November", 30, 29)
    rows = {row["day"]: row for row in view["rows"]}
    assert rows["8 November"] == {"day": "8 November", "median": "80\u00a0ms", "most": "100\u00a0ms", "count": "144"}
    assert rows["9 November"]["median"] == "500\u00a0ms"
    assert rows["25 October"]["count"] == "150", "the day of 25 hours"
    assert "1 November" not in rows
    assert [each["title"] for each in view["columns"] if not each["rects"]] == ["1 November: not measured"]
    assert view["summary"] == (
        "Last 30 days, measured on 29 days: the median is from 80\u00a0ms to 500\u00a0ms a day, "
        "and every day 95 of 100 answers came within 500\u00a0ms."
    )


def test_draws_to_the_scale_that_it_names(answering: Status, voice: Voice):
    """The upper edge is 600 ms; a day as slow as its median has a bar alone."""
    view = answering_view(answering.service("vps"), answering, voice)
    assert view["scale"] == ["600\u00a0ms", "300\u00a0ms", "0"]
    drawn = {
        each["title"].partition(":")[0]: [(r.name, r.y, r.height) for r in each["rects"]] for each in view["columns"]
    }
    assert drawn["8 November"] == [("median", 104, 16), ("most", 100, 4)]
    assert drawn["9 November"] == [("median", 20, 100)]


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 2), (2, 2), (3, 4), (5, 6), (11, 20), (60, 60), (61, 80), (557, 600), (1001, 2000)]
)
def test_ends_its_scale_at_a_round_number(highest: int, top: int):
    assert top_of_scale(highest) == top


def test_shows_nothing_where_nothing_was_timed(answering: Status, status: Status, library: dict, voice: Voice):
    """Neither where only states are known, nor where nobody measures; and nowhere the name of a target."""
    assert answering_view(answering.service("vpn"), answering, voice) is None
    assert answering_view(status.service("vps"), status, voice) is None
    pages = dict(pages_of(answering, library, NOW))
    shown = [path for path, page in pages.items() if path.endswith(".html") and "answering" in page]
    assert shown == [f"{addresses.of_service(status.service('vps'), each)[1:]}index.html" for each in addresses.ROOT]
    assert not [path for path, page in pages.items() if "untimed" in page]


def test_is_light(answering: Status, library: dict[str, Any]):
    """The page of a service with its picture, its table and the style sheet."""
    pages = dict(pages_of(answering, library, NOW))
    for path in ("status/vps/index.html", "sv/status/vps/index.html", "en/status/vps/index.html"):
        sent = (brotli.compress(pages[each].encode(), quality=6) for each in (path, "status/status.css"))
        assert sum(map(len, sent)) < LIGHT / 2


@pytest.fixture(scope="module")
def site(answering: Status, library: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = write(dict(pages_of(answering, library, NOW)), tmp_path_factory.mktemp("site"))
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_looks_the_same_to_a_reader_of_any_sight(site: str, browser: Browser, scheme: str, width: int):
    """Without script: the table opens by keyboard, bars stand on one line, and nothing is wider than the screen."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{site}/en/status/vps/")
    expect(page.get_by_role("img", name="Last 30 days, measured on 29 days")).to_be_visible()
    page.locator("figure.answering + details summary").press("Enter")
    expect(page.get_by_role("row", name="9 November 500 ms")).to_be_visible()
    bottoms = page.locator(".answering rect.median").evaluate_all(
        "found => found.slice(0, 29).map(each => Math.round(each.getBoundingClientRect().bottom))"
    )
    assert len(set(bottoms)) == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE)
    violations = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    context.close()
