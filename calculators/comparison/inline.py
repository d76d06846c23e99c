"""The inside of a paragraph: its Markdown read into pieces of visible text, each with its format and what it marks.

Only what agreements use is read: escapes, code, emphasis, marks, links, line breaks and a few harmless tags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from calculators.comparison.escaping import unescaped

INLINE = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`+)(?P<code>[^`](?:.*?[^`])?)(?P=ticks)(?!`)
    | \[(?P<marked>[^\[\]]*)\]\{(?P<braces>[^{}]*)\}
    | !?\[(?P<linked>[^\[\]]*)\]\((?P<target>[^()\s]*)\)
    | <(?P<address>https?:[^<>\s]+)>
    | <(?P<closing>/?)(?P<tag>[a-z]+)(?:\s[^<>]*)?/?>
    | (?P<line>(?:[ ]{2,}|\\)\n)
    | (?P<signs>\*+|_+)
    """,
    re.VERBOSE | re.DOTALL,
)
NAME = re.compile(r"\s*(?P<name>[a-z][a-z0-9.-]*)(?=\s|$)")
DANGLES = re.compile(r'\bdangles="(?P<reason>[^"]*)"')
FORMAT_OF_TAG = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sup": "sup", "sub": "sub", "code": "code"}


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
    """The pieces of one paragraph in order."""
    parts = list(_parts(markdown))
    formats = _emphasis(parts) if any(isinstance(part, _Signs) for part in parts) else [frozenset()] * len(parts)
    return list(_formatted(parts, formats))


def _parts(markdown: str) -> Iterator[Piece | _Signs | tuple[str, bool]]:
    """Pieces, runs of emphasis signs, and (format, is_open) where a tag switches one."""
    position = 0
    for found in INLINE.finditer(markdown):
        if found.start() > position:
            yield Piece(unescaped(markdown[position : found.start()]))
        yield from _part(found, markdown)
        position = found.end()
    if position < len(markdown):
        yield Piece(unescaped(markdown[position:]))


def _part(found: re.Match[str], markdown: str) -> Iterator[Piece | _Signs | tuple[str, bool]]:
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
    sign, before, after = found["signs"][0], markdown[: found.start()][-1:], markdown[found.end() :][:1]
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    if sign == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return _Signs(sign, len(found["signs"]), opens, closes)


def _emphasis(parts: list) -> list[frozenset[str]]:
    """The emphasis each part stands in: a closing run is matched with the nearest opening one of the same sign."""
    formats: list[set[str]] = [set() for _ in parts]
    open_runs: list[int] = []
    for index, part in enumerate(parts):
        if not isinstance(part, _Signs):
            continue
        while part.closes and part.left:
            opening = next((at for at in reversed(open_runs) if parts[at].sign == part.sign and parts[at].left), None)
            if opening is None:
                break
            width = 2 if min(part.left, parts[opening].left) >= 2 else 1
            part.left -= width
            parts[opening].left -= width
            open_runs = [at for at in open_runs if at <= opening]
            for inside in range(opening + 1, index):
                formats[inside].add("strong" if width == 2 else "em")
        if part.opens and part.left:
            open_runs.append(index)
    return [frozenset(each) for each in formats]


def _formatted(parts: list, formats: list[frozenset[str]]) -> Iterator[Piece]:
    """The pieces with their formats; emphasis signs that matched nothing are text, side by side texts are one."""
    by_tag: list[str] = []
    pending: Piece | None = None
    for part, emphasis in zip(parts, formats, strict=True):
        if isinstance(part, tuple):
            _switch(by_tag, *part)
            continue
        piece = Piece(part.sign * part.left) if isinstance(part, _Signs) else part
        piece = replace(piece, formats=piece.formats | emphasis | set(by_tag)) if emphasis or by_tag else piece
        if pending and _is_plain(piece) and _is_plain(pending) and piece.formats == pending.formats:
            pending = replace(pending, text=pending.text + piece.text)
            continue
        if pending and (pending.text or pending.breaks_line):
            yield pending
        pending = piece
    if pending and (pending.text or pending.breaks_line):
        yield pending


def _switch(by_tag: list[str], name: str, is_open: bool) -> None:
    if is_open:
        by_tag.append(name)
    elif name in by_tag:
        by_tag.remove(name)


def _is_plain(piece: Piece) -> bool:
    return not piece.whole and not piece.breaks_line
