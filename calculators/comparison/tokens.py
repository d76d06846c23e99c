"""A clause's text as tokens: words, block breaks and tables. A figure or a reference is one word, however long it is.

Emphasis is no token but a word's format; spaces are no tokens either, a word knows whether one stands before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from calculators.comparison.blocks import Block, TableBlock, blocks
from calculators.comparison.inline import Piece, pieces

NUMBER = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,:/]\d+)*"
SPELT = (
    "en|én|ett|et|to|två|tre|fire|fyra|fem|seks|sex|sju|syv|åtte|åtta|ni|nio|ti|tio|elleve|elva|tolv|femten|femton|"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
UNIT = (
    r"%|‰|prosent|procent|per\ cent|percent|,-+|\.-|:-|kr\b\.?|kroner|kronor|øre|öre|NOK|SEK|DKK|EUR|USD|"
    r"(?:sekund|minutt?|time|timm|dag|døgn|dygn|virkedag|arbeidsdag|arbetsdag|vardag|bankdag|uke|veck|måned|månad|kvartal|år)"
    r"(?:er|ene|en|et|ar|or|a|e|r|n)?s?|mnd\.?|mån\.?|tim\.?|"
    r"(?:calendar\ |working\ )?(?:second|minute|hour|day|week|month|quarter|year)s?|"
    r"[kMGT]i?B|[kMG]bit/s|[kMG]b/s|km|bruker(?:e|ne)?|användare|users?"
)
DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}"
MONTH = r"(?:jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[a-zé]*"
PLACE = (
    r"punkt(?:et|ene|en|erna)?|pkt\.?|kapittel|kapitlet|kapitel|kap\.?|klausul|avsnitt(?:et)?|ledd|vedlegg|bilag|bilaga|"
    r"artikkel|artikel|clauses?|sections?|annex|§{1,2}"
)
TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<reference>(?:{PLACE})[ \u00a0]?\d+(?:\.\d+)*[a-z]?\b)
    | (?P<date>{DATE}|\d{{1,2}}\.?[ \u00a0]{MONTH}(?:[ \u00a0]\d{{4}})?\b)
    | (?P<amount>(?:(?:kr\.?|NOK|SEK|DKK|EUR|USD|€|\$|kl\.?)[ \u00a0]?)?
        (?:{NUMBER})(?:[ \u00a0]?[–-][ \u00a0]?(?:{NUMBER}))?
        (?:[ \u00a0\u202f]?(?:{UNIT})(?!\w))?)
    | (?P<spelt>\b(?:{SPELT})[ \u00a0](?:{UNIT})(?!\w))
    | (?P<word>\w+(?:[-'’./@&+]\w+)*)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
BLANKS = re.compile(r"[ \t\n]+")
PARAGRAPH = "¶"
LINE = "↵"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, sign, figure or reference as it is read; two with the same `key` read alike."""

    text: str
    space: bool = False
    formats: frozenset[str] = frozenset()
    figure: str | None = None
    target: str | None = None
    dangles: str | None = None
    whole: bool = False

    @property
    def key(self) -> str:
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Break:
    """The start of a block, or of a line inside one."""

    kind: str
    depth: int = 0
    marker: str = ""

    @property
    def key(self) -> str:
        return LINE if self.kind == "line" else PARAGRAPH


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table, heading first, each cell as tokens; it has a name where it is a marked figure."""

    name: str | None
    rows: tuple[tuple[tuple["Token", ...], ...], ...] = field(default=())


Token = Word | Break | Table


def tokens(markdown: str) -> tuple[Token, ...]:
    """The tokens of a clause's text; each block begins with its break."""
    found: list[Token] = []
    for block in blocks(markdown):
        if isinstance(block, TableBlock):
            found.append(Table(block.name, tuple(tuple(line_tokens(cell) for cell in row) for row in block.rows)))
        else:
            found.append(Break(block.kind, block.depth, block.marker))
            found += _code(block) if block.kind == "code" else line_tokens(block.text)
    return tuple(found)


def line_tokens(markdown: str) -> tuple[Token, ...]:
    """The words of one paragraph, heading or cell."""
    found: list[Token] = []
    space = False
    for piece in pieces(markdown):
        if piece.breaks_line:
            found.append(Break("line"))
            space = False
        elif piece.whole:
            found.append(_whole(piece, space or piece.text[:1].isspace()))
            space = piece.text[-1:].isspace()
        else:
            words, space = _split(piece, space)
            found += words
    return tuple(found)


def text_of(found: tuple[Token, ...]) -> str:
    """Tokens as they are read, on one line."""
    return "".join(" " * token.space + token.text if isinstance(token, Word) else " " for token in found).strip()


def _whole(piece: Piece, space: bool) -> Word:
    text = BLANKS.sub(" ", piece.text).strip(" ")
    return Word(text, space, piece.formats, piece.figure, piece.target, piece.dangles, True)


def _split(piece: Piece, space: bool) -> tuple[list[Word], bool]:
    """The words of a plain piece, and whether a space stands at its end."""
    words = []
    for found in TOKEN.finditer(piece.text):
        if found.lastgroup == "space":
            space = True
            continue
        whole = found.lastgroup not in ("word", "sign")
        words.append(Word(found[0], space, piece.formats, whole=whole))
        space = False
    return words, space


def _code(block: Block) -> Iterator[Word]:
    if block.text:
        yield Word(block.text, False, frozenset({"code"}), whole=True)
