"""References by number: to a clause that is not there or stands in another text, and links that say another clause."""

import re
from collections.abc import Iterator

from scripts.agreements.model import Clause
from scripts.checker.citations import Citation, citations
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.relations import above, same_supplier
from scripts.checker.stems import plain_name

QUOTED = re.compile(r"[«“”\"](?P<name>[^«»“”\"\n]{2,80})[»“”\"]")
NUMBER = re.compile(r"\d+(?:\.\d+)*")


def findings(document: Document) -> Iterator[Finding]:
    for clause in document.clauses:
        yield from _declared(document, clause)
        for citation in citations(document, clause):
            yield from _of_citation(document, clause, citation)
        yield from _labels(document, clause)


def _declared(document: Document, clause: Clause) -> Iterator[Finding]:
    """What the author has marked as leading nowhere."""
    for mark in clause.marks:
        text = " ".join(mark.text.split())
        if mark.dangles and re.search(r"\w", text):
            yield document.finding(
                "reference-declared", clause, text, mark.line, quote=quoted(text), reason=mark.dangles
            )


def _of_citation(document: Document, clause: Clause, citation: Citation) -> Iterator[Finding]:
    if citation.is_declared:
        return
    carrying = document.by_number.get(citation.number, [])
    line = document.prose[clause.anchor].line(citation.start)
    if citation.link is None and not carrying and not citation.names_other and not _heads_chapter(document, citation):
        yield from _missing(document, clause, citation, line)
    local = citation.link is None or citation.link.agreement is None
    rivals = _rivals(clause, carrying) if local and not citation.names_other else []
    if len(rivals) > 1 and _is_by_number(citation):
        places = ", ".join(quoted(each.heading or each.anchor) for each in rivals)
        yield document.finding(
            "reference-ambiguous", clause, citation.number, line, quote=quoted(citation.words), number=citation.number,
            count=len(rivals), places=places,
        )  # fmt: skip


def _is_by_number(citation: Citation) -> bool:
    """Whether only the number says where it leads; an anchor in the link settles it for the reader of the page."""
    return citation.link is None or (citation.link.anchor or "").replace(".", "").isdigit()


def _rivals(clause: Clause, carrying: list[Clause]) -> list[Clause]:
    """The clauses that a number may mean: those in the citing clause's own list, else headings, else paragraphs."""
    near = [each for each in carrying if each.parent == clause.parent]
    return near or [each for each in carrying if each.heading is not None] or carrying


def _heads_chapter(document: Document, citation: Citation) -> bool:
    """`kapittel 2` where a heading or the title of another text of the supplier says so in words."""
    spoken = re.compile(rf"{re.escape(citation.words.split()[0])}\s+{re.escape(citation.number)}\b", re.IGNORECASE)
    titles = [each.version.title for each in same_supplier(document)]
    return any(spoken.search(text) for text in (*titles, *(clause.heading or "" for clause in document.clauses)))


def _missing(document: Document, clause: Clause, citation: Citation, line: int) -> Iterator[Finding]:
    elsewhere = next((each for each in _others(document) if citation.number in each.by_number), None)
    if elsewhere:
        target = elsewhere.by_number[citation.number][0]
        yield document.finding(
            "reference-elsewhere", clause, citation.number, line, quote=quoted(citation.words),
            place=document.cite(elsewhere, target.anchor), heading=quoted(target.heading or ""),
        )  # fmt: skip
        return
    yield document.finding(
        "reference-missing", clause, citation.number, line, quote=quoted(citation.words), missing=citation.number,
        near=_near_number(document, citation.number),
    )  # fmt: skip


def _near_number(document: Document, number: str) -> str:
    """A number one step away in one of its parts: 14.4.3 for 14.3.3, 2.10 for 2.11; here, else in a document above."""
    for each in (document, *_others(document)):
        near = next((known for known in each.by_number if _is_one_step(number, known)), None)
        if near:
            return document.cite(each, each.by_number[near][0].anchor)
    return ""


def _is_one_step(one: str, other: str) -> bool:
    parts = [(int(a), int(b)) for a, b in zip(_digits(one), _digits(other), strict=False)]
    differing = [abs(a - b) for a, b in parts if a != b]
    return one.count(".") == other.count(".") and differing == [1]


def _digits(number: str) -> list[str]:
    return re.findall(r"\d+", number)


def _others(document: Document) -> list[Document]:
    """Where else a reference may lead: the documents above first, then the rest of the supplier's."""
    first = above(document)
    return first + [each for each in same_supplier(document) if each not in first and document in above(each)]


def _labels(document: Document, clause: Clause) -> Iterator[Finding]:
    """A link whose words name one clause and whose target is another."""
    for link in clause.references:
        target = document.by_id.get(link.anchor or "") if link.agreement is None else None
        named, heading = NUMBER.search(link.text), QUOTED.search(link.text)
        if target is None:
            continue
        if named and target.number and named[0] != target.number and _names_clause(document, link.text):
            yield document.finding(
                "reference-label", clause, link.text, link.line, quote=quoted(link.text), target=target.reference,
                heading=quoted(target.heading or ""),
            )  # fmt: skip
        elif heading and target.heading and plain_name(heading["name"]) != plain_name(target.heading):
            yield document.finding(
                "reference-label", clause, link.text, link.line, quote=quoted(link.text), target=target.reference,
                heading=quoted(target.heading),
            )  # fmt: skip


def _names_clause(document: Document, text: str) -> bool:
    return bool(document.vocabulary.clause_reference.pattern.search(text) or NUMBER.fullmatch(text.strip()))
