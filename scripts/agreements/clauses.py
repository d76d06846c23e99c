"""Splits the text of a version into clauses: each reaches from its first line to the next clause's."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from scripts.agreements.heads import Head, find_heads
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

    line: int
    level: int
    parent: str | None
    reference: str
    ids: tuple[str, ...]


def split_clauses(text: str, first_line: int, log: ProblemLog, known: Known) -> tuple[Clause, ...]:
    """The clauses in order, without their marks; `first_line` is the line of the file the text starts on."""
    lines, masked = text.split("\n"), without_code(text).split("\n")
    heads = find_heads(lines, masked, first_line, log, known)
    starts = [*heads, len(lines)]
    _report_text_before(lines[: starts[0]], first_line, log)
    clauses = []
    for (start, head), end, place in zip(heads.items(), starts[1:], _places(heads, first_line, log), strict=True):
        own = tuple(lines[start:end])
        clauses.append(known.once(("clause", own, place), log, partial(_clause, head, own, place, log, known)))
    return tuple(clauses)


def _report_text_before(lines: list[str], first_line: int, log: ProblemLog) -> None:
    at = next((index for index, line in enumerate(lines) if line.strip() and line[0] != "#"), None)
    if at is not None:
        log.report(
            first_line + at,
            f"text before the first clause, «{excerpt(lines[at])}»",
            "every text inside a clause",
            "Put a heading with an anchor above it, as ## Introduction {#introduction}.",
        )


def _places(heads: Mapping[int, Head], first_line: int, log: ProblemLog) -> Iterator[_Place]:
    """Where each clause stands, with its parent, reference and ids; an anchor used twice is reported."""
    above: list[tuple[Head, _Place]] = []  # headings on the way down to here
    lines: dict[str, int] = {}  # by anchor
    ids = {head.anchor for head in heads.values()}
    for index, head in heads.items():
        above = [heading for heading in above if not head.level or heading[0].level < head.level]
        line, reference = first_line + index, _reference(head, above)
        number = (head.number,) if head.number and head.number not in ids else ()
        ids.update(number)
        anchor = _own_anchor(head.anchor, line, reference, lines, log)
        level, parent = (above[-1][0].level + 1, above[-1][1].ids[0]) if above else (2, None)
        place = _Place(line, head.level or level, parent, reference, (anchor, *number))
        above += [(head, place)] if head.level else []
        yield place


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


def _clause(head: Head, lines: tuple[str, ...], place: _Place, log: ProblemLog, known: Known) -> Clause:
    body = known.once(("body", lines), log, partial(_body, head, lines))
    return Clause(
        anchor=place.ids[0],
        printed_number=head.printed_number,
        heading=head.heading,
        level=place.level,
        parent=place.parent,
        reference=place.reference,
        ids=place.ids,
        body=body.text,
        line=place.line,
        body_line=place.line + body.above,
        last_line=place.line + body.length - 1,
        sha256=body.sha256,
    )


def _body(head: Head, lines: tuple[str, ...]) -> _Body:
    below = list(lines[1:]) if head.level else [lines[0][head.text_from :], *_dedented(lines[1:])]
    skipped = next((at for at, text in enumerate(below) if text.strip()), 0)
    return _Body(
        text="\n".join(below[skipped:]).rstrip(),
        above=len(lines) - len(below) + skipped if below else 0,
        length=len("\n".join(lines).rstrip().split("\n")),
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
