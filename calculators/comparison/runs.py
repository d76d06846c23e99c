"""What a redline is made of: runs of tokens with one fate, and tables whose cells are redlines themselves."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from calculators.comparison.tokens import Table, Token, Word

SAME, REMOVED, ADDED, CHANGED = "same", "removed", "added", "changed"
REFORMATTED, RETARGETED, TABLE = "reformatted", "retargeted", "table"


@dataclass(frozen=True)
class Run:
    """Neighbouring tokens with one fate; what stands has its tokens on both sides, each in its own look.

    `op` is same, removed, added, reformatted (the words stand, their look changed), retargeted (a reference stands and
    leads to another clause) or table (a table stands, with changes in it).
    """

    op: str
    old: tuple[Token, ...] = ()
    new: tuple[Token, ...] = ()
    table: "TableChange | None" = None

    @cached_property
    def parts(self) -> list[tuple[tuple[Token, ...], tuple[Token, ...]]]:
        """Both sides cut at breaks and tables, which stand alone."""
        longer = self.new or self.old
        starts = [at for at, token in enumerate(longer) if token.starts_block]
        if not starts or len(longer) == 1:
            return [(self.old, self.new)]
        edges = sorted({0, len(longer), *starts, *(at + 1 for at in starts)})
        return [(self.old[start:end], self.new[start:end]) for start, end in pairwise(edges)]


Redline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: same, changed, removed or added; its cells in the order of the columns of both versions."""

    op: str
    cells: tuple[Redline, ...]


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table of both versions: what became of each column, and its rows, the heading first."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def is_changed(redline: Redline) -> bool:
    """Whether anything at all became of the text."""
    return any(run.op != SAME for run in redline)


def old_side(redline: Redline) -> tuple[Token, ...]:
    """The text as it was."""
    return tuple(token for run in redline for token in run.old)


def new_side(redline: Redline) -> tuple[Token, ...]:
    """The text as it is now."""
    return tuple(token for run in redline for token in run.new)


def stands_in(figure: str, run: Run, op: str) -> bool:
    """Whether a marked figure stands in a run with such a fate, or in a cell of a table's that has it."""
    if run.table:
        return any(stands_in(figure, inner, op) for row in run.table.rows for cell in row.cells for inner in cell)
    return run.op == op and any(_marks(token, figure) for token in run.old + run.new)


def _marks(token: Token, figure: str) -> bool:
    if isinstance(token, Table):
        return token.name == figure or any(_marks(word, figure) for row in token.rows for cell in row for word in cell)
    return isinstance(token, Word) and token.figure == figure
