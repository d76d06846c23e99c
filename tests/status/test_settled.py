"""A page that tells of nothing still to come says when that was so, and is the same whenever it is made."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest

from scripts.status.ledger import open_ledger
from scripts.status.model import Incident, Maintenance, Service, Status, Text, Update
from scripts.status.months.record import MonthFile
from scripts.status.pages import pages_of
from scripts.status.responses import response
from scripts.status.settled import event_settled, month_settled
from scripts.status.views.frame import STALE_AFTER
from tests.status.sample import second

# Between them incidents begin, are told of, get late and end; maintenance is announced and done; months are closed.
SEEN = (
    *("2026-09-22T11:00+02:00", "2026-09-30T23:30+02:00", "2026-10-07T10:00+02:00", "2026-10-25T02:10+02:00"),
    *("2026-11-03T12:00+01:00", "2026-11-04T14:20+01:00", "2026-11-14T17:00+01:00", "2026-11-14T19:00+01:00"),
    *("2026-11-20T12:00+01:00", "2026-12-03T09:00+01:00"),
)
BEGUN, ENDED, LATER, SEEN_AT = (f"2026-10-07T{hour}:00+02:00" for hour in ("09", "11", "12", "13"))


@pytest.fixture
def vps(status: Status) -> Service:
    return status.service("vps")


@pytest.mark.parametrize(("seen", "again"), list(pairwise(SEEN)))
def test_a_page_that_came_to_rest_is_the_same_at_every_later_instant(
    seen: str, again: str, status: Status, library: dict[str, Any]
):
    """With the records that are there when it is first seen: to write another is to write more."""
    status = replace(status, months=known_on(datetime.fromisoformat(seen).date(), status.months))
    first, second = (settled_pages(status, library, datetime.fromisoformat(moment)) for moment in (seen, again))
    assert first
    assert {path: second.get(path) for path in first} == first


def known_on(day: date, months: Mapping[str, tuple[MonthFile, ...]]) -> dict[str, tuple[MonthFile, ...]]:
    return {id: tuple(known for file in files if (known := file.known_on(day))) for id, files in months.items()}


def settled_pages(status: Status, library: dict[str, Any], now: datetime) -> dict[str, str]:
    """The pages with a moment of their own."""
    pages = {path: text for path, text in pages_of(status, library, now) if path.endswith("index.html")}
    return {path: text for path, text in pages.items() if "<main id" in text and "data-stale-after" not in text}


def test_pages_about_what_is_and_may_be_are_as_of_now(status: Status, library: dict[str, Any]):
    now = datetime.fromisoformat("2026-11-20T12:00+01:00")
    pages = dict(pages_of(status, library, now))
    current = ("status", "status/vps", "status/vpn", "status/history/2026-10", "status/vpn/2026-11")
    for path in (f"en/{each}/index.html" for each in current):
        assert f'data-made="2026-11-20T12:00:00+01:00" data-stale-after="{STALE_AFTER}"' in pages[path], path
    closed = pages["en/status/vpn/2026-10/index.html"]
    assert "data-made" not in closed
    assert "This is how things stood on" in closed


@pytest.mark.parametrize(
    ("told", "settled"),
    [
        ({}, ENDED),
        ({"responded_at": LATER}, LATER),
        ({"reported_at": LATER}, LATER),
        ({"updates": [LATER]}, LATER),
        ({"updates": ["2026-10-07T14:00+02:00"]}, None),  # will be told of
        ({"fix_started_at": "2026-10-07T14:00+02:00"}, None),
    ],
)
def test_an_incident_rests_at_the_last_instant_told_of_it(
    vps: Service, incident: Callable[..., Incident], library: dict[str, Any], told: dict[str, Any], settled: str | None
):
    service = replace(vps, responses_by=None)
    updates = tuple(Update(second(at), "resolved", Text("nb", {"nb": "<p>a</p>"})) for at in told.get("updates", ()))
    instants = {name: second(at) for name, at in told.items() if name != "updates"}
    hit = replace(incident(service, BEGUN, ENDED), updates=updates, **instants)
    ledger = open_ledger(Status((service,), (hit,)), library, second(SEEN_AT))
    assert event_settled(hit, ledger) == (settled and second(settled))


def test_an_incident_that_nobody_has_answered_rests_when_it_is_late(
    vps: Service, incident: Callable[..., Incident], library: dict[str, Any]
):
    hit = incident(vps, BEGUN, ENDED, severity="non-critical")
    found = response(hit, vps, library, second(SEEN_AT))
    due = max(each.due for each in found.deadlines)
    before, after = (open_ledger(Status((vps,), (hit,)), library, instant) for instant in (due, due + 1))
    assert due > second(ENDED)
    assert (event_settled(hit, before), event_settled(hit, after)) == (None, due + 1)


def test_what_goes_on_does_not_rest(vps: Service, incident: Callable[..., Incident], library: dict[str, Any]):
    hit = incident(vps, BEGUN, None)
    ledger = open_ledger(Status((vps,), (hit,)), library, second(SEEN_AT))
    assert event_settled(hit, ledger) is None


def test_maintenance_called_off_rests_after_its_window(status: Status, library: dict[str, Any]):
    planned = next(each for each in status.maintenance if each.cancelled_at is None)
    called_off: Maintenance = replace(planned, cancelled_at=planned.start - 3600, updates=())
    for instant, settled in ((planned.window.end - 1, None), (planned.window.end, planned.window.end)):
        ledger = open_ledger(replace(status, incidents=(), maintenance=(called_off,)), library, instant)
        assert event_settled(called_off, ledger) == settled


def test_a_month_rests_the_day_after_it_was_closed(status: Status, library: dict[str, Any]):
    def october(at: str) -> int | None:
        ledger = open_ledger(status, library, second(at))
        return next(month_settled(book, ledger) for book in ledger.months["vpn"] if book.label == "2026-10")

    closed = next(file for file in status.months["vpn"] if file.month == "2026-10").latest.frozen_on
    assert october(f"{closed}T23:59:59+01:00") is None
    assert october("2026-12-01T00:00+01:00") == second(f"{closed}T23:59:59+01:00") + 1
