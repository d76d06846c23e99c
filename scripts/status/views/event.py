"""The page of one incident or maintenance: what is known of it, how the agreement counts it, and its updates."""

from typing import Any

from calculators.availability import PlannedWindow, State, is_announced_in_time
from calculators.contract.rule import BoundRule
from calculators.words.spoken import spoken_figure
from scripts.status import addresses
from scripts.status.books import MonthBook
from scripts.status.ledger import Ledger
from scripts.status.model import Event, Impact, Incident, Maintenance
from scripts.status.services import rule_at
from scripts.status.views.accounts import in_words, link
from scripts.status.views.entry import card, services_of, update_view
from scripts.status.voice import Voice


def event_view(event: Event, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """Everything the page says; the updates stand newest first."""
    shown = card(event, ledger, voice)
    return shown | {
        "heading": shown["title"],
        "title": shown["title"]["text"],
        "description": f"{shown['kind']}. {shown['when']}.",
        "cause": _cause(event, voice) if isinstance(event, Incident) else "",
        "lasted_so_far": _lasted_so_far(event, ledger, voice),
        "notices": notices(event, ledger, voice) if _is_on(event, ledger) else [],
        "counted": [counted(book, event, voice) for book in ledger.books_of(event)],
        "updates": [update_view(update, voice) for update in reversed(event.told(ledger.now))],
        "overview": addresses.overview(voice.language),
    }


def counted(book: MonthBook, event: Event, voice: Voice) -> dict[str, Any]:
    """How one month's book classes the time of an event."""
    stretches = book.stretches_in(event.span(book.now))
    usable = event.suffered[book.service.id].impact is Impact.DEGRADED
    return {
        "service": voice.text(book.service.name),
        "month": voice.month(book.month),
        "href": addresses.of_month(book.service, book.label, voice.language),
        "words": [voice.say("event.usable")] if usable else in_words(stretches, voice),
        "counts": any(stretch.state is State.DOWN for stretch in stretches),
    }


def notices(event: Maintenance, ledger: Ledger, voice: Voice) -> list[dict[str, Any]]:
    """Whether customers were told in time, by the rule of every service hit; said once where they agree."""
    rules = [rule_at(service, event.window.start, ledger.library) for service in services_of(event, ledger)]
    return list({said["text"]: said for rule in rules for said in [_notice(event, rule, voice)]}.values())


def _notice(event: Maintenance, rule: BoundRule, voice: Voice) -> dict[str, Any]:
    figure = rule.figure("planned_notice")
    window = PlannedWindow(event.window, event.announced_on)
    key = "event.announced_in_time" if is_announced_in_time(rule, window) else "event.announced_late"
    said = voice.say(key, day=voice.value(event.announced_on), notice=spoken_figure(figure, voice.language))
    return {"text": said, "clause": link(figure.clause, voice)}


def _is_on(event: Event, ledger: Ledger) -> bool:
    """Whether it is maintenance that was not called off."""
    return isinstance(event, Maintenance) and not event.is_cancelled(ledger.now)


def _cause(event: Incident, voice: Voice) -> str:
    return voice.value(event.cause) if event.cause else voice.say("event.cause_open")


def _lasted_so_far(event: Event, ledger: Ledger, voice: Voice) -> str:
    return voice.duration(ledger.now - event.start) if event.is_open(ledger.now) else ""
