"""A figure where it stands: its words in their sentence, or the changed cells of the table that it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculators.comparison.runs import (
    ADDED,
    CHANGED,
    REMOVED,
    TABLE,
    Redline,
    Row,
    TableChange,
    is_changed,
    new_side,
    old_side,
)
from calculators.comparison.tokens import Table, Token, Word, text_of
from calculators.comparison.versions import Clause, Version

AROUND = 6  # words of its sentence shown on either side of a figure


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as one version states it: its clause, the heading that stands under, its words among their sentence."""

    clause: Clause
    heading: str
    before: str
    text: str  # empty for a table
    after: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of a marked table, or a whole row of it that is new or gone."""

    row: str
    column: str
    old: str
    new: str


def stated(name: str, text: str, clause: Clause, tokens: Sequence[Token], version: Version) -> Stated:
    """The figure among the tokens of its clause; `text` is how its parameter prints it."""
    return Stated(clause, version.heading_of(clause), *next(_found(name, tokens), ("", text, "")))


def _found(name: str, tokens: Sequence[Token]) -> Iterator[tuple[str, str, str]]:
    """A figure among the words of its sentence; in a table, behind the first cell of its row."""
    for at, token in enumerate(tokens):
        if isinstance(token, Table):
            yield from _found_in_table(name, token)
        elif isinstance(token, Word) and token.figure == name:
            yield _before(tokens[:at]), token.text, _after(tokens[at + 1 :])


def _found_in_table(name: str, table: Table) -> Iterator[tuple[str, str, str]]:
    if table.name == name:
        yield "", "", ""
    for row in table.rows:
        words = [word for cell in row for word in cell if isinstance(word, Word) and word.figure == name]
        yield from ((f"{text_of(row[0])}:", word.text, "") for word in words)


def _before(tokens: Sequence[Token]) -> str:
    start = next((at for at in range(len(tokens), 0, -1) if _ends_sentence(tokens, at - 1)), 0)
    shown = tokens[max(start, len(tokens) - AROUND) :]
    return f"{'… ' * (len(shown) < len(tokens) - start)}{text_of(tuple(shown))}"


def _after(tokens: Sequence[Token]) -> str:
    end = next((at for at in range(len(tokens)) if _ends_sentence(tokens, at)), len(tokens))
    shown = tuple(tokens[: min(end, AROUND)])
    space = " " * bool(shown and isinstance(shown[0], Word) and shown[0].space)
    return f"{space}{text_of(shown)}{' …' * (len(shown) < end)}"


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence is over here: a full stop before a small letter only ends an abbreviation."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if not isinstance(token, Word):
        return True
    abbreviates = isinstance(following, Word) and not following.text[:1].isupper()
    return token.text in ":;?!" or (token.text == "." and not abbreviates)


def changed_cells(name: str, redline: Redline) -> Iterator[CellChange]:
    """What changed in the table of this name below its heading; a row that is new or gone is told as one."""
    for run in redline:
        if run.op == TABLE and name in (run.old[0].name, run.new[0].name):
            yield from _changed_cells(run.table)


def _changed_cells(table: TableChange) -> Iterator[CellChange]:
    headings = [_either(cell) for cell in table.rows[0].cells]
    for row in table.rows[1:]:
        if row.op in (ADDED, REMOVED):
            yield _whole_row(row)
        elif row.op == CHANGED:
            for at, (heading, cell) in enumerate(zip(headings, row.cells, strict=True)):
                if is_changed(cell):
                    label = _either(row.cells[0]) if at else ""  # a changed label cannot name its own row
                    yield CellChange(label, heading, text_of(old_side(cell)), text_of(new_side(cell)))


def _whole_row(row: Row) -> CellChange:
    words = " · ".join(filter(None, (_either(cell) for cell in row.cells[1:])))
    old, new = (words, "") if row.op == REMOVED else ("", words)
    return CellChange(_either(row.cells[0]), "", old, new)


def _either(cell: Redline) -> str:
    return text_of(new_side(cell)) or text_of(old_side(cell))
