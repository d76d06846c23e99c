"""An incident or planned maintenance as other pages show it: an entry in a list, or a card with its latest update."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from calculators.values.intervals import Interval
from scripts.status import addresses
from scripts.status.ledger import Ledger
from scripts.status.model import Event, Maintenance, Service, Update
from scripts.status.voice import Voice


def entry(event: Event, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """An event in a list: title, services, when and how long."""
    return ledger.once(("entry", event.id, voice), lambda: _entry(event, ledger, voice))


def card(event: Event, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """An event that matters now: the entry with its latest update."""
    told = event.told(ledger.now)
    return entry(event, ledger, voice) | {"latest": update_view(told[-1], voice) if told else None}


def by_month(events: Iterable[Event], ledger: Ledger, voice: Voice) -> list[dict[str, Any]]:
    """Entries under the month they began in."""
    months = groupby(events, key=lambda event: ledger.zone.day(event.start).replace(day=1))
    return [{"month": voice.month(month), "events": [entry(e, ledger, voice) for e in own]} for month, own in months]


def update_view(update: Update, voice: Voice) -> dict[str, Any]:
    """One update: its state, its time, and its text as HTML that has been made safe."""
    told = voice.text(update.text)
    return {
        "state": voice.say(f"state.{update.state}"),
        "when": voice.moment(update.at),
        "iso": voice.iso(update.at),
        "html": told["text"],
        "lang": told["lang"],
    }


def when(event: Event, ledger: Ledger, voice: Voice) -> str:
    """From when to when, or since when it has been going on."""
    if isinstance(event, Maintenance) and ledger.now < event.window.end:
        return voice.span(event.window)
    if event.end is None or event.end > ledger.now:
        return voice.say("time.since", moment=voice.moment(event.start))
    return voice.span(Interval(event.start, event.end))


def _entry(event: Event, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    ended = event.end is not None and event.end <= ledger.now and event.span(ledger.now)
    return {
        "href": addresses.of_event(event, voice.language),
        "title": voice.text(event.title),
        "kind": voice.say(f"event.{_kind(event, ledger)}"),
        "is_open": event.is_open(ledger.now),
        "suffered": [suffered(event, service, voice) for service in services_of(event, ledger)],
        "when": when(event, ledger, voice),
        "iso": voice.iso(event.start),
        "lasted": voice.duration(event.end - event.start) if ended else "",
    }


def _kind(event: Event, ledger: Ledger) -> str:
    if isinstance(event, Maintenance):
        return "cancelled" if event.is_cancelled(ledger.now) else "maintenance"
    return "incident"


def suffered(event: Event, service: Service, voice: Voice) -> dict[str, Any]:
    """What an event does to one service, with the users hit where they were counted."""
    hit = event.suffered[service.id]
    users = ""
    if hit.total_users is not None:
        users = voice.say("event.users", affected=str(hit.affected_users), total=str(hit.total_users))
    return {
        "service": voice.text(service.name),
        "href": addresses.of_service(service, voice.language),
        "impact": voice.say(f"impact.{hit.impact.value}"),
        "users": users,
    }


def services_of(event: Event, ledger: Ledger) -> list[Service]:
    return [ledger.status.service(id) for id in event.suffered]
