"""/status/<service>/2026-10/: one month by the contract's own definition, and the way on to the credit."""

from fractions import Fraction
from typing import Any

from calculators.answer import clauses_of
from calculators.registry import KINDS
from calculators.wording import conventions, reading_label, reading_meaning
from scripts.status import addresses
from scripts.status.books import MonthBook
from scripts.status.credit_inputs import inputs
from scripts.status.disagreements import disagreement
from scripts.status.guarantee import Verdict, verdicts
from scripts.status.ledger import Ledger
from scripts.status.model import Event
from scripts.status.settled import month_settled
from scripts.status.views.accounts import account, link
from scripts.status.views.bars import day_view, state_legend
from scripts.status.views.both_accounts import both_accounts, lasting
from scripts.status.views.closing import closing
from scripts.status.views.entry import entry
from scripts.status.views.event import conditions, counted
from scripts.status.views.frame import as_of, grounds
from scripts.status.views.verdict import as_booked, credit_of, example, is_owed, sentences, uptime_of
from scripts.status.voice import Voice


def month_view(book: MonthBook, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """The whole page in one language."""
    service, days = book.service, ledger.days(book)
    hours, settled = book.rule.figure("service"), month_settled(book, ledger)
    return {
        "service": {"name": voice.text(service.name), "href": addresses.of_service(service, voice.language)},
        "overview": addresses.overview(voice.language),
        "month": voice.month(book.month),
        "description": " ".join(sentences(book, voice)),
        "title": voice.say("month.title", service=service.name.to(voice.language), month=voice.month(book.month)),
        "sentences": sentences(book, voice),
        "button": "button" if is_owed(book) else "button quiet",
        "example": example(book, voice),
        "as_booked": as_booked(book, voice),
        "calculator": calculator_link(book, voice.language),
        "hours": {"text": hours.text, "lang": _other_language(book, voice)},
        "account": account(book, voice),
        "days": [day_view(day, voice) for day in days],
        "legend": state_legend(days, voice),
        "events": [_event(event, book, ledger, voice) for event in book.events],
        "measured": _measured(book, ledger, voice),
        "readings": _readings(book, voice),
        "readings_lead": voice.say("month.readings_lead" if book.is_over else "month.readings_lead_so_far"),
        "clauses": _clauses(book, voice),
        "closing": closing(book, ledger, voice),
        "conventions": _conventions(book, voice),
        "settled": settled and as_of(settled, voice),
        **_neighbours(book, ledger, voice),
    }


def calculator_link(book: MonthBook, language: str) -> str:
    """The credit calculator filled with the month's outages, told or measured, in the order of time.

    The fee is there only where there is one for examples.
    """
    outages = sorted(book.outages, key=lambda outage: outage.interval.start)
    given = inputs(book.service, book.month, outages, list(book.planned))
    if book.service.example_fee is None:
        del given["monthly_fee"]
    if not book.planned:
        del given["planned_windows"]
    kind = KINDS[book.rule.declared["kind"]]
    return addresses.calculator(kind.calculator, book.service.rule, given, language)


def _measured(book: MonthBook, ledger: Ledger, voice: Voice) -> dict[str, list[Any]] | None:
    """What probes saw that no event tells of, and what they saw otherwise; None where nobody measures."""
    if book.coverage is None:
        return None
    found = (disagreement(ledger.status, book.service, event, book.now) for event in book.events)
    return {
        "coverage": _coverage(book, voice),
        "down": [lasting(interval, voice) for interval in book.measured.untold],
        "disagreements": [
            {
                "event": voice.text(each.event.title),
                "href": addresses.of_event(each.event, voice.language),
                "said": both_accounts(each, voice),
            }
            for each in found
            if each
        ],
    }


def _coverage(book: MonthBook, voice: Voice) -> str:
    """The share of the core time that samples tell of; nothing before the first of it."""
    if not book.service_seconds:
        return ""
    share = voice.percent(Fraction(book.coverage, book.service_seconds))
    return voice.say("month.coverage" if book.is_over else "month.coverage_so_far", share=share)


def _readings(book: MonthBook, voice: Voice) -> list[dict[str, Any]]:
    """The reading used and every other that gives a different answer, side by side; none where all agree."""
    found = enumerate(verdicts(book).items())
    return [_reading(book, key, each, at == 0, voice) for at, (key, each) in found]


def _reading(book: MonthBook, key: str, found: Verdict, is_used: bool, voice: Voice) -> dict[str, Any]:
    return {
        "label": reading_label(book.rule, key, voice.language),
        "meaning": reading_meaning(book.rule, key, voice.language),
        "used": is_used,
        "uptime": uptime_of(found, voice),
        "guarantee": voice.say(f"service.{found.standing}"),
        "credit": credit_of(found, voice),
    }


def _event(event: Event, book: MonthBook, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    told = conditions(event, [book.service], ledger, voice)
    return entry(event, ledger, voice) | {"counted": counted(book, event, ledger, voice), "notices": told}


def _clauses(book: MonthBook, voice: Voice) -> list[dict[str, str] | None]:
    outcome = book.answer.outcome
    return [link(clause, voice) for clause in clauses_of(book.rule, outcome)] if outcome else []


def _conventions(book: MonthBook, voice: Voice) -> list[str]:
    said = conventions(book.answer, voice.language)
    return [*said, grounds([book.service], voice)] if book.answer.outcome else []


def _other_language(book: MonthBook, voice: Voice) -> str:
    written_in = book.rule.version.supplier["language"]
    return "" if written_in == voice.language else written_in


def _neighbours(book: MonthBook, ledger: Ledger, voice: Voice) -> dict[str, dict[str, str] | None]:
    """The months beside this one that have pages."""
    books = ledger.months[book.service.id]
    at = books.index(book)
    return {
        "earlier": _month_link(books[at + 1], voice) if at + 1 < len(books) else None,
        "later": _month_link(books[at - 1], voice) if at else None,
    }


def _month_link(book: MonthBook, voice: Voice) -> dict[str, str]:
    return {"label": voice.month(book.month), "href": addresses.of_month(book.service, book.label, voice.language)}
