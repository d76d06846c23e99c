"""Footnote marks without a note, and notes without a mark; `¹`, `*` and Markdown's own `[^1]` count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.finding import Finding

SIGN = re.compile(r"(?P<stars>(?:\\\*)+)|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹]|[†‡])|\[\^(?P<named>\w+)\]")
FIRST = re.compile(r"[\\¹²³⁴⁵⁶⁷⁸⁹†‡\[]")  # what any sign begins with: most clauses have none of these
BEFORE_NOTE = re.compile(r"(?:^|\n)[ \t]*(?:[-+*][ \t]+)?\[?$")


@dataclass(frozen=True)
class Sign:
    """A footnote sign where it stands; a note begins with it, a mark follows the words it is about."""

    name: str
    clause: Clause
    line: int
    is_note: bool


def findings(document: Document) -> Iterator[Finding]:
    signs = [sign for clause in document.clauses for sign in _signs(document, clause)]
    notes = {sign.name for sign in signs if sign.is_note}
    marks = {sign.name for sign in signs if not sign.is_note}
    reported: set[tuple[str, str]] = set()
    for sign in signs:
        key = (sign.clause.anchor, sign.name)
        if sign.name not in (marks if sign.is_note else notes) and key not in reported:
            reported.add(key)
            fault = "note-without-mark" if sign.is_note else "mark-without-note"
            yield document.finding(fault, sign.clause, sign.name, sign.line, sign=sign.name)


def _signs(document: Document, clause: Clause) -> Iterator[Sign]:
    prose = document.prose[clause.anchor]
    for found in SIGN.finditer(clause.body) if FIRST.search(clause.body) else ():
        name = (found["stars"] or found["raised"] or found["named"]).replace("\\", "")
        is_note = bool(BEFORE_NOTE.search(clause.body[: found.start()]))
        if is_note or found.start() and not clause.body[found.start() - 1].isspace() or found["raised"]:
            yield Sign(name, clause, prose.line(found.start()), is_note)
