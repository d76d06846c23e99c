"""The drill: a target goes down and comes back, and all that follows, up to a month that anybody can check."""

import asyncio
import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest

from calculators.answer import answer
from scripts.closing.command import parser
from scripts.closing.command import run as close
from scripts.measuring.samples import Sample, State
from scripts.measuring.store import open_store
from scripts.probing.checks import Tools
from scripts.probing.configuration import Configuration
from scripts.probing.rounds import probed
from scripts.status.measured import with_stored
from scripts.status.months.record import read_month_file
from scripts.status.months.verifying import DIFFERS, SAME, verified
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from tests.operating.pictures import Album, Look

MINUTE = 60
TARGET = "vps-web"
PROBE = {"step": MINUTE, "targets": {TARGET: {"kind": "http", "url": "https://shop.example"}}}
INCIDENT, MONTH = "/status/incidents/2026-11-10-vps-no-answer/", "/status/vps/2026-11/"
LINK = re.compile(r'<a class="button[^"]*" href="([^"]+)"')


def instant(text: str) -> int:
    return int(datetime.fromisoformat(f"2026-{text}+01:00").timestamp())


NOVEMBER = instant("11-01T00:00")
WATCHED = range(instant("11-10T09:50"), instant("11-10T13:00"), MINUTE)
OUTAGE = range(instant("11-10T10:00"), instant("11-10T12:30"))  # on a Tuesday, within core time


