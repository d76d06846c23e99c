"""The days on which versions take effect, as a calendar to subscribe to."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from icalendar import Calendar, Event

from scripts.agreements.model import Agreement
from scripts.publishing.addresses import Addresses
from scripts.publishing.changes import EFFECTIVE, EXISTING, Change, changes
from scripts.publishing.feed_addresses import CALENDAR
from scripts.publishing.page import StaticFile
from scripts.publishing.words import words

LANGUAGE = "nb"


def calendar_file(agreements: Sequence[Agreement], site: str) -> StaticFile:
    """Every effective date that is known, past and to come, oldest first."""
    calendar = Calendar()
    calendar.add("prodid", "-//Paragraf//Agreements//NB")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words(LANGUAGE)["feeds"]["calendar"])
    for change in reversed(changes(agreements)):
        if change.what in (EFFECTIVE, EXISTING):
            calendar.add_component(_event(change, Addresses(site, CALENDAR)))
    return StaticFile(CALENDAR, calendar.to_ical().decode("utf-8"))


def _event(change: Change, addresses: Addresses) -> Event:
    """A whole day; the stamp is the day its date became known, so that the file is the same in every build."""
    known = change.version.announced_on or change.version.recorded_on
    event = Event()
    event.add("uid", f"{change.id}@paragraf")
    event.add("dtstamp", datetime.combine(known, time(), UTC))
    event.add("dtstart", change.day)
    event.add("summary", change.title)
    event.add("description", change.summary)
    event.add("categories", [change.agreement.supplier.name])
    event.add("transp", "TRANSPARENT")
    if addresses.site:
        event.add("url", addresses.of(change.path))
    return event
