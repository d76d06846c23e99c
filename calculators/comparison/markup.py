"""A redline as HTML: what is gone in <del>, what is new in <ins>, each also named in words for those who listen.

Words of the house carry their key in data-word, so that a page can say them in another language.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from calculators.comparison.escaping import escaped
from calculators.comparison.inside import words_html
from calculators.comparison.layout import BOTH, NEW, OLD, Laid, Piece, laid_out
from calculators.comparison.runs import ADDED, REFORMATTED, REMOVED, SAME, Redline
from calculators.comparison.tables import whole_table
from calculators.comparison.tokens import Break, Table, Token, Word
from calculators.comparison.versions import Version

ELEMENT = {REMOVED: "del", ADDED: "ins"}


@dataclass(frozen=True)
class Markup:
    """Writes the redlines of two versions; `say` gives a word of the house by its key."""

    old: Version
    new: Version
    say: Callable[[str], str]

    def blocks(self, redline: Redline, side: str = BOTH) -> str:
        """A clause's text: both versions in one, or one version with what the other lacks marked in it."""
        return "".join(self._grouped(laid_out(redline, side), side))

    def line(self, redline: Redline, side: str = BOTH) -> str:
        """A heading or a cell: words only."""
        return "".join(self._piece(piece, side) for laid in laid_out(redline, side) for piece in laid.pieces).strip()

    def _grouped(self, laid: Sequence[Laid], side: str) -> Iterator[str]:
        for is_list, group in _parts(laid):
            if is_list:
                yield from self._list(group, side)
            else:
                yield from (self._block(each, side) for each in group)

    def _list(self, laid: Sequence[Laid], side: str) -> Iterator[str]:
        """Items of the first one's depth; what is set in deeper stands inside the item above it."""
        depth = laid[0].token.depth
        starts = [at for at, each in enumerate(laid) if at == 0 or each.token.depth <= depth]
        tag = "ol" if laid[0].token.marker[:1].isdigit() else "ul"
        yield f"<{tag}>"
        for start, end in zip(starts, [*starts[1:], len(laid)], strict=True):
            inner = "".join(self._grouped(laid[start + 1 : end], side)) if end > start + 1 else ""
            yield f"<li{_value(laid[start])}>{self._text(laid[start], side)}{inner}</li>"
        yield f"</{tag}>"

    def _block(self, laid: Laid, side: str) -> str:
        if isinstance(laid.token, Table):
            return self._table(laid.start, side)
        text = self._text(laid, side)
        return f"<blockquote><p>{text}</p></blockquote>" if laid.token.kind == "quote" else f"<p>{text}</p>"

    def _text(self, laid: Laid, side: str) -> str:
        text = "".join(self._piece(piece, side) for piece in laid.pieces).strip()
        if laid.start.op == REFORMATTED and side != OLD:
            return f"{text}{self._note('look_block')}"
        if laid.start.op in ELEMENT and not laid.is_whole:
            return f"{self._changed(laid.start.op, '¶')} {text}"
        return text

    def _piece(self, piece: Piece, side: str) -> str:
        version = self.old if side == OLD or piece.op == REMOVED else self.new
        text = words_html(piece.shown, version)
        space = " " if isinstance(piece.shown[0], Word) and piece.shown[0].space else ""
        if piece.op in ELEMENT:
            return f"{space}{self._changed(piece.op, text)}"
        if piece.op == SAME or side == OLD:
            return f"{space}{text}"
        note = self._look(piece) if piece.op == REFORMATTED else self._target(piece)
        return f'{space}<span class="{piece.op}">{text}</span>{note}'

    def _changed(self, op: str, html: str) -> str:
        tag = ELEMENT[op]
        return f'<{tag}><span class="hidden">{self._word(f"mark_{op}")} </span>{html}</{tag}>'

    def _look(self, piece: Piece) -> str:
        """In words, how the words look now and did before."""
        before, now = _formats(piece.other), _formats(piece.shown)
        lost, gained = sorted(before - now), sorted(now - before)
        keys = [*(f"look_lost_{name}" for name in lost), *(f"look_gained_{name}" for name in gained)]
        return "".join(map(self._note, keys or ["look_block"]))

    def _target(self, piece: Piece) -> str:
        before, now = piece.other[0], piece.shown[0]
        led, leads = self._destination(before, self.old), self._destination(now, self.new)
        return f'<span class="note"> ({self._word("led_to")} {led}, {self._word("leads_to")} {leads})</span>'

    def _destination(self, word: Word, version: Version) -> str:
        clause = version.by_id.get((word.target or "").removeprefix("#"))
        return f'<a href="{escaped(clause.href)}">{escaped(clause.reference)}</a>' if clause else self._word("nowhere")

    def _note(self, key: str) -> str:
        return f'<span class="note"> ({self._word(key)})</span>'

    def _word(self, key: str) -> str:
        return f'<span data-word="{key}">{escaped(self.say(key))}</span>'

    def _table(self, piece: Piece, side: str) -> str:
        change = piece.table or whole_table(piece.shown[0], piece.op)
        gone = {OLD: ADDED, NEW: REMOVED}.get(side)
        columns = [at for at, op in enumerate(change.columns) if op != gone]
        rows = [[self.line(row.cells[at], side) for at in columns] for row in change.rows if row.op != gone]
        head, *body = (_row(cells, "td" if at else "th") for at, cells in enumerate(rows))
        label = f'aria-label="{escaped(self.say("table"))}" data-word-label="table"'
        table = f"<table><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>"
        return f'<div class="table" role="group" tabindex="0" {label}>{table}</div>'


def _row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


def _parts(laid: Sequence[Laid]) -> Iterator[tuple[bool, list[Laid]]]:
    """Lists, each from its first item to the last block that is set in as deep, and the blocks between them."""
    depth: int | None = None  # of the list we are in

    def is_listed(each: Laid) -> bool:
        nonlocal depth
        token = each.token
        if isinstance(token, Break) and token.kind == "item":
            depth = token.depth if depth is None else min(depth, token.depth)
            return True
        within = depth is not None and isinstance(token, Break) and token.depth > depth
        depth = depth if within else None
        return within

    for is_list, group in groupby(laid, key=is_listed):
        yield is_list, list(group)


def _value(laid: Laid) -> str:
    """The number an item is printed with, where it has one."""
    number = laid.token.marker.rstrip(".)")
    return f' value="{number}"' if number.isdigit() else ""


def _formats(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(name for token in tokens if isinstance(token, Word) for name in token.formats)
