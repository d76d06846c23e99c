"""A redline laid out in blocks: paragraphs, items and tables, each with its pieces of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from calculators.comparison.runs import ADDED, REMOVED, SAME, Redline, Run, TableChange
from calculators.comparison.tokens import Break, Table, Token

BOTH, OLD, NEW = "both", "old", "new"  # what is laid out: both versions in one text, or one of them


class Piece(NamedTuple):
    """Tokens of one fate as they are shown; `other` is how the other version has them, where it does."""

    op: str
    shown: tuple[Token, ...]
    other: tuple[Token, ...] = ()
    table: TableChange | None = None


UNMARKED = Piece(SAME, (Break("paragraph"),))  # how a line begins


@dataclass(slots=True)
class Laid:
    """One block: how it starts, what became of that start, and its pieces; a table is its only piece."""

    start: Piece
    pieces: list[Piece] = field(default_factory=list)

    @property
    def token(self) -> Token:
        return self.start.shown[0]

    @property
    def is_whole(self) -> bool:
        """Whether the block came or went with all that is in it."""
        return self.start.op in (ADDED, REMOVED) and all(piece.op == self.start.op for piece in self.pieces)


def laid_out(redline: Redline, side: str = BOTH) -> list[Laid]:
    """The blocks in order."""
    made: list[Laid] = []
    pieces = [piece for run in redline for piece in _pieces(run, side)]
    for at, piece in enumerate(pieces):
        if piece.shown[0].starts_block and not (side == BOTH and _joins_block_before(pieces, at)):
            made.append(Laid(piece))
            continue
        if not made or isinstance(made[-1].token, Table):
            made.append(Laid(UNMARKED))
        made[-1].pieces.append(piece)
    return made


def _pieces(run: Run, side: str) -> Iterator[Piece]:
    """The parts of a run as they are shown; nothing of it where it is not of this side."""
    for old, new in run.parts:
        shown, other = (old, new) if side == OLD else (new, old)
        if side == BOTH and not shown:
            shown, other = other, ()
        if shown:
            yield Piece(run.op, shown, other, run.table)


def _joins_block_before(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a break is gone while words after it stand: they are part of the block before it now."""
    if pieces[at].op != REMOVED or isinstance(pieces[at].shown[0], Table):
        return False
    for piece in pieces[at + 1 :]:
        if piece.shown[0].starts_block:
            return False
        if piece.op != REMOVED:
            return True
    return False
