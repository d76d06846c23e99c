"""Marked tables as figures: tiers (a range leads to a figure) and tables (a row and a column lead to a figure)."""

import re
from dataclasses import dataclass
from functools import cached_property

from scripts.agreements.attributes import listed
from scripts.agreements.figures import KEBAB, marked_figure
from scripts.agreements.markdown_code import without_code
from scripts.agreements.marks import SPAN
from scripts.agreements.model import Caption, Clause, Mark
from scripts.agreements.numbers import phrase
from scripts.agreements.phrases import read_phrase
from scripts.agreements.problems import ProblemLog, Unreadable, did_you_mean, excerpt
from scripts.agreements.ranges import read_domain, read_range
from scripts.agreements.wording import Figure, Wording

TABLE_KINDS = ("table", "tiers")
HITS = ("first",)
RULE = re.compile(r":?-+:?")
FIELDS = {"table": ("kind", "columns", "keys"), "tiers": ("kind", "domain", "hit", "columns")}


@dataclass(frozen=True)
class Cell:
    """One cell: its text without the mark around it, and that mark if there is one."""

    text: str
    mark: Mark | None
    line: int


@dataclass(frozen=True)
class Table:
    """The header and the rows of a Markdown table."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class TableReader:
    """Reads the captioned tables of one clause into figures; faults go to the log, row by row."""

    clause: Clause
    wording: Wording
    log: ProblemLog

    @cached_property
    def marks(self) -> dict[int, Mark]:
        """The marks of the clause by where they start."""
        return {mark.start: mark for mark in self.clause.marks}

    def figure(self, caption: Caption) -> Figure | None:
        """The figure of one captioned table, or None after its faults are reported."""
        before = len(self.log.problems)
        try:
            kind = _kind(caption)
            table = self._table(caption)
            columns = _columns(caption, table)
            found = (
                self._tiers(caption, table, columns) if kind == "tiers" else self._table_figure(caption, table, columns)
            )
        except Unreadable as fault:
            self._report(caption.line, fault)
            return None
        return found if len(self.log.problems) == before else None

    def _report(self, line: int, fault: Unreadable) -> None:
        self.log.report_unreadable(line, fault, self.clause.reference)

    def _table(self, caption: Caption) -> Table:
        """The cells of the table; raises when it has no header and rule line, reports rows of another length."""
        source = self.clause.body[caption.table_start : caption.table_end].rstrip("\n")
        rows = _rows(source, caption, self.marks)
        if len(rows) < 2 or not all(RULE.fullmatch(cell.text) for cell in rows[1]):
            raise Unreadable(
                f"{{{caption.name}}} stands above lines that are no table", "a header, a line |---|---| and rows"
            )
        if len(rows) == 2:
            raise Unreadable(f"the table {{{caption.name}}} has no rows", "at least one row below the line |---|---|")
        for row in rows[2:]:
            self._check_row(row, rows[0])
        width = len(rows[0])
        return Table(rows[0], tuple(row for row in rows[2:] if len(row) == width and all(cell.text for cell in row)))

    def _check_row(self, row: tuple[Cell, ...], header: tuple[Cell, ...]) -> None:
        shown = " | ".join(cell.text for cell in row)
        if len(row) != len(header):
            number = f"{len(row)} cell{'s' if len(row) > 1 else ''}"
            self._report(
                row[0].line, Unreadable(f"row «{excerpt(shown)}» has {number}", f"{len(header)}, as in the header")
            )
        elif not all(cell.text for cell in row):
            self._report(
                row[0].line, Unreadable(f"row «{excerpt(shown)}» has an empty cell", "a text, or - for nothing")
            )

    def _tiers(self, caption: Caption, table: Table, columns: list[str]) -> Figure:
        if len(table.header) != 2:
            raise Unreadable(
                f"the tiers {{{caption.name}}} have {len(table.header)} columns", "a range and a figure: two columns"
            )
        hit = caption.attributes.get("hit", "first")
        if hit not in HITS:
            raise Unreadable(f'hit="{hit}" is not known', f"one of {', '.join(HITS)}", did_you_mean(hit, HITS))
        if "domain" not in caption.attributes:
            raise Unreadable(
                f"the tiers {{{caption.name}}} have no domain", 'the values that may occur, as domain="0..100 %"'
            )
        domain, unit_word = read_domain(caption.attributes["domain"], self.wording.language)
        units, unit = _unit_words(unit_word, self.wording)
        tiers = [tier for row in table.rows if (tier := self._tier(row, units))]
        ends = domain.as_json()
        return {
            "kind": "tiers",
            "unit": unit,
            "domain": [ends["from"], ends["to"]],
            "hit": hit,
            "columns": columns,
            "tiers": tiers,
        }

    def _tier(self, row: tuple[Cell, ...], units: frozenset[str]) -> dict[str, object] | None:
        try:
            span = read_range(row[0].text, self.wording.language, units)
            value = self._cell(row[1])
            if value["kind"] in ("text", "none"):
                raise Unreadable(f"«{excerpt(row[1].text)}» is no figure", "a figure in the second column, as 10 %")
        except Unreadable as fault:
            self._report(row[0].line, fault)
            return None
        return {**span.as_json(), "value": value, "text": row[0].text}

    def _table_figure(self, caption: Caption, table: Table, columns: list[str]) -> Figure:
        keys = _names(caption, "keys", len(table.rows), "rows", [row[0].text for row in table.rows])
        rows = [
            {"key": key, "text": row[0].text, "cells": self._cells(columns[1:], row[1:])}
            for key, row in zip(keys, table.rows, strict=True)
        ]
        return {"kind": "table", "columns": columns, "rows": rows}

    def _cells(self, columns: list[str], cells: tuple[Cell, ...]) -> dict[str, Figure]:
        found = {}
        for column, cell in zip(columns, cells, strict=True):
            try:
                found[column] = self._cell(cell)
            except Unreadable as fault:
                self._report(cell.line, fault)
        return found

    def _cell(self, cell: Cell) -> Figure:
        """The figure of a cell, its text where it is none, `none` for a dash."""
        if cell.mark and cell.mark.dangles is None:
            return {
                **marked_figure(cell.text, cell.mark.attributes, self.wording, cell.mark.name or ""),
                "text": cell.text,
            }
        if phrase(cell.text) == "-":
            return {"kind": "none"}
        found = read_phrase(cell.text, self.wording)
        return {**found, "text": cell.text} if found else {"kind": "text", "value": cell.text}


def _kind(caption: Caption) -> str:
    kind = caption.attributes.get("kind", "table")
    if kind not in TABLE_KINDS:
        raise Unreadable(
            f'kind "{kind}" of {{{caption.name}}} is not known', "table or tiers", did_you_mean(kind, TABLE_KINDS)
        )
    for key in caption.attributes:
        if key not in FIELDS[kind]:
            raise Unreadable(f"{key}= on {{{caption.name}}} of kind {kind}", f"only {', '.join(FIELDS[kind])}")
    return kind


def _columns(caption: Caption, table: Table) -> list[str]:
    return _names(caption, "columns", len(table.header), "columns", [cell.text for cell in table.header])


def _names(caption: Caption, key: str, wanted: int, of_what: str, printed: list[str]) -> list[str]:
    """The machine names of columns or rows, as many as there are, each once; raises otherwise."""
    shown = ", ".join(excerpt(text, 20) for text in printed)
    if key not in caption.attributes:
        raise Unreadable(f"{{{caption.name}}} has no {key}=", f"{wanted} English names for the {of_what} {shown}")
    names = listed(caption.attributes[key])
    if len(names) != wanted:
        raise Unreadable(f"{key}= of {{{caption.name}}} names {len(names)} {of_what}", f"{wanted}, for {shown}")
    wrong = next((name for name in names if not KEBAB.fullmatch(name) or names.count(name) > 1), None)
    if wrong is not None:
        raise Unreadable(f'"{excerpt(wrong)}" in {key}= of {{{caption.name}}}', "names in kebab-case, each once")
    return names


def _unit_words(word: str, wording: Wording) -> tuple[frozenset[str], str]:
    """Every word the unit may be printed with, and the unit's canonical name; none when there is no unit."""
    language = wording.language
    if word in language.percent:
        return language.percent, "%"
    if word in language.currency:
        return frozenset(language.currency), language.currency[word] or wording.currency
    vocabulary = language.units if word in language.units else language.counts
    if word in vocabulary:
        return frozenset(other for other, unit in vocabulary.items() if unit == vocabulary[word]), vocabulary[word]
    return frozenset({word} - {""}), word


