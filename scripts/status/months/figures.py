"""The figures of a month as a record holds them, in the edition that it is reckoned up in."""

from fractions import Fraction
from typing import Any

from calculators.availability import State, availability
from calculators.outcome import Outcome, json_value
from calculators.values.money import cut
from scripts.status.books import MonthBook
from scripts.status.guarantee import MET, MISSED, UNDECIDED, Verdict, standing, verdict, verdicts
from scripts.status.months.record import EDITIONS

SHOWN = ("uptime_percent", "guarantee_met", "credit_percent")


def figures(book: MonthBook, edition: int) -> dict[str, Any]:
    """Every figure of a month that has an outcome; the first edition knows neither coverage nor bounds."""
    return _first_figures(book) if edition == EDITIONS[0] else _figures(book)


def _figures(book: MonthBook) -> dict[str, Any]:
    """The figures as booked, and the bounds of what depends on time that nobody knows of."""
    return {
        **_as_booked(book),
        "coverage": _coverage(book),
        "bounds": _bounds(book),
        "guarantee": standing(book),
        "reading": next(iter(verdicts(book)), None),
        **_judged(verdict(book)),
        "alternatives": {key: _judged(each) for key, each in list(verdicts(book).items())[1:]},
    }


def _as_booked(book: MonthBook) -> dict[str, Any]:
    base = book.service_seconds
    share = availability(base, book.seconds[State.DOWN]) if base else None
    return {
        "version": book.rule.version.label,
        "seconds": {state.value: book.seconds[state] for state in State},
        "month_seconds": book.whole.seconds,
        "base_seconds": base,
        "availability": None if share is None else str(share),
        "availability_percent": None if share is None else _percent(share),
    }


def _coverage(book: MonthBook) -> dict[str, Any] | None:
    """The part of the base that samples tell of; None where nobody measures, or there is no base."""
    if book.coverage is None or not book.service_seconds:
        return None
    share = Fraction(book.coverage, book.service_seconds)
    return {"seconds": book.coverage, "share": str(share), "percent": _percent(share)}


def _bounds(book: MonthBook) -> dict[str, Any]:
    """The least and the most downtime, and the availability that each gives."""
    least, most = book.downtime
    if not (base := book.service_seconds):
        return {}
    high, low = availability(base, least), availability(base, most)
    return {
        "downtime_seconds": {"lowest": least, "highest": most},
        "availability": {"lowest": str(low), "highest": str(high)},
        "availability_percent": {"lowest": _percent(low), "highest": _percent(high)},
    }


def _judged(found: Verdict) -> dict[str, Any]:
    """What one reading of the text gives; no figure where it is not certain, but the bounds of the credit."""
    lower, upper = map(json_value, found.credit)
    return {
        "uptime_percent": json_value(found.booked.result["uptime_percent"]),
        "guarantee_met": {MET: True, MISSED: False, UNDECIDED: None}[found.standing],
        "credit_percent": lower if lower == upper else None,
    } | ({} if lower == upper else {"lower_bound": lower, "upper_bound": upper})


def _percent(share: Fraction) -> str:
    return f"{cut(share * 100, 4):f}"


def _first_figures(book: MonthBook) -> dict[str, Any]:
    """The figures of the first edition: the credit as booked, whatever nobody knows of."""
    answer = book.answer
    return {
        **_as_booked(book),
        "guarantee": _first_standing(book),
        "reading": answer.reading,
        **_first_reading(answer.outcome),
        "alternatives": {key: _first_reading(outcome) for key, outcome in answer.alternatives.items()},
    }


def _first_standing(book: MonthBook) -> str:
    outcome = book.answer.outcome
    if not outcome.result["guarantee_met"]:
        return MISSED
    base, down = (outcome.result[name].count for name in ("available_seconds", "downtime_seconds"))
    lowest = availability(base, down + book.seconds[State.UNKNOWN])
    return MET if lowest >= book.rule.value("target") else UNDECIDED


def _first_reading(outcome: Outcome) -> dict[str, Any]:
    shown = {name: json_value(outcome.result[name]) for name in SHOWN}
    if not outcome.bounds:
        return shown
    return shown | {name: json_value(outcome.bounds[name]) for name in ("lower_bound", "upper_bound")}
