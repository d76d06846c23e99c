"""A redline laid out in blocks: paragraphs, items and tables, each with its pieces of text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from calculators.comparison.runs import ADDED, REMOVED, SAME, TableChange
from calculators.comparison.tokens import Break, Table, Token

BOTH, OLD, NEW = "both", "old", "new"  # what is laid out: both versions in one text, or one of them


class Piece(NamedTuple):
    """Tokens of one fate as each version has them, none where it lacks them; `old_html` is for the old text alone."""

    op: str
    old: tuple[Token, ...]
    new: tuple[Token, ...]
    old_html: str = ""
    html: str = ""
    table: TableChange | None = None

    @property
    def starts_block(self) -> bool:
        return (self.new or self.old)[0].starts_block

    def first(self, side: str) -> Token:
        """Its first token as a text shows it."""
        return (self.old if side == OLD or not self.new else self.new)[0]


START = (Break("paragraph"),)
UNMARKED = Piece(SAME, START, START)  # how a line begins


@dataclass(slots=True)
class Laid:
    """One block: how it starts, what became of that start, and its pieces; a table is its only piece."""

    start: Piece
    token: Token
    pieces: list[Piece] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether the block came or went with all that is in it."""
        return self.start.op in (ADDED, REMOVED) and all(piece.op == self.start.op for piece in self.pieces)


def shown_in(pieces: Sequence[Piece], side: str) -> Sequence[Piece]:
    """The pieces that a text has."""
    return pieces if side == BOTH else [piece for piece in pieces if (piece.old if side == OLD else piece.new)]


def laid_out(pieces: Sequence[Piece], side: str) -> list[Laid]:
    """The blocks in order."""
    made: list[Laid] = []
    shown = shown_in(pieces, side)
    for at, piece in enumerate(shown):
        if piece.starts_block and not (side == BOTH and _joins_block_before(shown, at)):
            made.append(Laid(piece, piece.first(side)))
            continue
        if not made or isinstance(made[-1].token, Table):
            made.append(Laid(UNMARKED, START[0]))
        made[-1].pieces.append(piece)
    return made


def _joins_block_before(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a break is gone while words after it stand: they are part of the block before it now."""
    if pieces[at].op != REMOVED or isinstance(pieces[at].old[0], Table):
        return False
    for piece in pieces[at + 1 :]:
        if piece.starts_block:
            return False
        if piece.op != REMOVED:
            return True
    return False
