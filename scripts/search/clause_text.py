"""The words of a clause as people read them: marks and references as their text, no Markdown, cells apart."""

import re

from scripts.agreements.model import Clause
from scripts.agreements.rendering import clause_markdown

LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
TABLE_FRAME = re.compile(r"</?div>|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+.*$", re.MULTILINE)
ROW_START = re.compile(r"^\s*\|\s*", re.MULTILINE)
ROW_END = re.compile(r"\s*\|\s*$", re.MULTILINE)
CELL_EDGE = re.compile(r"\s*\|\s*")
BULLET = re.compile(r"^\s*[-+*]\s+", re.MULTILINE)
LINE_SIGN = re.compile(r"^\s*(?:#+|>)\s+", re.MULTILINE)
SIGNS = re.compile(r"\\([!-/:-@\[-`{-~])|\*+|`+|(?<!\w)_+|_+(?!\w)")  # an escaped one is meant
ANYWHERE, AT_A_START = re.compile(r"[\\*`_|<>\[\]#]"), re.compile(r"^\s*[-+]", re.MULTILINE)


def clause_text(clause: Clause) -> str:
    """The clause's own text on one line; its heading and number are not part of it."""
    text = clause_markdown(clause, lambda mark: mark.text, render_caption=lambda caption: "<div>")
    return " ".join((without_signs(text) if may_have_signs(text) else text).split())


def may_have_signs(text: str) -> bool:
    """Whether any sign of Markdown can stand in the text; most clauses are mere words."""
    return bool(ANYWHERE.search(text) or AT_A_START.search(text))


def without_signs(text: str) -> str:
    """The words that Markdown marks up; cells and rows stay apart."""
    text = LINK.sub(r"\1", text)
    text = ROW_END.sub(";", ROW_START.sub("", TABLE_FRAME.sub("", text)))
    text = CELL_EDGE.sub(" · ", text)
    text = LINE_SIGN.sub("", BULLET.sub("• ", text))
    return SIGNS.sub(r"\1", text)
