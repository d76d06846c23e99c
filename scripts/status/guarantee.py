"""Whether a month keeps the guaranteed uptime and what credit it gives, as far as that can be said.

Nobody knows of some time whether it was up, and the contracts do not say what it counts as. So both are asked: the
least downtime there can have been, and the most. Where they differ, the answer is what lies between.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators.answering import Answer
from calculators.outcome import Outcome
from scripts.status.books import MonthBook

MET, MISSED, UNDECIDED = "met", "missed", "undecided"


@dataclass(frozen=True)
class Verdict:
    """One reading of the text: its outcome as booked, for the least downtime and for the most."""

    booked: Outcome
    least: Outcome
    most: Outcome

    @property
    def standing(self) -> str:
        """Whether the guarantee is met if nothing more happens; downtime only grows, so what is missed stays so."""
        if not self.least.result["guarantee_met"]:
            return MISSED
        return MET if self.most.result["guarantee_met"] else UNDECIDED

    @property
    def credit(self) -> tuple[Any, Any]:
        """The least and the most that the credit may be, in percent of the fee: equal where it is certain."""
        return _of(self.least, "credit_percent", "lower_bound"), _of(self.most, "credit_percent", "upper_bound")

    @property
    def money(self) -> tuple[Any, Any]:
        """The same in money."""
        return _of(self.least, "credit", "credit_lower"), _of(self.most, "credit", "credit_upper")

    @property
    def is_of_silent_text(self) -> bool:
        """Whether all that is uncertain is what the text says of one and the same uptime."""
        return bool(self.booked.bounds) and self.least == self.most


def verdict(book: MonthBook) -> Verdict | None:
    """The verdict by the reading used; None where the calculator gives no outcome."""
    if book.answer.outcome is None:
        return None
    return Verdict(book.answer.outcome, book.least.outcome, book.most.outcome)


def verdicts(book: MonthBook) -> Mapping[str, Verdict]:
    """The verdict by every reading, the one used first; none where all readings agree whatever is unknown."""
    answers = (book.answer, book.least, book.most)
    if not any(answer.alternatives for answer in answers):
        return {}
    used = next(answer.reading for answer in answers if answer.alternatives)
    keys = dict.fromkeys([used, *(key for answer in answers for key in answer.alternatives)])
    return {key: Verdict(*(_by_reading(answer, key) for answer in answers)) for key in keys}


def standing(book: MonthBook) -> str | None:
    """Whether the guarantee is met by the reading used, as far as can be said."""
    found = verdict(book)
    return found and found.standing


def _by_reading(answer: Answer, key: str) -> Outcome:
    """An alternative that gives no other answer is not among the alternatives."""
    return answer.alternatives.get(key, answer.outcome)


def _of(outcome: Outcome, figure: str, bound: str) -> Any:
    return outcome.bounds[bound] if outcome.bounds else outcome.result[figure]
