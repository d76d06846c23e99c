"""References by name that lead nowhere: a heading, a numbered table, an annex, an attachment, another agreement."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.relations import same_supplier
from scripts.checker.remembering import once_per_document
from scripts.checker.seldom import Seldom
from scripts.checker.stems import plain_name

QUOTED = Seldom(re.compile(r"[«“”\"](?P<name>[^«»“”\"\n]{8,80})[»“”\"]"), tuple('«“”"'))
AS_GOOD_AS_THE_SAME = 0.85
AN_ATTACHMENT = {"nb": "et vedlegg", "sv": "en bilaga", "en": "an attachment"}


def findings(document: Document) -> Iterator[Finding]:
    for check in (_headings, _parts, _tables_beside, _attached, _names):
        yield from check(document)


def _headings(document: Document) -> Iterator[Finding]:
    """`se avsnittet «Priser»` without a link, where no heading and no agreement has that name."""
    for clause, found in document.found(document.vocabulary.quoted_heading):
        known = _headings_of(document) | _titles_beside(document).keys()
        if plain_name(found["name"]) not in known and not _is_marked(clause, found.start("name")):
            near = get_close_matches(plain_name(found["name"]), sorted(known), n=1, cutoff=0.6)
            yield document.finding(
                "reference-missing", clause, found["name"], _line(document, clause, found), quote=quoted(found[0]),
                missing=quoted(found["name"]), near=quoted(near[0]) if near else "",
            )  # fmt: skip


def _parts(document: Document) -> Iterator[Finding]:
    """`tabell 2`, `vedlegg A`: a table or annex that nothing in the text is called."""
    for clause, found in document.found(document.vocabulary.named_part):
        if not _is_called(document, " ".join(found[0].split())) and not _is_marked(clause, found.start("name")):
            yield _missing(document, clause, found)


def _is_called(document: Document, name: str) -> bool:
    """Whether a heading, the title, or the beginning of a paragraph calls something in the text by the name."""
    spoken = re.escape(name)
    names = " ".join([*(each.heading or "" for each in document.clauses), document.version.title])
    bodies = "\n\n".join(each.text for each in document.prose.values())
    caption = re.compile(rf"(?:\A|\n[ \t]*\n)\W*{spoken}[ \t]*[.:–-]", re.IGNORECASE)
    return bool(re.search(rf"{spoken}\b", names, re.IGNORECASE) or caption.search(bodies))


def _tables_beside(document: Document) -> Iterator[Finding]:
    """`tabellen nedenfor` where no table follows, `tabellen over` where none came before."""
    for name in ("table_below", "table_above"):
        for clause, found in document.found(document.vocabulary.seldom(name)):
            beside = _below(document, clause, found) if name == "table_below" else _above(document, clause, found)
            if not any("\n|" in f"\n{body.lstrip()}" or "\n    |" in body for body in beside):
                yield _missing(document, clause, found)


def _missing(document: Document, clause: Clause, found: re.Match[str]) -> Finding:
    quote = " ".join(found[0].split())
    return document.finding(
        "reference-missing", clause, quote, _line(document, clause, found), quote=quoted(quote), missing=quote
    )


def _below(document: Document, clause: Clause, found: re.Match[str]) -> list[str]:
    """The text after some words: the rest of their clause and the clauses that follow."""
    after = document.clauses[document.clauses.index(clause) + 1 :]
    return [clause.body[found.end() :], *(each.body for each in after)]


def _above(document: Document, clause: Clause, found: re.Match[str]) -> list[str]:
    """The text before some words: the clauses that come first and the beginning of their own."""
    before = document.clauses[: document.clauses.index(clause)]
    return [*(each.body for each in before), clause.body[: found.start()]]


def _attached(document: Document) -> Iterator[Finding]:
    """`Vedlagt er prislisten`, where no link leads to what is attached."""
    for clause, found in document.found(document.vocabulary.seldom("attached")):
        spans = (*clause.references, *(mark for mark in clause.marks if mark.dangles))
        sentence = document.prose[clause.anchor].sentence_at(found.start())
        if not any(sentence.start <= span.start < sentence.end for span in spans):
            yield document.finding(
                "reference-missing", clause, found[0], _line(document, clause, found), quote=quoted(sentence.text),
                missing=AN_ATTACHMENT,
            )  # fmt: skip


def _names(document: Document) -> Iterator[Finding]:
    """A name in quotation marks that is nearly, but not quite, the title of another agreement of the supplier."""
    titles, own = _titles_beside(document), _headings_of(document)
    for clause, found in document.found(QUOTED):
        name = plain_name(found["name"])
        if name in titles or name in own or _is_marked(clause, found.start("name")):
            continue
        title = max(titles, key=lambda each: _likeness(name, each), default="")
        if title and _likeness(name, title) >= AS_GOOD_AS_THE_SAME:
            other = titles[title]
            yield document.finding(
                "agreement-name", clause, other.id, _line(document, clause, found), quote=quoted(found["name"]),
                title=quoted(other.version.title), agreement=other.id,
            )  # fmt: skip


@once_per_document
def _headings_of(document: Document) -> frozenset[str]:
    """The headings of a document and its title."""
    headings = {plain_name(each.heading) for each in document.clauses if each.heading}
    return frozenset(headings | {plain_name(document.version.title)})


@once_per_document
def _titles_beside(document: Document) -> dict[str, Document]:
    """The supplier's other documents by title."""
    return {plain_name(each.version.title): each for each in same_supplier(document)}


def _likeness(one: str, other: str) -> float:
    """How like two names are; nothing where their letters alone, in any order, are not like enough."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= AS_GOOD_AS_THE_SAME else 0.0


def _line(document: Document, clause: Clause, found: re.Match[str]) -> int:
    return document.prose[clause.anchor].line(found.start())


def _is_marked(clause: Clause, position: int) -> bool:
    """Whether a link or a mark that dangles covers the position: then it has been dealt with."""
    spans = (*clause.references, *(mark for mark in clause.marks if mark.dangles))
    return any(span.start <= position < span.end for span in spans)
