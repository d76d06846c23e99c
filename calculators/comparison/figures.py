"""What became of the marked figures: changed, added, removed, or stated by another clause now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calculators.comparison.clauses import ClauseChange
from calculators.comparison.differences import Difference, difference, percentage_difference
from calculators.comparison.runs import (
    ADDED,
    CHANGED,
    REMOVED,
    TABLE,
    Row,
    TableChange,
    is_changed,
    new_side,
    old_side,
    stands_in,
)
from calculators.comparison.tokens import Table, Token, Word, text_of
from calculators.comparison.versions import Clause, Version
from calculators.contract.figures import typed

MOVED = "moved"
AROUND = 6  # words of its sentence shown on either side of a figure
IN_TABLES = ("tiers", "table")


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


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One marked figure that is not as it was; a figure may have changed and moved at once."""

    name: str
    op: str  # changed, added, removed, moved
    old: Stated | None
    new: Stated | None
    has_moved: bool = False
    difference: Difference | None = None
    cells: tuple[CellChange, ...] = ()


def changed_figures(old: Version, new: Version, clauses: Sequence[ClauseChange]) -> tuple[FigureChange, ...]:
    """The changes in the order of the clauses that state the figures now, or did last."""
    by_old = {change.old.anchor: change for change in clauses if change.old}
    by_new = {change.new.anchor: change for change in clauses if change.new}
    place = {id(change): at for at, change in enumerate(clauses)}
    found = []
    for name in {**new.parameters, **old.parameters}:
        before, after = old.parameters.get(name), new.parameters.get(name)
        one = by_old[before["clause"]] if before else None
        other = by_new[after["clause"]] if after else None
        if _is_news(name, before, after, one, other):
            figure = _change(name, (before, after), (one, other), (old, new))
            found.append((place[id(other or one)], figure))
    return tuple(figure for _, figure in sorted(found, key=lambda placed: placed[0]))


def _is_news(
    name: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    one: ClauseChange | None,
    other: ClauseChange | None,
) -> bool:
    """Whether a reader meets another figure, or it elsewhere; words that are only marked otherwise are no news."""
    if one is None:
        return any(stands_in(name, run, ADDED) for run in other.text_runs)
    if other is None:
        return any(stands_in(name, run, REMOVED) for run in one.text_runs)
    return _value(before) != _value(after) or one is not other


def _value(parameter: Any) -> Any:
    """A figure without its words and its place: what it says."""
    if isinstance(parameter, Mapping):
        return {name: _value(each) for name, each in parameter.items() if name not in ("text", "clause")}
    return [_value(each) for each in parameter] if isinstance(parameter, list) else parameter


def _change(
    name: str,
    parameters: tuple[Mapping[str, Any] | None, Mapping[str, Any] | None],
    changes: tuple[ClauseChange | None, ClauseChange | None],
    versions: tuple[Version, Version],
) -> FigureChange:
    (before, after), (one, other) = parameters, changes
    is_table = (after or before)["kind"] in IN_TABLES
    old = _stated(name, before["text"], one.old, old_side(one.text_runs), versions[0]) if one else None
    new = _stated(name, after["text"], other.new, new_side(other.text_runs), versions[1]) if other else None
    if old is None or new is None:
        return FigureChange(name, ADDED if old is None else REMOVED, old, new)
    op = CHANGED if _value(before) != _value(after) else MOVED
    cells = tuple(_cells_of(name, other)) if is_table else ()
    return FigureChange(name, op, old, new, one is not other, _difference(before, after), cells)


def _difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference | None:
    if before["kind"] != after["kind"] or after["kind"] in (*IN_TABLES, "share"):
        return None
    if after["kind"] == "percentage":
        return percentage_difference(typed(before), typed(after)) if _value(before) != _value(after) else None
    return difference(typed(before), typed(after))


def _stated(name: str, text: str, clause: Clause, tokens: Sequence[Token], version: Version) -> Stated:
    found = next(_found(name, tokens), ("", text, ""))
    return Stated(clause, version.heading_of(clause), *found)


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


def _cells_of(name: str, change: ClauseChange) -> Iterator[CellChange]:
    for run in change.text_runs:
        if run.op == TABLE and name in (run.old[0].name, run.new[0].name):
            yield from table_cells(run.table)


def table_cells(table: TableChange) -> Iterator[CellChange]:
    """What changed below a table's heading, cell by cell; a row that is new or gone is told as one."""
    headings = [_either(cell) for cell in table.rows[0].cells]
    for row in table.rows[1:]:
        label = _either(row.cells[0])
        if row.op in (ADDED, REMOVED):
            yield _whole_row(row, label)
        elif row.op == CHANGED:
            for heading, cell in zip(headings, row.cells, strict=True):
                if is_changed(cell):
                    yield CellChange(label, heading, text_of(old_side(cell)), text_of(new_side(cell)))


def _whole_row(row: Row, label: str) -> CellChange:
    words = " · ".join(filter(None, (_either(cell) for cell in row.cells[1:])))
    return CellChange(label, "", words if row.op == REMOVED else "", words if row.op == ADDED else "")


def _either(cell: Sequence[Any]) -> str:
    return text_of(new_side(cell)) or text_of(old_side(cell))
