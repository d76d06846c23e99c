"""/status/: does it work, in one line; then every service, what is going on, what is planned, what has been."""

from collections.abc import Sequence
from typing import Any

from scripts.status import addresses
from scripts.status.ledger import Ledger
from scripts.status.model import Service
from scripts.status.states import Condition, open_events, upcoming
from scripts.status.views.bars import history_view
from scripts.status.views.embedding import for_all
from scripts.status.views.entry import by_month, card
from scripts.status.views.event import notices
from scripts.status.views.past import LATEST, months_view
from scripts.status.views.verdict import cells
from scripts.status.voice import Voice

NAMED = 2
MONTHS = 3  # of each service; the service's own page has them all


def overview_view(ledger: Ledger, voice: Voice, site: str = "") -> dict[str, Any]:
    """The whole overview in one language; `site` is where it is published, "" for anywhere."""
    status, now = ledger.status, ledger.now
    going_on = open_events(status, now)
    ahead = upcoming(status, now)
    shown = {event.id for event in (*going_on, *ahead)}
    past = [event for event in ledger.events if event.id not in shown]
    line = answer(ledger, voice)
    return {
        "title": voice.say("title"),
        "description": f"{line['line']} {voice.say('description')}",
        "answer": line,
        "groups": [_group(id, services, ledger, voice) for id, services in status.grouped.items()],
        "open": [card(event, ledger, voice) for event in going_on],
        "upcoming": [card(e, ledger, voice) | {"notices": notices(e, ledger, voice)} for e in ahead],
        "past": by_month(past[:LATEST], ledger, voice),
        "past_months": months_view(ledger, voice),
        "embed": for_all(voice, site),
    }


def _group(id: str | None, services: Sequence[Service], ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """The services of a group below its name; those in no group have none."""
    return {
        "name": voice.text(ledger.status.groups[id]) if id else None,
        "services": [service_card(service, ledger, voice, MONTHS) for service in services],
    }


def answer(ledger: Ledger, voice: Voice) -> dict[str, str]:
    """Whether it works, in one line, and what of it still does."""
    states = ledger.conditions
    troubled = [service for service in ledger.status.services if states[service.id] is not Condition.OPERATIONAL]
    if not troubled:
        return {"name": Condition.OPERATIONAL.value, "line": voice.say("everything_works"), "rest": ""}
    worst = min((states[service.id] for service in troubled), key=list(Condition).index)
    everything = len(troubled) == len(states)
    if len(troubled) <= NAMED:
        line = " ".join(_sentence(service, states[service.id], voice) for service in troubled)
    else:
        line = voice.say("many_trouble", count=str(len(troubled)), all=str(len(states)))
    return {"name": worst.value, "line": line, "rest": "" if everything else voice.say("rest_works")}


def service_card(service: Service, ledger: Ledger, voice: Voice, months: int | None = None) -> dict[str, Any]:
    """A service with its condition, its ninety days, and its months by the agreement, all or so many of the latest."""
    condition = ledger.conditions[service.id]
    return {
        "name": voice.text(service.name),
        "about": voice.text(service.about),
        "href": addresses.of_service(service, voice.language),
        "condition": condition.value,
        "condition_label": voice.say(f"condition.{condition.value}.label"),
        "history": history_view(ledger, service, voice),
        "months": [
            cells(book, voice)
            | {"month": voice.month(book.month), "href": addresses.of_month(service, book.label, voice.language)}
            for book in ledger.months[service.id][:months]
        ],
    }


def _sentence(service: Service, condition: Condition, voice: Voice) -> str:
    return voice.say(f"condition.{condition.value}.sentence", service=voice.text(service.name)["text"])
