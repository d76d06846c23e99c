"""Splits the text of a version into clauses: each reaches from its first line to the next clause's."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from scripts.agreements.heads import FirstLine, Head, find_heads
from scripts.agreements.known import Known
from scripts.agreements.markdown_code import without_code
from scripts.agreements.model import Clause
from scripts.agreements.problems import ProblemLog, excerpt


@dataclass(frozen=True)
class _Body:
    """What stands below a heading or after a paragraph's number, wherever that is in the file."""

    text: str
    above: int  # lines before the text
    length: int  # lines to the end of the text
    sha256: str  # of the whole clause


class _Place(NamedTuple):
    """Where a clause stands among the others of its text."""

    level: int
    parent: str | None
    reference: str
    ids: tuple[str, ...]


def split_clauses(text: str, first_line: int, log: ProblemLog, known: Known) -> tuple[Clause, ...]:
    """The clauses in order, without their marks; `first_line` is the line of the file the text starts on."""
    firsts = list(find_heads(text, without_code(text), first_line, log, known))
    _report_text_before(text[: firsts[0].start] if firsts else text, first_line, log)
    ends = [*(each.start - 1 for each in firsts[1:]), len(text)]
    clauses = []
    places = known.once(("places", tuple([each.head for each in firsts])), log, partial(_places, firsts, log))
    for first, end, place in zip(firsts, ends, places, strict=False):
        own = text[first.start : end]
        key = ("clause", own, first.line, place)
        clauses.append(known.once(key, log, partial(_clause, first, own, place, log, known)))
    return tuple(clauses)


def _report_text_before(text: str, first_line: int, log: ProblemLog) -> None:
    lines = text.split("\n")
    at = next((index for index, line in enumerate(lines) if line.strip() and line[0] != "#"), None)
    if at is not None:
        log.report(
            first_line + at,
            f"text before the first clause, «{excerpt(lines[at])}»",
            "every text inside a clause",
            "Put a heading with an anchor above it, as ## Introduction {#introduction}.",
        )


def _places(firsts: Iterable[FirstLine], log: ProblemLog) -> list[_Place]:
    """Where each clause stands, with its parent, reference and ids; an anchor used twice is reported."""
    places = []
    above: list[tuple[Head, _Place]] = []  # headings on the way down to here
    lines: dict[str, int] = {}  # by anchor
    ids = {first.head.anchor for first in firsts}
    for first in firsts:
        head, line = first.head, first.line
        above = [heading for heading in above if not head.level or heading[0].level < head.level]
        reference = _reference(head, above)
        number = (head.number,) if head.number and head.number not in ids else ()
        ids.update(number)
        anchor = _own_anchor(head.anchor, line, reference, lines, log)
        level, parent = (above[-1][0].level + 1, above[-1][1].ids[0]) if above else (2, None)
        place = _Place(head.level or level, parent, reference, (anchor, *number))
        above += [(head, place)] if head.level else []
        places.append(place)
    return places


def _reference(head: Head, above: list[tuple[Head, _Place]]) -> str:
    """How people cite the clause: its number, or its heading after the number of the nearest numbered one above."""
    if head.number:
        return head.number
    numbered = next((heading.number for heading, _ in reversed(above) if heading.number), None)
    return f"{numbered} «{head.heading}»" if numbered else head.heading or head.anchor


def _own_anchor(anchor: str, line: int, reference: str, lines: dict[str, int], log: ProblemLog) -> str:
    """The anchor, or after reporting that another clause has it one of the clause's own."""
    if anchor in lines:
        log.report(
            line,
            f'anchor "{anchor}" stands twice, first on line {lines[anchor]}',
            "each anchor once in a file",
            clause=reference,
        )
        return f"{anchor}-{line}"
    lines[anchor] = line
    return anchor


def _clause(first: FirstLine, text: str, place: _Place, log: ProblemLog, known: Known) -> Clause:
    head, body = first.head, known.once(("body", text), log, partial(_body, first.head, text))
    return Clause(
        anchor=place.ids[0],
        printed_number=head.printed_number,
        heading=head.heading,
        level=place.level,
        parent=place.parent,
        reference=place.reference,
        ids=place.ids,
        body=body.text,
        line=first.line,
        body_line=first.line + body.above,
        last_line=first.line + body.length - 1,
        sha256=body.sha256,
    )


def _body(head: Head, text: str) -> _Body:
    lines = text.split("\n")
    below = lines[1:] if head.level else [lines[0][head.text_from :], *_dedented(lines[1:])]
    skipped = next((at for at, text in enumerate(below) if text.strip()), 0)
    return _Body(
        text="\n".join(below[skipped:]).rstrip(),
        above=len(lines) - len(below) + skipped if below else 0,
        length=text.rstrip().count("\n") + 1,
        sha256=digest(lines),
    )


def digest(lines: Iterable[str]) -> str:
    """SHA-256 of a clause's Markdown; blanks at line ends and the number of empty lines do not count."""
    text = "\n".join([line.rstrip() for line in lines]).strip("\n")
    normal = re.sub(r"\n{3,}", "\n\n", text) if "\n\n\n" in text else text
    return hashlib.sha256(normal.encode()).hexdigest()


def _dedented(lines: Sequence[str]) -> list[str]:
    """The lines of a numbered paragraph without the indent that lines them up with its text."""
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    indent = min(indents, default=0)
    return [line[indent:] for line in lines]
