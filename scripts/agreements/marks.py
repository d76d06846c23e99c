"""Finds what is marked in a clause: figures, captions of tables, dangling references. Finding is not yet reading."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import partial

from scripts.agreements.attributes import name_and_attributes
from scripts.agreements.known import Known
from scripts.agreements.markdown_code import without_code
from scripts.agreements.model import Caption, Clause, Mark
from scripts.agreements.problems import ProblemLog, Unreadable, excerpt
from scripts.agreements.references import find_references

MARK_ATTRIBUTES = ("value", "unit", "kind", "dangles")
CAPTION_ATTRIBUTES = ("kind", "domain", "hit", "columns", "keys")
SPAN = re.compile(r"\[(?P<text>[^\[\]]*)\]\{(?P<braces>[^{}]*)\}")
UNCLOSED = re.compile(r"\[[^\[\]\n]*\]\{[^{}\n]*$", re.MULTILINE)
BRACE = re.compile(r"[{}]")
CAPTION = re.compile(r"^ {0,3}\{(?P<braces>[^{}\n]*)\}[ \t]*$", re.MULTILINE)
TABLE = re.compile(r"\n(?:[ \t]*\n)?(?P<table>(?:[ \t]*\|[^\n]*(?:\n|$))+)")


@dataclass(frozen=True)
class Lines:
    """Where the lines of a clause's body start, to name the line of any position in it."""

    starts: tuple[int, ...]
    first: int

    @classmethod
    def of(cls, body: str, first: int) -> "Lines":
        return cls((0, *(found.end() for found in re.finditer("\n", body))), first)

    def at(self, position: int) -> int:
        return self.first + bisect_right(self.starts, position) - 1


def with_marks(clause: Clause, agreement: str, log: ProblemLog, known: Known) -> Clause:
    """The clause with its marks, captions and references; faulty ones are reported and left out."""
    if "[" not in clause.body and "{" not in clause.body:
        return clause
    return known.once(("marks", clause), log, partial(_marked, clause, agreement, log))


def _marked(clause: Clause, agreement: str, log: ProblemLog) -> Clause:
    masked = without_code(clause.body)
    lines = Lines.of(clause.body, clause.body_line)
    return replace(
        clause,
        marks=tuple(_marks(clause, masked, lines, log)),
        captions=tuple(_captions(clause, masked, lines, log)),
        references=tuple(find_references(clause, masked, lines.at, agreement, log)),
    )


def _marks(clause: Clause, masked: str, lines: Lines, log: ProblemLog) -> list[Mark]:
    marks = []
    for span in SPAN.finditer(masked):
        line = lines.at(span.start())
        text = clause.body[span.start("text") : span.end("text")]
        braces = clause.body[span.start("braces") : span.end("braces")]
        try:
            name, attributes = name_and_attributes(braces, MARK_ATTRIBUTES)
            _check_use(name, attributes, text)
        except Unreadable as fault:
            log.report_unreadable(line, fault, clause.reference)
            continue
        marks.append(Mark(text, name, attributes, span.start(), span.end(), line))
    for start in UNCLOSED.finditer(masked):
        brace = BRACE.search(masked, start.end())
        if brace is None or brace[0] == "{":
            log.report(
                lines.at(start.start()),
                f"mark «{excerpt(start[0])}» is never closed",
                "a closing brace }",
                clause=clause.reference,
            )
    return marks


def _check_use(name: str | None, attributes: dict[str, str], text: str) -> None:
    """A mark names a figure, overrides a cell, or declares a dangling reference; raises when it does none."""
    if not text.strip():
        raise Unreadable(
            "a mark with nothing between its brackets", "the words of the figure, as [36 months]{term.initial}"
        )
    if "dangles" in attributes:
        if name or len(attributes) > 1:
            raise Unreadable(
                "dangles= together with a name or value", 'only the reason, as {dangles="no such heading"}'
            )
    elif name is None and "value" not in attributes:
        raise Unreadable(f"mark «{excerpt(text)}» has no name", "a name, as [36 months]{term.initial}")


def _captions(clause: Clause, masked: str, lines: Lines, log: ProblemLog) -> list[Caption]:
    captions = []
    for found in CAPTION.finditer(masked):
        line = lines.at(found.start())
        braces = clause.body[found.start("braces") : found.end("braces")]
        try:
            name, attributes = name_and_attributes(braces, CAPTION_ATTRIBUTES)
            if name is None:
                raise Unreadable(
                    f"caption {{{excerpt(braces)}}} has no name", "a name first, as {credit.tiers kind=tiers}"
                )
            table = _table_below(masked, found.end(), name)
        except Unreadable as fault:
            log.report_unreadable(line, fault, clause.reference)
            continue
        captions.append(
            Caption(
                name,
                attributes,
                found.start(),
                found.end(),
                table.start("table"),
                table.end("table"),
                line,
                lines.at(table.start("table")),
            )
        )
    return captions


def _table_below(masked: str, position: int, name: str) -> re.Match[str]:
    table = TABLE.match(masked, position)
    if table is None:
        below = next(
            (line for line in masked[position : position + 500].split("\n") if line.strip()), "the end of the clause"
        )
        raise Unreadable(
            f"caption {{{excerpt(name)}}} stands above no table but above «{excerpt(below)}»",
            "a table on the next line, every row starting with |",
        )
    return table
