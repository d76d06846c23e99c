"""A clause's text as tokens: words, block breaks and tables. A figure or a reference is one word, however long it is.

Emphasis is no token but a word's format; spaces are no tokens either, a word knows whether one stands before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from operator import attrgetter

from calculators.comparison.blocks import Block, TableBlock, blocks
from calculators.comparison.inline import Piece, pieces

NUMBER = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,:/]\d+)*"
SPELT = (  # by their first letters, which are looked for first, since a pattern tries each word in turn
    "e(?:n|tt?|lleve|lva|leven|ight)|én|f(?:ire|yra|em|emten|emton|our|ive)|n(?:i|io|ine)|one|s(?:eks|ex|ju|yv|ix|even)|"
    "t(?:o|re|vå|i|io|olv|wo|hree|en|welve)|å(?:tte|tta)"
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
SPELT_AMOUNT = rf"(?=[eéfnostå])\b(?:{SPELT})[ \u00a0](?:{UNIT})(?!\w)"
WORD_OR_SIGN = r"\w+(?:[-'’./@&+]\w+)*|[^\w\s]"
# Each finds a token and the space before it; the first will do, and sooner, for a sentence without a digit.
PLAIN_TOKEN = re.compile(rf"\s*(?:{SPELT_AMOUNT}|{WORD_OR_SIGN})", re.VERBOSE | re.IGNORECASE)
TOKEN = re.compile(
    rf"""
    \s*(?:
      (?:{PLACE})[ \u00a0]?\d+(?:\.\d+)*[a-z]?\b  # a reference
    | {DATE}|\d{{1,2}}\.?[ \u00a0]{MONTH}(?:[ \u00a0]\d{{4}})?\b
    | (?:(?:kr\.?|NOK|SEK|DKK|EUR|USD|€|\$|kl\.?)[ \u00a0]?)?  # an amount
        (?:{NUMBER})(?:[ \u00a0]?[–-][ \u00a0]?(?:{NUMBER}))?
        (?:[ \u00a0\u202f]?(?:{UNIT})(?!\w))?
    | {SPELT_AMOUNT}
    | {WORD_OR_SIGN}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
BLANKS = re.compile(r"[ \t\n]+")
SPACED = attrgetter("spaced")
PARAGRAPH = "¶"
LINE = "↵"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, sign, figure or reference as it is read; two with the same `key` read alike.

    `spaced` is it with the space before it. Words side by side with the same `look` may stand in one element; it is
    None where a word marks or leads to something.
    """

    starts_block = False

    text: str
    space: bool = False
    formats: frozenset[str] = frozenset()
    figure: str | None = None
    target: str | None = None
    dangles: str | None = None
    key: str = field(init=False, repr=False, compare=False)
    spaced: str = field(init=False, repr=False, compare=False)
    look: frozenset[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        look = None if self.figure or self.target or self.dangles else self.formats
        spaced = f" {self.text}" if self.space else self.text
        for name, value in (("key", " ".join(self.text.split())), ("spaced", spaced), ("look", look)):
            object.__setattr__(self, name, value)


@dataclass(frozen=True, slots=True)
class Break:
    """The start of a block, or of a line inside one."""

    look, spaced, target = None, " ", None

    kind: str
    depth: int = 0
    marker: str = ""

    @property
    def key(self) -> str:
        return LINE if self.kind == "line" else PARAGRAPH

    @property
    def starts_block(self) -> bool:
        return self.kind != "line"


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table, heading first, each cell as tokens; it has a name where it is a marked figure."""

    starts_block, spaced = True, " "

    name: str | None
    rows: tuple[tuple[tuple["Token", ...], ...], ...] = field(default=())

    @property
    def key(self) -> tuple[str, str]:
        """The head of its first column."""
        return "table", text_of(self.rows[0][0])

    @property
    def target(self) -> str | None:
        """Where the first link in it leads."""
        return next((token.target for row in self.rows for cell in row for token in cell if token.target), None)


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
    return "".join(map(SPACED, found)).strip()


def _whole(piece: Piece, space: bool) -> Word:
    text = BLANKS.sub(" ", piece.text).strip(" ")
    return Word(text, space, piece.formats, piece.figure, piece.target, piece.dangles)


def _split(piece: Piece, space: bool) -> tuple[list[Word], bool]:
    """The words of a plain piece, and whether a space stands at its end."""
    text = f" {piece.text}" if space else piece.text
    words = [word for sentence in _sentences(text.rstrip()) for word in _words(sentence)]
    if piece.formats:
        words = [replace(word, formats=piece.formats) for word in words]
    return words, text[-1:].isspace()


def _sentences(text: str) -> list[str]:
    """A text cut behind full stops where no token goes on, as one does in "kl. 8" and "1. mai"."""
    first, *others = text.split(". ")
    found = [first]
    for other in others:
        if found[-1][-1:].isdigit() or other[:1].isdigit():
            found[-1] += f". {other}"
        else:
            found[-1] += "."
            found.append(f" {other}")
    return found


@cache
def _words(sentence: str) -> tuple[Word, ...]:
    """The words of a sentence; most of them stand in the version before or after as well."""
    token = TOKEN if DIGIT.search(sentence) else PLAIN_TOKEN
    return tuple(map(_plain_word, token.findall(sentence)))


@cache
def _plain_word(text: str) -> Word:
    """A word from its text and the space before it; agreements say the same ones again and again."""
    return Word(text.lstrip(), text[:1].isspace())


def _code(block: Block) -> Iterator[Word]:
    if block.text:
        yield Word(block.text, False, frozenset({"code"}))
