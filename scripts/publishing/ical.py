"""The days on which versions take effect, as a calendar to subscribe to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from scripts.agreements.model import Agreement
from scripts.keeping.keep import Wanted
from scripts.publishing.addresses import Addresses
from scripts.publishing.changes import EFFECTIVE, EXISTING, Change, changes
from scripts.publishing.feed_addresses import CALENDAR
from scripts.publishing.page import StaticFile
from scripts.publishing.words import words

LANGUAGE = "nb"


def calendar_file(agreements: Sequence[Agreement], site: str) -> Wanted[StaticFile]:
    """Every effective date that is known, past and to come, oldest first."""
    entries = [_Entry.of(change) for change in reversed(changes(agreements)) if change.what in (EFFECTIVE, EXISTING)]
    return Wanted(("calendar", site, repr(entries)), lambda: StaticFile(CALENDAR, _calendar(entries, site)))


def _calendar(entries: Iterable["_Entry"], site: str) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//Paragraf//Agreements//NB")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words(LANGUAGE)["feeds"]["calendar"])
    for entry in entries:
        calendar.add_component(_event(entry, Addresses(site, CALENDAR)))
    return calendar.to_ical().decode("utf-8")


@dataclass(frozen=True)
class _Entry:
    """A change as the calendar has it."""

    id: str
    known: date
    day: date
    title: str
    summary: str
    supplier: str
    path: str

    @classmethod
    def of(cls, change: Change) -> "_Entry":
        known = change.version.announced_on or change.version.recorded_on
        supplier = change.agreement.supplier.name
        return cls(change.id, known, change.day, change.title, change.summary, supplier, change.path)


def _event(entry: _Entry, addresses: Addresses) -> Event:
    """A whole day; the stamp is the day its date became known, so that the file is the same in every build."""
    event = Event()
    event.add("uid", f"{entry.id}@paragraf")
    event.add("dtstamp", datetime.combine(entry.known, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("summary", entry.title)
    event.add("description", entry.summary)
    event.add("categories", [entry.supplier])
    event.add("transp", "TRANSPARENT")
    if addresses.site:
        event.add("url", addresses.of(entry.path))
    return event
