"""Splits the text of a version into clauses: numbered headings and numbered paragraphs with an anchor."""

import hashlib
import re
from dataclasses import dataclass, replace

from scripts.agreements.markdown_code import without_code
from scripts.agreements.model import Clause
from scripts.agreements.problems import ProblemLog, excerpt

NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,3})*[a-z]?\.?)"
HEADING = re.compile(rf"(?P<signs>#{{1,6}})(?P<gap>[ \t]*)(?:{NUMBER}[ \t]+)?(?P<title>[^\n]*)")
ANCHOR = re.compile(r"\{#(?P<anchor>[^{}\s]*)[ \t]*\}[ \t]*$")
PARAGRAPH = re.compile(rf"{NUMBER}[ \t]+\{{#(?P<anchor>[^{{}}\s]*)[ \t]*\}}[ \t]*")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LEVELS = (2, 3, 4)


@dataclass(frozen=True)
class _Start:
    """The first line of a clause."""

    index: int  # of its line in the text
    anchor: str
    printed_number: str | None
    heading: str | None
    level: int | None  # None for a numbered paragraph
    text_from: int  # where a paragraph's own text starts in the line


def split_clauses(text: str, first_line: int, log: ProblemLog) -> tuple[Clause, ...]:
    """The clauses in order, without their marks; `first_line` is the line of the file the text starts on."""
    lines, masked = text.split("\n"), without_code(text).split("\n")
    starts = _starts(lines, masked, first_line, log)
    _report_text_before(lines[: starts[0].index if starts else len(lines)], first_line, log)
    ends = [*(start.index for start in starts[1:]), len(lines)]
    clauses = [_clause(start, lines[start.index : end], first_line) for start, end in zip(starts, ends, strict=False)]
    return _related(clauses, log)


def _starts(lines: list[str], masked: list[str], first_line: int, log: ProblemLog) -> list[_Start]:
    starts = []
    for index, line in enumerate(masked):
        if line[:1] == "#":
            start = _heading_start(index, lines[index], first_line + index, log)
        elif line[:1].isdigit():
            start = _paragraph_start(index, lines[index], first_line + index, log)
        else:
            continue
        starts += [start] if start else []
    return starts


def _heading_start(index: int, line: str, line_number: int, log: ProblemLog) -> _Start | None:
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
    return _Start(index, name, number, title, level, len(line))


def _paragraph_start(index: int, line: str, line_number: int, log: ProblemLog) -> _Start | None:
    found = PARAGRAPH.match(line)
    if not found:
        return None
    name = _checked_anchor(found["anchor"], found["number"], "", line_number, log)
    return _Start(index, name, found["number"], None, None, found.end())


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


def _report_text_before(lines: list[str], first_line: int, log: ProblemLog) -> None:
    at = next((index for index, line in enumerate(lines) if line.strip() and line[0] != "#"), None)
    if at is not None:
        log.report(
            first_line + at,
            f"text before the first clause, «{excerpt(lines[at])}»",
            "every text inside a clause",
            "Put a heading with an anchor above it, as ## Introduction {#introduction}.",
        )


def _clause(start: _Start, lines: list[str], first_line: int) -> Clause:
    line = first_line + start.index
    first = 1 if start.level else 0
    body_lines = lines[1:] if start.level else [lines[0][start.text_from :], *_dedented(lines[1:])]
    skipped = next((at for at, text in enumerate(body_lines) if text.strip()), 0)
    kept = len("\n".join(lines).rstrip().split("\n"))
    return Clause(
        anchor=start.anchor,
        printed_number=start.printed_number,
        heading=start.heading,
        level=start.level or 0,
        parent=None,
        reference="",
        ids=(start.anchor,),
        body="\n".join(body_lines[skipped:]).rstrip(),
        line=line,
        body_line=line + first + skipped if len(lines) > first else line,
        last_line=line + kept - 1,
        sha256=digest(lines),
    )


def digest(lines: list[str]) -> str:
    """SHA-256 of a clause's Markdown; blanks at line ends and the number of empty lines do not count."""
    text = "\n".join([line.rstrip() for line in lines]).strip("\n")
    normal = re.sub(r"\n{3,}", "\n\n", text) if "\n\n\n" in text else text
    return hashlib.sha256(normal.encode()).hexdigest()


def _dedented(lines: list[str]) -> list[str]:
    """The lines of a numbered paragraph without the indent that lines them up with its text."""
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    indent = min(indents, default=0)
    return [line[indent:] for line in lines]


def _related(clauses: list[Clause], log: ProblemLog) -> tuple[Clause, ...]:
    """The clauses with parent, reference and ids; an anchor used twice is reported."""
    related: list[Clause] = []
    above: list[Clause] = []  # headings on the way down to here
    taken: dict[str, int] = {}
    ids = {clause.anchor for clause in clauses}
    for clause in clauses:
        above = [heading for heading in above if not clause.level or heading.level < clause.level]
        number = clause.number
        own = (clause.anchor, number) if number and number not in ids else (clause.anchor,)
        ids.update(own)
        clause = replace(
            clause,
            level=clause.level or (above[-1].level + 1 if above else 2),
            parent=above[-1].anchor if above else None,
            reference=_reference(clause, above),
            ids=own,
        )
        related.append(_with_own_anchor(clause, taken, log))
        above += [related[-1]] if clause.heading is not None else []
    return tuple(related)


def _reference(clause: Clause, above: list[Clause]) -> str:
    """How people cite the clause: its number, or its heading after the number of the nearest numbered one above."""
    if clause.number:
        return clause.number
    numbered = next((heading.number for heading in reversed(above) if heading.number), None)
    return f"{numbered} «{clause.heading}»" if numbered else clause.heading or clause.anchor


def _with_own_anchor(clause: Clause, taken: dict[str, int], log: ProblemLog) -> Clause:
    if clause.anchor in taken:
        log.report(
            clause.line,
            f'anchor "{clause.anchor}" stands twice, first on line {taken[clause.anchor]}',
            "each anchor once in a file",
            clause=clause.reference,
        )
        anchor = f"{clause.anchor}-{clause.line}"
        return replace(clause, anchor=anchor, ids=(anchor, *clause.ids[1:]))
    taken[clause.anchor] = clause.line
    return clause
