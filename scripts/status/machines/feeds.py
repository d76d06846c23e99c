"""Incidents as entries to follow: one for each incident, with all its updates, that changes when it is told more of."""

from collections.abc import Iterator
from itertools import islice

from scripts.status import addresses
from scripts.status.addresses import Outside
from scripts.status.environment import printed
from scripts.status.ledger import Ledger
from scripts.status.machines import feed_addresses
from scripts.status.machines.atom import atom
from scripts.status.machines.feed import Entry, Feed
from scripts.status.machines.ids import lasting_id
from scripts.status.machines.instants import last_change, last_change_of_all, told_first
from scripts.status.machines.json_feed import json_feed
from scripts.status.machines.rss import rss
from scripts.status.model import Event, Incident, Service
from scripts.status.views.entry import entry, update_view
from scripts.status.voice import Voice

LATEST = 50
WRITERS = {"atom": atom, "rss": rss, "json": json_feed}


def feed_files(ledger: Ledger, language: str, site: str) -> Iterator[tuple[str, str]]:
    """The feeds of all incidents and of each service's, in every format; an incident's entry is the same in all."""
    entries: dict[str, Entry] = {}
    for service in (None, *ledger.status.services):
        place = Outside(site, feed_addresses.feed(service, "atom", language))
        voice = Voice(language, service.zone if service else ledger.zone)
        latest = _latest(ledger, service)
        for event in latest:
            if event.id not in entries:
                entries[event.id] = _entry(event, ledger, Voice(language, ledger.zone_of(event)), place)
        changed = last_change(latest[0], ledger) if latest else last_change_of_all(ledger)
        for form, write in WRITERS.items():
            path = feed_addresses.feed(service, form, language)
            feed = Feed(
                id=lasting_id(path),
                title=feed_addresses.title(service, voice),
                language=language,
                author=voice.say("brand"),
                updated=voice.iso(changed),
                home=place.of(addresses.of_service(service, language) if service else addresses.overview(language)),
                address=place.of(path),
                entries=[entries[event.id] for event in latest],
            )
            yield path[1:], write(feed)


def _latest(ledger: Ledger, service: Service | None) -> list[Event]:
    """The latest incidents, the one that changed last first."""
    events = ledger.events_by_service[service.id] if service else ledger.events
    latest = list(islice((event for event in events if isinstance(event, Incident)), LATEST))
    return sorted(latest, key=lambda event: -last_change(event, ledger))


def _entry(event: Event, ledger: Ledger, voice: Voice, place: Outside) -> Entry:
    shown = entry(event, ledger, voice)
    updates = [update_view(update, voice) for update in reversed(event.told(ledger.now))]
    return Entry(
        id=lasting_id(f"incident/{event.id}"),
        title=event.title.to(voice.language),
        lang=event.title.spoken_in(voice.language),
        link=place.of(addresses.of_event(event, voice.language)),
        published=voice.iso(told_first(event, ledger)),
        updated=voice.iso(last_change(event, ledger)),
        html=printed("entry.html", place.of, page=shown | {"updates": updates}).strip(),
        services=[each["service"]["text"] for each in shown["suffered"]],
    )
