"""The page of one incident or maintenance: what is known of it, how the agreement counts it, and its updates."""

from collections.abc import Iterable
from typing import Any

from calculators.availability import State
from calculators.outcome import Choice
from scripts.status import addresses
from scripts.status.books import MonthBook
from scripts.status.disagreements import disagreement
from scripts.status.ledger import Ledger
from scripts.status.measured import is_as_measured
from scripts.status.model import Event, Impact, Incident, Maintenance, Service
from scripts.status.responses import Response
from scripts.status.settled import event_settled
from scripts.status.views.accounts import in_words, link
from scripts.status.views.both_accounts import both_accounts
from scripts.status.views.deadlines import deadlines
from scripts.status.views.entry import entry, services_of, update_view
from scripts.status.views.frame import as_of
from scripts.status.views.notices import notices_of
from scripts.status.voice import Voice


def event_view(event: Event, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """Everything the page says; the updates stand newest first."""
    shown, settled = entry(event, ledger, voice), event_settled(event, ledger)
    return shown | {
        "heading": shown["title"],
        "title": shown["title"]["text"],
        "description": f"{shown['kind']}. {shown['when']}.",
        "standing": _standing(event, ledger, voice) if isinstance(event, Incident) else "",
        "cause": _cause(event, voice) if isinstance(event, Incident) else "",
        "lasted_so_far": _lasted_so_far(event, ledger, voice),
        "notices": [
            *_measurements(event, ledger, voice),
            *_reported(event, ledger, voice),
            *conditions(event, services_of(event, ledger), ledger, voice),
        ],
        "counted": [counted(book, event, ledger, voice) for book in ledger.books_of(event)],
        "updates": [update_view(update, voice) for update in reversed(event.told(ledger.now))],
        "overview": addresses.overview(voice.language),
        "settled": settled and as_of(settled, voice),
    }


def counted(book: MonthBook, event: Event, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """How one month's book classes the time of an event."""
    key = ("counted", book.service.id, book.month, event.id, voice)
    return ledger.once(key, lambda: _counted(book, event, voice))


def conditions(event: Event, services: Iterable[Service], ledger: Ledger, voice: Voice) -> list[dict[str, Any]]:
    """What the agreement asks of the event besides uptime: response times, or notice of what was planned."""
    if isinstance(event, Incident):
        return deadlines(_responses(event, services, ledger), voice)
    return notices(event, ledger, voice) if _is_on(event, ledger) else []


def _counted(book: MonthBook, event: Event, voice: Voice) -> dict[str, Any]:
    stretches = book.stretches_in(event.span(book.now))
    usable = event.suffered[book.service.id].impact is Impact.DEGRADED
    return {
        "service": voice.text(book.service.name),
        "month": voice.month(book.month),
        "href": addresses.of_month(book.service, book.label, voice.language),
        "words": [voice.say("event.usable")] if usable else in_words(stretches, voice),
        "counts": any(stretch.state is State.DOWN for stretch in stretches),
    }


def _measurements(event: Event, ledger: Ledger, voice: Voice) -> list[dict[str, Any]]:
    """That the measurements opened it, or what they say otherwise than the operator who did."""
    services = services_of(event, ledger)
    if any(is_as_measured(event, service) for service in services):
        return [_notice("opened_by", voice.say("event.opened_by_measurements"), voice)]
    found = (disagreement(ledger.status, service, event, ledger.now) for service in services)
    told = [(each.service.name.to(voice.language), both_accounts(each, voice)) for each in found if each]
    said = [f"{name}: {accounts}" if len(services) > 1 else accounts for name, accounts in told]
    return [_notice("measured_otherwise", f"{each} {voice.say('accounts.counted')}", voice) for each in said]


def _notice(name: str, text: str, voice: Voice) -> dict[str, Any]:
    return {"label": voice.say(f"event.{name}"), "text": text, "clause": None}


def _reported(event: Event, ledger: Ledger, voice: Voice) -> list[dict[str, Any]]:
    """When the deadlines began to run, and how severe the fault is."""
    if not isinstance(event, Incident) or not any(_responses(event, services_of(event, ledger), ledger)):
        return []
    severity = voice.value(Choice(event.severity)) if event.severity else ""
    key = "response.from" if severity else "response.at"
    said = voice.say(key, moment=voice.moment(event.reported), severity=severity)
    return [{"label": voice.say("response.reported"), "text": said, "clause": None}]


def _responses(incident: Incident, services: Iterable[Service], ledger: Ledger) -> list[Response | None]:
    return [ledger.response(incident, service) for service in services]


def notices(event: Maintenance, ledger: Ledger, voice: Voice) -> list[dict[str, Any]]:
    """When customers were told, and what else the agreement asks for that the plan does not keep."""
    return ledger.once(("notices", event.id, voice), lambda: _notices(event, ledger, voice))


def _notices(event: Maintenance, ledger: Ledger, voice: Voice) -> list[dict[str, Any]]:
    rules = [ledger.rules.at(service, event.window.start) for service in services_of(event, ledger)]
    found = dict.fromkeys(notice for rule in rules for notice in notices_of(event, rule, voice))
    return [
        {"label": voice.say(f"event.{notice.name}"), "text": notice.text, "clause": link(notice.clause, voice)}
        for notice in found
        if notice.name == "announced" or not notice.is_kept
    ]


def _is_on(event: Event, ledger: Ledger) -> bool:
    """Whether it is maintenance that was not called off."""
    return isinstance(event, Maintenance) and not event.is_cancelled(ledger.now)


def _standing(incident: Incident, ledger: Ledger, voice: Voice) -> str:
    """Whether it is over, whatever it did to the services."""
    return voice.say("event.going_on" if incident.is_open(ledger.now) else "state.resolved")


def _cause(event: Incident, voice: Voice) -> str:
    return voice.value(event.cause) if event.cause else voice.say("event.cause_open")


def _lasted_so_far(event: Event, ledger: Ledger, voice: Voice) -> str:
    return voice.duration(ledger.now - event.start) if event.is_open(ledger.now) else ""
