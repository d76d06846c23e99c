"""Whether a month keeps the guaranteed uptime, as far as that can be said."""

from calculators.availability import State, availability
from scripts.status.books import MonthBook

MET, MISSED, UNDECIDED = "met", "missed", "undecided"


def standing(book: MonthBook) -> str | None:
    """Whether the guarantee is met if nothing more happens; unknown time may leave that open."""
    outcome = book.answer.outcome
    if outcome is None:
        return None
    if not outcome.result["guarantee_met"]:
        return MISSED  # for good: downtime only grows
    base, down = (outcome.result[name].count for name in ("available_seconds", "downtime_seconds"))
    lowest = availability(base, down + book.seconds[State.UNKNOWN])
    return MET if lowest >= book.rule.value("target") else UNDECIDED
