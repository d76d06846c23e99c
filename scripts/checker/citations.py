"""Where a clause's text cites others by number: `jf. punkt 4.2`, `pkt. 7-10`, `§ 3`, linked or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.agreements.model import Clause, Reference
from scripts.checker.document import Document
from scripts.checker.vocabulary import NUMBER

RANGE = re.compile(r"\s*(?:[–-]|til|till|to|through)\s*")
NEAR = 60


@dataclass(frozen=True)
class Citation:
    """One cited number; `link` is where the Markdown leads from it, if it does."""

    words: str
    number: str
    start: int
    end: int
    link: Reference | None
    is_declared: bool  # the author has said that it dangles
    names_other: bool  # a statute or another document is named beside it


def citations(document: Document, clause: Clause) -> Iterator[Citation]:
    """Every number a clause cites, in order; of a range both ends, and the whole numbers between them."""
    prose = document.prose[clause.anchor]
    for found in prose.found(document.vocabulary.clause_reference):
        other = _names_other(document, prose.text, found)
        for number, start, end in _numbers(found):
            link = next((each for each in clause.references if each.start <= start < each.end), None)
            dangles = any(mark.dangles and mark.start <= start < mark.end for mark in clause.marks)
            yield Citation(" ".join(found[0].split()), number, start, end, link, dangles, other)


def _numbers(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    stretch, offset = found["numbers"], found.start("numbers")
    listed = list(re.finditer(NUMBER, stretch))
    for at, each in enumerate(listed):
        start, end = offset + each.start(), offset + each.end()
        if at and RANGE.fullmatch(stretch[listed[at - 1].end() : each.start()]):
            yield from ((str(number), start, end) for number in _between(listed[at - 1][0], each[0]))
        yield each[0], start, end


def _between(first: str, last: str) -> range:
    """The whole numbers strictly between the ends of `7-10`; none for `4.1-4.3`."""
    whole = first.isdigit() and last.isdigit() and int(last) - int(first) < 30
    return range(int(first) + 1, int(last)) if whole else range(0)


def _names_other(document: Document, text: str, found: re.Match[str]) -> bool:
    """A statute close before or after the number, or another document right after it."""
    before, after = text[max(0, found.start() - NEAR) : found.start()], text[found.end() : found.end() + NEAR]
    patterns = document.vocabulary.pattern
    if re.search(rf"(?:{patterns('statute').pattern})\W*$", before, re.IGNORECASE):
        return True
    close = re.split(r"[.;:(]", after)[0]
    return bool(patterns("other_document").search(close) or patterns("statute").search(close))
