"""A redline as HTML: what is gone in <del>, what is new in <ins>, each also named in words for those who listen.

Words of the house carry their key in data-word, so that a page can say them in another language.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from calculators.comparison.escaping import escaped
from calculators.comparison.inside import words_html
from calculators.comparison.layout import BOTH, NEW, OLD, Laid, Piece, laid_out, shown_in
from calculators.comparison.runs import ADDED, REFORMATTED, REMOVED, SAME, Redline, Run
from calculators.comparison.tables import whole_table
from calculators.comparison.tokens import Break, Table, Token, Word
from calculators.comparison.versions import Version

ELEMENT = {REMOVED: "del", ADDED: "ins"}
TARGET = attrgetter("target")
Tokens = tuple[Token, ...]


@dataclass(frozen=True)
class Markup:
    """Writes the redlines of two versions; `say` gives a word of the house by its key."""

    old: Version
    new: Version
    say: Callable[[str], str]

    def pieces(self, redline: Redline) -> list[Piece]:
        """The pieces of a redline, each written once for all the texts that show it."""
        return [self._piece(run, *part) for run in redline for part in run.parts]

    def blocks(self, pieces: Sequence[Piece], side: str = BOTH) -> str:
        """A clause's text: both versions in one, or one version with what the other lacks marked in it."""
        return "".join(self._grouped(laid_out(pieces, side), side))

    def line(self, pieces: Sequence[Piece], side: str = BOTH) -> str:
        """A heading or a cell: words only."""
        return _joined(shown_in(pieces, side), side)

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
            return self._table(laid, side)
        text = self._text(laid, side)
        return f"<blockquote><p>{text}</p></blockquote>" if laid.token.kind == "quote" else f"<p>{text}</p>"

    def _text(self, laid: Laid, side: str) -> str:
        text = _joined(laid.pieces, side)
        if laid.start.op == REFORMATTED and side != OLD:
            return f"{text}{self._note('look_block')}"
        if laid.start.op in ELEMENT and not laid.is_whole:
            return f"{laid.start.html} {text}"
        return text

    def _piece(self, run: Run, old: Tokens, new: Tokens) -> Piece:
        op, first = run.op, (new or old)[0]
        if first.starts_block:
            html = self._changed(op, "¶") if op in ELEMENT else ""
            return Piece(op, old, new, html, html, run.table)
        if op in ELEMENT:
            text = words_html(new, self.new) if op == ADDED else words_html(old, self.old)
            html = f"{_space(first)}{self._changed(op, text)}"
            return Piece(op, old, new, html, html)
        html = words_html(new, self.new)
        old_html = html if old == new and not any(map(TARGET, new)) else words_html(old, self.old)
        if op != SAME:
            note = self._look(old, new) if op == REFORMATTED else self._target(old[0], new[0])
            html = f'<span class="{op}">{html}</span>{note}'
        return Piece(op, old, new, f"{_space(old[0])}{old_html}", f"{_space(first)}{html}")

    def _changed(self, op: str, html: str) -> str:
        tag = ELEMENT[op]
        return f'<{tag}><span class="hidden">{self._word(f"mark_{op}")} </span>{html}</{tag}>'

    def _look(self, old: Tokens, new: Tokens) -> str:
        """In words, how the words look now and did before."""
        before, now = _formats(old), _formats(new)
        lost, gained = sorted(before - now), sorted(now - before)
        keys = [*(f"look_lost_{name}" for name in lost), *(f"look_gained_{name}" for name in gained)]
        return "".join(map(self._note, keys or ["look_block"]))

    def _target(self, before: Word, now: Word) -> str:
        led, leads = self._destination(before, self.old), self._destination(now, self.new)
        return f'<span class="note"> ({self._word("led_to")} {led}, {self._word("leads_to")} {leads})</span>'

    def _destination(self, word: Word, version: Version) -> str:
        clause = version.by_id.get((word.target or "").removeprefix("#"))
        return f'<a href="{escaped(clause.href)}">{escaped(clause.reference)}</a>' if clause else self._word("nowhere")

    def _note(self, key: str) -> str:
        return f'<span class="note"> ({self._word(key)})</span>'

    def _word(self, key: str) -> str:
        return f'<span data-word="{key}">{escaped(self.say(key))}</span>'

    def _table(self, laid: Laid, side: str) -> str:
        change = laid.start.table or whole_table(laid.token, laid.start.op)
        gone = {OLD: ADDED, NEW: REMOVED}.get(side)
        columns = [at for at, op in enumerate(change.columns) if op != gone]
        shown = [[self.pieces(row.cells[at]) for at in columns] for row in change.rows if row.op != gone]
        rows = [[self.line(cell, side) for cell in row] for row in shown]
        head, *body = (_row(cells, "td" if at else "th") for at, cells in enumerate(rows))
        label = f'aria-label="{escaped(self.say("table"))}" data-word-label="table"'
        table = f"<table><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>"
        return f'<div class="table" role="group" tabindex="0" {label}>{table}</div>'


def _joined(pieces: Sequence[Piece], side: str) -> str:
    return "".join([piece.old_html if side == OLD else piece.html for piece in pieces]).strip()


def _space(token: Token) -> str:
    return " " if isinstance(token, Word) and token.space else ""


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


def _formats(tokens: Tokens) -> frozenset[str]:
    return frozenset(name for token in tokens if isinstance(token, Word) for name in token.formats)
