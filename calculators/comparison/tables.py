"""A table that stands in both versions: its columns and rows aligned, its cells compared one by one."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from calculators.comparison.runs import ADDED, CHANGED, REMOVED, SAME, Redline, Row, Run, TableChange, is_changed
from calculators.comparison.tokens import Table, Token, text_of

Cell = tuple[Token, ...]
Pair = tuple[int | None, int | None]
Levels = Sequence[Sequence[Hashable]]


def changed_table(old: Table, new: Table, compare: Callable[[Cell, Cell], Redline]) -> TableChange:
    """The table as one, with what became of its columns, rows and cells; `compare` redlines the words of two cells."""
    columns = _aligned([[text_of(cell) for cell in old.rows[0]]], [[text_of(cell) for cell in new.rows[0]]])
    rows = [
        _row(old.rows[i] if i is not None else None, new.rows[j] if j is not None else None, columns, compare)
        for i, j in [(0, 0), *_below_heading(old, new, columns)]
    ]
    return TableChange(tuple(map(_fate, columns)), tuple(rows))


def whole_table(table: Table, op: str) -> TableChange:
    """A table that stands, came or went as a whole."""
    width = max(len(row) for row in table.rows)
    rows = tuple(Row(op, tuple(_whole(_cell(row, at), op) for at in range(width))) for row in table.rows)
    return TableChange((SAME,) * width, rows)


def _whole(cell: Cell, op: str) -> Redline:
    old, new = () if op == ADDED else cell, () if op == REMOVED else cell
    return (Run(op, old, new),) if cell else ()


def _below_heading(old: Table, new: Table, columns: list[Pair]) -> Iterator[Pair]:
    """Rows are the same row when all their common cells agree, else when their first cells do."""
    shared = [(i, j) for i, j in columns if i is not None and j is not None]
    old_levels = _levels(old, [i for i, _ in shared])
    new_levels = _levels(new, [j for _, j in shared])
    for i, j in _aligned(old_levels, new_levels):
        yield None if i is None else i + 1, None if j is None else j + 1


def _levels(table: Table, columns: list[int]) -> Levels:
    texts = [tuple(text_of(_cell(row, at)) for at in columns) for row in table.rows[1:]]
    return texts, [row[:1] for row in texts]


def _aligned(old: Levels, new: Levels) -> list[Pair]:
    """Indices of both sides in order, by the keys of the first level, what is left by the next; at last by position."""
    pairs: list[Pair] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old[0], new[0], autojunk=False).get_opcodes():
        if tag != "equal" and len(old) > 1:
            inner = _aligned([level[i1:i2] for level in old[1:]], [level[j1:j2] for level in new[1:]])
            pairs += [(None if i is None else i + i1, None if j is None else j + j1) for i, j in inner]
        elif i2 - i1 == j2 - j1:
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            pairs += [(i, None) for i in range(i1, i2)] + [(None, j) for j in range(j1, j2)]
    return pairs


def _row(
    old: Sequence[Cell] | None,
    new: Sequence[Cell] | None,
    columns: list[Pair],
    compare: Callable[[Cell, Cell], Redline],
) -> Row:
    cells = tuple(compare(_cell(old, i), _cell(new, j)) for i, j in columns)
    if old is None or new is None:
        return Row(ADDED if old is None else REMOVED, cells)
    return Row(CHANGED if any(map(is_changed, cells)) else SAME, cells)


def _cell(row: Sequence[Cell] | None, at: int | None) -> Cell:
    return row[at] if row is not None and at is not None and at < len(row) else ()


def _fate(column: Pair) -> str:
    old, new = column
    return ADDED if old is None else REMOVED if new is None else SAME
