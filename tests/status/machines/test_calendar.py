"""A calendar program keeps one event for each maintenance, changes it when told more, drops it when called off."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar, Event

from scripts.status.model import Maintenance, Status, Text, Update
from scripts.status.pages import pages_of
from scripts.status.states import open_events, upcoming
from tests.status.machines.made import INSTANTS, QUIET, SITE, TROUBLE, made
from tests.status.sample import second

NEEDED = {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY"}
FIRMWARE = 2


def events(status: Status, library: dict[str, Any], at: str, language: str = "") -> list[Event]:
    text = made(status, library, at)[f"{language}feeds/status/maintenance.ics"]
    return Calendar.from_ical(text).walk("VEVENT")


def firmware_told(status: Status, *told: tuple[str, str]) -> Status:
    """The planned change of firmware with more updates: `("2026-11-19T09:00+01:00", "cancelled")`."""
    text = Text("nb", {"nb": "<p>Nytt.</p>"})
    window = status.maintenance[FIRMWARE]
    more = tuple(Update(second(at), state, text) for at, state in told)
    off = next((update.at for update in more if update.state == "cancelled"), None)
    changed = replace(window, updates=(*window.updates, *more), cancelled_at=off)
    return replace(status, maintenance=(*status.maintenance[:FIRMWARE], changed))


@pytest.mark.parametrize("at", INSTANTS)
def test_every_event_is_whole(status: Status, library: dict[str, Any], at: str):
    found = events(status, library, at)
    assert len({event["UID"] for event in found}) == len(found)
    for event in found:
        assert set(event) >= NEEDED
        assert event.start < event.end
        assert event["DTSTAMP"].dt <= datetime.fromisoformat(at)


def test_an_event_says_when_what_and_where_to_read_more(status: Status, library: dict[str, Any]):
    event = events(status, library, TROUBLE, "en/")[FIRMWARE]
    assert event["SUMMARY"] == "New firmware for the storage"
    assert event.start == datetime(2026, 11, 28, 21, tzinfo=UTC)
    assert event.end == datetime(2026, 11, 29, 1, tzinfo=UTC)
    assert event["DESCRIPTION"].startswith("The storage controllers get the firmware")
    assert event["URL"] == f"{SITE}en/status/incidents/2026-11-28-storage-firmware/"


def test_is_told_of_when_it_is_announced(status: Status, library: dict[str, Any]):
    assert len(events(status, library, "2026-11-17T23:59+01:00")) == FIRMWARE
    assert len(events(status, library, "2026-11-18T00:00+01:00")) == FIRMWARE + 1


def test_each_update_is_a_revision_of_the_same_event(status: Status, library: dict[str, Any]):
    """In every language, wherever the site is published."""
    before, later = (
        events(firmware_told(status, ("2026-11-19T09:00+01:00", "scheduled")), library, at)[FIRMWARE]
        for at in ("2026-11-19T08:59+01:00", "2026-11-19T09:00+01:00")
    )
    assert before["UID"] == later["UID"] == events(status, library, TROUBLE, "sv/")[FIRMWARE]["UID"]
    assert (before["SEQUENCE"], later["SEQUENCE"]) == (0, 1)
    assert before["LAST-MODIFIED"].dt < later["LAST-MODIFIED"].dt
    assert later["STATUS"] == "CONFIRMED"


def test_what_is_called_off_stays_as_cancelled(status: Status, library: dict[str, Any]):
    """A calendar that has it learns that it will not happen; no list of maintenance to come has it any more."""
    called_off = firmware_told(status, ("2026-11-19T09:00+01:00", "cancelled"))
    before, after = (events(called_off, library, at)[FIRMWARE] for at in ("2026-11-19T08:00+01:00", TROUBLE))
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert (before["UID"], before["SEQUENCE"]) == (after["UID"], after["SEQUENCE"] - 1)
    assert [e.id for e in upcoming(status, second(TROUBLE))] == ["2026-11-28-storage-firmware"]
    assert upcoming(called_off, second(TROUBLE)) == []
    going_on = open_events(called_off, second("2026-11-28T23:00+01:00"))
    assert not any(isinstance(event, Maintenance) for event in going_on)


def test_the_pages_say_that_it_is_called_off(status: Status, library: dict[str, Any]):
    """On its own page and among what has been; no time after it counts."""
    now = datetime.fromisoformat("2026-11-29T01:00+01:00")
    pages = dict(pages_of(firmware_told(status, ("2026-11-19T09:00+01:00", "cancelled")), library, now))
    assert "<strong>Cancelled</strong>" in pages["en/status/incidents/2026-11-28-storage-firmware/index.html"]
    overview = pages["en/status/index.html"]
    assert "under planned maintenance" not in overview
    assert overview.index('id="past"') < overview.index("2026-11-28-storage-firmware")


def test_lines_are_folded_as_calendars_want_them(status: Status, library: dict[str, Any]):
    text = made(status, library, QUIET)["feeds/status/maintenance.ics"]
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