def _rows(source: str, caption: Caption, marks: dict[int, Mark]) -> list[tuple[Cell, ...]]:
    """The cells of every line of a table."""
    rows, position = [], caption.table_start
    lines = zip(source.split("\n"), without_code(source).split("\n"), strict=True)
    for line_number, (line, masked) in enumerate(lines, start=caption.table_line):
        cells = (_cell_at(line[a:b], position + a, marks, line_number) for a, b in _cell_spans(masked))
        rows.append(tuple(cells))
        position += len(line) + 1
    return rows


def _cell_spans(masked: str) -> list[tuple[int, int]]:
    """Start and end of every cell between the bars of a row."""
    row = masked.rstrip()
    bars = [at for at, sign in enumerate(row) if sign == "|"]
    ends = bars[1:] if row.endswith("|") and len(bars) > 1 else [*bars[1:], len(row)]
    return [(start + 1, end) for start, end in zip(bars, ends, strict=False)]


def _cell_at(text: str, position: int, marks: dict[int, Mark], line: int) -> Cell:
    """The cell; a mark counts when it is all the cell holds."""
    stripped = text.strip()
    mark = marks.get(position + len(text) - len(text.lstrip()))
    if mark and mark.end - mark.start == len(stripped):
        return Cell(mark.text, mark, line)
    return Cell(SPAN.sub(lambda span: span["text"], stripped), None, line)