class Probe:
    """Asks a web that is down for a while, round by round; beside the drill the month is quiet."""

    def __init__(self, store: Path) -> None:
        self.store, self.now = store, WATCHED.start
        with open_store(store) as opened:
            opened.write({TARGET: _quiet(NOVEMBER, WATCHED.start)})

    def until(self, text: str) -> None:
        """Probe in every round that is left before an instant."""
        end = instant(text)
        with open_store(self.store) as opened:
            for samples in asyncio.run(self._rounds(min(end, WATCHED.stop))):
                opened.write({name: [sample] for name, sample in samples.items()})
            opened.write({TARGET: _quiet(self.now, end)})

    async def _rounds(self, end: int) -> list[dict[str, Sample]]:
        async with httpx.AsyncClient(transport=httpx.MockTransport(self._respond)) as client:
            tools = Tools(client, None, lambda: self.now, lambda: self.now, _at_once)
            return [await self._round(tools) for _ in range(self.now, end, MINUTE)]

    async def _round(self, tools: Tools) -> dict[str, Sample]:
        found = await probed(Configuration.model_validate(PROBE), tools, self.now)
        self.now += MINUTE
        return found

    def _respond(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(503 if self.now in OUTAGE else 200)


async def _at_once(seconds: float) -> None:
    """A confirmation waits no time in which anything could change."""


def _quiet(start: int, end: int) -> list[Sample]:
    return [Sample(at, State.UP, MINUTE, 20) for at in range(start, end, MINUTE)]


@pytest.fixture
def probe(tmp_path: Path) -> Probe:
    return Probe(tmp_path / "store.sqlite")


@pytest.fixture
def measured_docs(docs: Path) -> Path:
    """The documentation of a server that a target measures, and whose outages open incidents."""
    file = docs / "status" / "services.yml"
    text = file.read_text(encoding="utf-8")
    asked = f"    measured: {TARGET}\n    incidents: open\n    measured_from: 2026-11"
    file.write_text(text.replace("    measured_from: 2026-09", asked, 1), encoding="utf-8")
    (docs / "status" / "incidents" / "2026-10-07-vps-network.md").unlink()  # of before
    return docs


@pytest.fixture
def album(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Album]:
    """What there is to be seen of the drill; with --pictures it is seen in Chromium, within a copy of the whole site.

    A test asks for it first: what the site's build prints is nothing that a command said.
    """
    album, folder = Album(), request.config.getoption("--pictures")
    site = folder and shutil.copytree(request.getfixturevalue("site"), tmp_path / "site")
    yield album
    if folder:
        album.fill(folder, site)


def test_an_outage_from_the_probe_to_the_credit_and_its_evidence(album, run, measured_docs, probe, library):
    shown, follow = Shown(measured_docs, probe.store, library, album), f"incident follow --store {probe.store}"
    probe.until("11-10T10:00")
    assert shown.at("11-10T10:00").indicator == "none"
    shown.pictured("01-all-well", "/status/", "Alt virker.")

    probe.until("11-10T10:03")
    assert run(follow, instant("11-10T10:03"))[1].endswith("2026-11-10-vps-no-answer.md: investigating")
    assert shown.at("11-10T10:03").indicator == "critical"
    assert "Målingene våre får ikke svar." in shown.at("11-10T10:03")[INCIDENT]
    shown.pictured("02-down", "/status/", "VPS for adgangskontroll er nede.")

    probe.until("11-10T10:20")
    code, _ = run('incident update vps-no-answer --state identified --text "En disk er full."', instant("11-10T10:20"))
    assert (code, "En disk er full." in shown.at("11-10T10:20")[INCIDENT]) == (0, True)
    shown.pictured("03-update", INCIDENT, "En disk er full.")

    probe.until("11-10T12:40")
    assert run(follow, instant("11-10T12:40"))[1].endswith("2026-11-10-vps-no-answer.md: resolved")
    assert shown.at("11-10T12:40").indicator == "none"
    assert "Målingene våre får svar igjen." in shown.at("11-10T12:40")[INCIDENT]
    shown.pictured("04-resolved", INCIDENT, "Målingene våre får svar igjen.")

    probe.until("12-01T12:00")
    options = parser().parse_args(["--service", "vps", "2026-11"])
    assert close(measured_docs, library, options, datetime(2026, 12, 1, 12, tzinfo=UTC), probe.store) == 0
    evidence = (measured_docs / "status" / "months" / "vps" / "2026-11.json").read_text(encoding="utf-8")
    figures = read_month_file(evidence).latest.contents["figures"]

    page = shown.at("12-01T12:00")[MONTH]
    assert "ingen har meldt en hendelse" not in page
    assert [outage["start"] for outage in request_of(page)["inputs"]["outages"]] == [
        "2026-11-10T10:00",
        "2026-11-28T22:00",  # planned work, outside core time
    ]
    response = answer(request_of(page), library, datetime(2026, 12, 1, tzinfo=UTC).date())
    assert response["result"]["downtime_seconds"] == len(OUTAGE) == 9000
    assert response["result"]["credit_percent"] == figures["credit_percent"] == "10"
    assert figures["coverage"]["percent"] == "100.0000"
    shown.pictured("05-month-closed", MONTH, "Avsluttet 1. desember 2026.")
    shown.pictured("06-credit", urljoin(MONTH, link_on(page)), "2 t 30 min")

    code, album.texts["07-evidence"] = verified(evidence)
    assert code == SAME
    code, album.texts["08-changed-evidence"] = verified(evidence.replace("down", "up", 1))
    assert code == DIFFERS


class Shown:
    """The pages as they are published at an instant."""

    def __init__(self, docs: Path, store: Path, library: dict[str, Any], album: Album) -> None:
        self.docs, self.store, self.library, self.album = docs, store, library, album

    def at(self, text: str) -> "Shown":
        now = datetime.fromisoformat(f"2026-{text}+01:00")
        status = with_stored(read_status(self.docs, self.library), self.store, int(now.timestamp()))
        assert status.problems == ()
        self.now, self.pages = now, dict(pages_of(status, self.library, now))
        return self

    def pictured(self, step: str, address: str, words: str) -> None:
        """Put the page that a step is about into the album, with words that tell a reader of it."""
        self.album.looks.append(Look(step, self.now, self.pages, address, words))

    def __getitem__(self, address: str) -> str:
        return self.pages[f"{address[1:]}index.html"]

    @property
    def indicator(self) -> str:
        return json.loads(self.pages["api/v2/status.json"])["status"]["indicator"]


def link_on(page: str) -> str:
    """The address of the calculator, with the month filled in."""
    return unescape(LINK.search(page)[1])


def request_of(page: str) -> dict[str, Any]:
    """What the link to the calculator asks."""
    given = dict(_single(parse_qs(urlsplit(link_on(page)).query)))
    rule = given.pop("rule")
    lists = {name: json.loads(value) for name, value in given.items() if value.startswith("[")}
    return {"rule": rule, "inputs": given | lists}


def _single(query: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for name, (value,) in query.items():
        yield name, value
