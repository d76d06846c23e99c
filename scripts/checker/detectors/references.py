"""References that lead nowhere: a number, heading, table, annex or agreement that is not there, or stands elsewhere."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

from scripts.agreements.model import Clause
from scripts.checker.citations import Citation, citations
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.relations import above, same_supplier
from scripts.checker.remembering import once_per_document

QUOTED = re.compile(r"[«“”\"](?P<name>[^«»“”\"\n]{8,80})[»“”\"]")
NUMBER = re.compile(r"\d+(?:\.\d+)*")
AS_GOOD_AS_THE_SAME = 0.85


def findings(document: Document) -> Iterator[Finding]:
    for clause in document.clauses:
        yield from _declared(document, clause)
        for citation in citations(document, clause):
            yield from _of_citation(document, clause, citation)
        yield from _labels(document, clause)
        yield from _headings(document, clause)
        yield from _parts(document, clause)
        yield from _tables_beside(document, clause)
        yield from _names(document, clause)


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
    """The clauses that a number may mean; one in the same list as the citing clause is meant before others."""
    near = [each for each in carrying if each.parent == clause.parent]
    return near if near else carrying


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
        elif heading and target.heading and _spoken(heading["name"]) != _spoken(target.heading):
            yield document.finding(
                "reference-label", clause, link.text, link.line, quote=quoted(link.text), target=target.reference,
                heading=quoted(target.heading),
            )  # fmt: skip


def _names_clause(document: Document, text: str) -> bool:
    return bool(document.vocabulary.clause_reference.search(text) or NUMBER.fullmatch(text.strip()))


def _headings(document: Document, clause: Clause) -> Iterator[Finding]:
    """`se avsnittet «Priser»` without a link, where no heading and no agreement has that name."""
    prose = document.prose[clause.anchor]
    known = _headings_of(document) | _titles_beside(document).keys()
    for found in document.vocabulary.quoted_heading.finditer(prose.text):
        if _spoken(found["name"]) not in known and not _is_marked(clause, found.start("name")):
            near = get_close_matches(_spoken(found["name"]), sorted(known), n=1, cutoff=0.6)
            yield document.finding(
                "reference-missing", clause, found["name"], prose.line(found.start()), quote=quoted(found[0]),
                missing=quoted(found["name"]), near=quoted(near[0]) if near else "",
            )  # fmt: skip


def _parts(document: Document, clause: Clause) -> Iterator[Finding]:
    """`tabell 2`, `vedlegg A`: a table or annex that nothing in the text is called."""
    prose = document.prose[clause.anchor]
    names = " ".join([*(each.heading or "" for each in document.clauses), document.version.title])
    bodies = "\n\n".join(each.text for each in document.prose.values())
    for found in document.vocabulary.named_part.finditer(prose.text):
        spoken = re.escape(" ".join(found[0].split()))
        caption = re.compile(rf"(?:\A|\n[ \t]*\n)\W*{spoken}[ \t]*[.:–-]", re.IGNORECASE)
        named = re.search(rf"{spoken}\b", names, re.IGNORECASE) or caption.search(bodies)
        if not named and not _is_marked(clause, found.start("name")):
            quote = " ".join(found[0].split())
            yield document.finding(
                "reference-missing", clause, quote, prose.line(found.start()), quote=quoted(quote), missing=quote
            )


def _tables_beside(document: Document, clause: Clause) -> Iterator[Finding]:
    """`tabellen nedenfor` where no table follows, `tabellen over` where none came before."""
    prose = document.prose[clause.anchor]
    at = document.clauses.index(clause)
    bodies = [each.body for each in document.clauses]
    for name, before, after in (("table_below", [], bodies[at + 1 :]), ("table_above", bodies[:at], [])):
        for found in document.vocabulary.pattern(name).finditer(prose.text):
            own = clause.body[found.end() :] if name == "table_below" else clause.body[: found.start()]
            if not any("\n|" in f"\n{body.lstrip()}" or "\n    |" in body for body in (own, *before, *after)):
                quote = " ".join(found[0].split())
                yield document.finding(
                    "reference-missing", clause, quote, prose.line(found.start()), quote=quoted(quote), missing=quote
                )


def _names(document: Document, clause: Clause) -> Iterator[Finding]:
    """A name in quotation marks that is nearly, but not quite, the title of another agreement of the supplier."""
    prose = document.prose[clause.anchor]
    titles, own = _titles_beside(document), _headings_of(document)
    for found in QUOTED.finditer(prose.text):
        name = _spoken(found["name"])
        if name in titles or name in own or _is_marked(clause, found.start("name")):
            continue
        title = max(titles, key=lambda each: _likeness(name, each), default="")
        if title and _likeness(name, title) >= AS_GOOD_AS_THE_SAME:
            other = titles[title]
            yield document.finding(
                "agreement-name", clause, other.id, prose.line(found.start()), quote=quoted(found["name"]),
                title=quoted(other.version.title), agreement=other.id,
            )  # fmt: skip


@once_per_document
def _headings_of(document: Document) -> frozenset[str]:
    """The headings of a document and its title."""
    headings = {_spoken(each.heading) for each in document.clauses if each.heading}
    return frozenset(headings | {_spoken(document.version.title)})


@once_per_document
def _titles_beside(document: Document) -> dict[str, Document]:
    """The supplier's other documents by title."""
    return {_spoken(each.version.title): each for each in same_supplier(document)}


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_marked(clause: Clause, position: int) -> bool:
    """Whether a link or a mark that dangles covers the position: then it has been dealt with."""
    spans = (*clause.references, *(mark for mark in clause.marks if mark.dangles))
    return any(span.start <= position < span.end for span in spans)


def _spoken(text: str) -> str:
    return " ".join(text.casefold().split()).strip(".:")
