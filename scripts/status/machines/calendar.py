"""Planned maintenance as a calendar to subscribe to; what is told later changes the event that was told of first."""

from datetime import UTC, datetime

from icalendar import Calendar, Event

from scripts.status import addresses
from scripts.status.addresses import Outside
from scripts.status.ledger import Ledger
from scripts.status.machines import feed_addresses
from scripts.status.machines.ids import lasting_id
from scripts.status.machines.instants import told_first
from scripts.status.model import Maintenance
from scripts.status.text import plain_text
from scripts.status.views.entry import services_of
from scripts.status.voice import Voice


def calendar_file(ledger: Ledger, language: str, site: str) -> tuple[str, str]:
    """All maintenance announced by now, oldest first; one called off stays, as cancelled, for calendars to drop."""
    path = feed_addresses.calendar(language)
    voice = Voice(language, ledger.zone)
    calendar = Calendar()
    calendar.add("prodid", f"-//Paragraf//Status//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", voice.say("feeds.calendar"))
    for event in reversed(ledger.events):
        if isinstance(event, Maintenance):
            calendar.add_component(_event(event, ledger, voice, Outside(site, path)))
    return path[1:], calendar.to_ical().decode("utf-8")


def _event(maintenance: Maintenance, ledger: Ledger, voice: Voice, place: Outside) -> Event:
    """One window; each update that customers were given is a revision of it."""
    told = maintenance.told(ledger.now)
    last_told = max([told_first(maintenance, ledger), *(update.at for update in told)])
    cancelled = maintenance.is_cancelled(ledger.now)
    event = Event()
    event.add("uid", f"{lasting_id(f'maintenance/{maintenance.id}')}@paragraf")
    event.add("dtstamp", _utc(last_told))
    event.add("created", _utc(told_first(maintenance, ledger)))
    event.add("last-modified", _utc(last_told))
    event.add("sequence", max(0, len(told) - 1))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("dtstart", _utc(maintenance.window.start))
    event.add("dtend", _utc(maintenance.window.end))
    event.add("summary", maintenance.title.to(voice.language))
    event.add("description", "\n\n".join(plain_text(update.text.to(voice.language)) for update in reversed(told)))
    event.add("categories", [each.name.to(voice.language) for each in services_of(maintenance, ledger)])
    event.add("transp", "TRANSPARENT")
    if place.site:
        event.add("url", place.of(addresses.of_event(maintenance, voice.language)))
    return event


def _utc(instant: int) -> datetime:
    return datetime.fromtimestamp(instant, UTC)
