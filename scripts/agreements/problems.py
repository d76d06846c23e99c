"""Findings for the author of an agreement: where, what was found, what was expected, the likely intent.

Readers never raise for bad content: they write what they find into a `ProblemLog`, one per file, and read on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One finding; printed as a line that an editor can jump to."""

    file: str
    line: int
    clause: str | None
    found: str
    expected: str
    likely: str = ""

    def __str__(self) -> str:
        clause = f'clause "{self.clause}": ' if self.clause else ""
        likely = f" {self.likely}" if self.likely else ""
        return f"{self.file}:{self.line}: {clause}{self.found}; expected {self.expected}.{likely}"


class Unreadable(Exception):
    """A phrase or attribute that does not say what it should; carries the words of the `Problem` it becomes."""

    def __init__(self, found: str, expected: str, likely: str = "") -> None:
        super().__init__(found)
        self.found, self.expected, self.likely = found, expected, likely


class ProblemLog:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def report(self, line: int, found: str, expected: str, likely: str = "", clause: str | None = None) -> None:
        self.problems.append(Problem(self.file, line, clause, found, expected, likely))

    def report_unreadable(self, line: int, fault: Unreadable, clause: str | None = None) -> None:
        self.report(line, fault.found, fault.expected, fault.likely, clause)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean "credit.tiers"?`, or nothing when no known word is near."""
    close = nearest(word, known)
    return f'Did you mean "{close}"?' if close else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, when one does."""
    return next(iter(get_close_matches(word[:100], list(known), n=1, cutoff=0.6)), None)


def excerpt(text: str, length: int = 60) -> str:
    """The text on one line, cut to a length that fits a message."""
    flat = " ".join(text[: 4 * length].split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
