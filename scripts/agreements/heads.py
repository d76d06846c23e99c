"""The first lines of clauses: numbered headings and numbered paragraphs, each with an anchor."""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from scripts.agreements.known import Known
from scripts.agreements.problems import ProblemLog, excerpt

NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,3})*[a-z]?\.?)"
HEADING = re.compile(rf"(?P<signs>#{{1,6}})(?P<gap>[ \t]*)(?:{NUMBER}[ \t]+)?(?P<title>[^\n]*)")
ANCHOR = re.compile(r"\{#(?P<anchor>[^{}\s]*)[ \t]*\}[ \t]*$")
PARAGRAPH = re.compile(rf"{NUMBER}[ \t]+\{{#(?P<anchor>[^{{}}\s]*)[ \t]*\}}[ \t]*")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAY_BE_HEAD = re.compile(r"\n[#\d][^\n]*")
LEVELS = (2, 3, 4)


class Head(NamedTuple):
    """What the first line of a clause says."""

    anchor: str
    printed_number: str | None
    heading: str | None
    level: int | None  # None for a numbered paragraph
    text_from: int  # where a paragraph's own text starts in the line

    @property
    def number(self) -> str | None:
        """The printed number without a closing full stop."""
        return self.printed_number.rstrip(".") if self.printed_number else None


class FirstLine(NamedTuple):
    """The first line of a clause: where it starts in the text, its line in the file, and what it says."""

    start: int
    line: int
    head: Head


def find_heads(text: str, masked: str, first_line: int, log: ProblemLog, known: Known) -> Iterator[FirstLine]:
    """The first line of every clause, in order."""
    last, number = 0, first_line
    for found in MAY_BE_HEAD.finditer(f"\n{masked}"):  # a line starts where the break before it stands in this
        start, end = found.span()
        number += text.count("\n", last, start)
        line = text[start : end - 1]
        head = known.once(("head", line), log, partial(_head, line, number, log))
        if head:
            yield FirstLine(start, number, head)
        last = start


def _head(line: str, line_number: int, log: ProblemLog) -> Head | None:
    return _heading(line, line_number, log) if line[0] == "#" else _numbered(line, line_number, log)


def _heading(line: str, line_number: int, log: ProblemLog) -> Head | None:
    found = HEADING.match(line)
    level = len(found["signs"])
    if level not in LEVELS or not found["gap"]:
        log.report(
            line_number,
            f"heading «{excerpt(line)}»",
            "two to four # signs and a space before the heading",
            "The title stands in the front matter." if level == 1 else "",
        )
        return None
    anchor = ANCHOR.search(found["title"])
    title = (found["title"][: anchor.start()] if anchor else found["title"]).strip()
    number = found["number"]
    name = _checked_anchor(anchor["anchor"] if anchor else None, number or title, title, line_number, log)
    return Head(name, number, title, level, len(line))


def _numbered(line: str, line_number: int, log: ProblemLog) -> Head | None:
    found = PARAGRAPH.match(line)
    if not found:
        return None
    name = _checked_anchor(found["anchor"], found["number"], "", line_number, log)
    return Head(name, found["number"], None, None, found.end())


def _checked_anchor(anchor: str | None, clause: str, title: str, line_number: int, log: ProblemLog) -> str:
    """The anchor, or a stand-in after reporting what is wrong with it."""
    if anchor and KEBAB.fullmatch(anchor) and not anchor.isdigit():
        return anchor
    likely = kebab(title if not anchor or anchor.isdigit() else anchor)
    found = f'"{excerpt(anchor)}" is no anchor for' if anchor else "no anchor at"
    log.report(
        line_number,
        f"{found} this clause",
        "an anchor in lower-case English kebab-case at the end of the heading or after the number, as {#notice-period}",
        f"Did you mean {{#{likely}}}?" if likely else "",
        clause=excerpt(clause.rstrip(".")),
    )
    return likely or f"line-{line_number}"


def kebab(text: str) -> str:
    """The text as a name in kebab-case, Nordic letters folded."""
    folded = text.lower().translate(str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "é": "e"}))
    return re.sub(r"[^a-z0-9]+", "-", folded[:80]).strip("-")
