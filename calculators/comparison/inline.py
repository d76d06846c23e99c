"""The inside of a paragraph: its Markdown read into pieces of visible text, each with its format and what it marks.

Only what agreements use is read: escapes, code, emphasis, marks, links, line breaks and a few harmless tags.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from calculators.comparison.escaping import unescaped

INLINE = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`+)(?P<code>[^`]+)(?P=ticks)(?!`)
    | \[(?P<marked>[^\[\]]*)\]\{(?P<braces>[^{}]*)\}
    | !?\[(?P<linked>[^\[\]]*)\]\((?P<target>[^()\s]*)\)
    | <(?P<address>https?:[^<>\s]+)>
    | <(?P<closing>/?)(?P<tag>[a-z]+)(?:\s[^<>]*)?/?>
    | (?P<line>(?:[ ]{2,}|\\)\n)
    | (?P<signs>\*+|_+)
    """,
    re.VERBOSE | re.DOTALL,
)
SIGN = re.compile(r"[\\`\[<*_\n]")  # where none of these stands, INLINE finds nothing
NAME = re.compile(r"\s*(?P<name>[a-z][a-z0-9.-]*)(?=\s|$)")
DANGLES = re.compile(r'\bdangles="(?P<reason>[^"]*)"')
FORMAT_OF_TAG = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sup": "sup", "sub": "sub", "code": "code"}


Switch = tuple[str, bool]  # a format, and whether it begins here


@dataclass(frozen=True, slots=True)
class Piece:
    """Some visible text in one format. A `whole` piece is a figure or a reference and must not be split."""

    text: str
    formats: frozenset[str] = frozenset()
    whole: bool = False
    figure: str | None = None
    target: str | None = None
    dangles: str | None = None
    breaks_line: bool = False


@dataclass(slots=True)
class _Signs:
    """A run of * or _ that may open or close emphasis; `left` of them are still unused."""

    sign: str
    left: int
    opens: bool
    closes: bool


def pieces(markdown: str) -> list[Piece]:
    """The pieces of one paragraph in order; plain ones side by side in one format are one."""
    if not SIGN.search(markdown):
        return [Piece(unescaped(markdown))] if markdown else []
    found: list[Piece] = []
    for is_plain, group in groupby(_formatted(list(_parts(markdown))), key=_plain_format):
        alike = list(group)
        found += [replace(alike[0], text="".join(piece.text for piece in alike))] if is_plain else alike
    return [piece for piece in found if piece.text or piece.breaks_line]


def _parts(markdown: str) -> Iterator[Piece | _Signs | Switch]:
    """Pieces, runs of emphasis signs, and switches where a tag begins or ends a format."""
    position = 0
    for found in INLINE.finditer(markdown):
        if found.start() > position:
            yield Piece(unescaped(markdown[position : found.start()]))
        yield from _part(found, markdown)
        position = found.end()
    if position < len(markdown):
        yield Piece(unescaped(markdown[position:]))


def _part(found: re.Match[str], markdown: str) -> Iterator[Piece | _Signs | Switch]:
    if found["signs"]:
        yield _signs(found, markdown)
    elif found["escaped"]:
        yield Piece(found["escaped"])
    elif found["code"]:
        yield Piece(found["code"], frozenset({"code"}))
    elif found["marked"] is not None:
        yield _mark(found["marked"], found["braces"])
    elif found["linked"] is not None:
        yield replace(_joined(found["linked"]), whole=True, target=found["target"])
    elif found["address"]:
        yield Piece(found["address"], whole=True, target=found["address"])
    elif found["line"] or found["tag"] == "br":
        yield Piece("", breaks_line=True)
    elif found["tag"] in FORMAT_OF_TAG:
        yield FORMAT_OF_TAG[found["tag"]], not found["closing"]


def _mark(text: str, braces: str) -> Piece:
    name, dangles = NAME.match(braces), DANGLES.search(braces)
    figure = name["name"] if name and not dangles else None
    return replace(_joined(text), whole=True, figure=figure, dangles=dangles["reason"] if dangles else None)


def _joined(markdown: str) -> Piece:
    """Text inside a mark or link as one piece; it is in a format where all of it is."""
    inner = pieces(markdown)
    formats = frozenset.intersection(*(piece.formats for piece in inner)) if inner else frozenset()
    return Piece("".join(piece.text for piece in inner), formats)


def _signs(found: re.Match[str], markdown: str) -> _Signs:
    start, end = found.span()
    sign, before, after = markdown[start], markdown[max(start - 1, 0) : start], markdown[end : end + 1]
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    if sign == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return _Signs(sign, len(found["signs"]), opens, closes)


def _formatted(parts: list[Piece | _Signs | Switch]) -> Iterator[Piece]:
    """The pieces, each in the formats that are switched on where it stands; signs that matched nothing are text."""
    on: Counter[str] = Counter()
    switches = _emphasis(parts)
    for at, part in enumerate(parts):
        if isinstance(part, tuple):
            _switch(on, *part)
            continue
        for name, is_open in switches.get(at, ()):
            if not is_open:
                _switch(on, name, False)
        piece = Piece(part.sign * part.left) if isinstance(part, _Signs) else part
        yield replace(piece, formats=piece.formats | frozenset(on)) if on else piece
        for name, is_open in switches.get(at, ()):
            if is_open:
                _switch(on, name, True)


def _switch(on: Counter[str], name: str, is_open: bool) -> None:
    on[name] += 1 if is_open else -1
    if on[name] <= 0:
        del on[name]


def _emphasis(parts: list[Piece | _Signs | Switch]) -> dict[int, list[Switch]]:
    """Which runs of signs switch what: a closing run is matched with the nearest opening one of the same sign."""
    switches: dict[int, list[Switch]] = {}
    open_runs: dict[str, list[int]] = {"*": [], "_": []}
    for at, part in enumerate(parts):
        if not isinstance(part, _Signs):
            continue
        while part.closes and part.left and open_runs[part.sign]:
            opening = open_runs[part.sign][-1]
            name = _match(parts[opening], part)
            switches.setdefault(opening, []).append((name, True))
            switches.setdefault(at, []).append((name, False))
            _forget_inside(open_runs, opening, is_used_up=not parts[opening].left)
        if part.opens and part.left:
            open_runs[part.sign].append(at)
    return switches


def _match(opening: _Signs, closing: _Signs) -> str:
    """Use up two signs of both runs for strong emphasis where both have them, else one."""
    width = 2 if min(opening.left, closing.left) >= 2 else 1
    opening.left -= width
    closing.left -= width
    return "strong" if width == 2 else "em"


def _forget_inside(open_runs: dict[str, list[int]], opening: int, *, is_used_up: bool) -> None:
    """What opened inside an emphasis cannot close outside it."""
    for runs in open_runs.values():
        while runs and (runs[-1] > opening or (is_used_up and runs[-1] == opening)):
            runs.pop()


def _plain_format(piece: Piece) -> frozenset[str] | None:
    """The format of a plain piece as something true; None for one that stands alone."""
    return None if piece.whole or piece.breaks_line else piece.formats | {"plain"}
