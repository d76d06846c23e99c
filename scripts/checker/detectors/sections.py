"""Sections with nothing in them: empty ones, ones that say they are void, and words for what is still to come."""

import re
from collections.abc import Iterator

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted

EMPTY_ANCHOR = "empty"  # the anchor of a section whose text says only that nothing was published under the heading
PART = re.compile(r"(?:kapit(?:tel|el)|chapter|del|part|bilag|bilaga|vedlegg|annex|appendix)\b", re.IGNORECASE)
LONGEST_VOID = 40


def findings(document: Document) -> Iterator[Finding]:
    for at, clause in enumerate(document.clauses):
        if _is_empty(document, clause, at):
            yield document.finding("section-empty", clause, quote=quoted(_heading(clause)))
        elif _is_void(document, clause):
            yield document.finding("section-void", clause, quote=quoted(_heading(clause)))
    yield from _to_come(document)


def _heading(clause: Clause) -> str:
    return " ".join(f"{clause.printed_number or ''} {clause.heading or ''}".split())


def _is_empty(document: Document, clause: Clause, at: int) -> bool:
    """No text and nothing below; the name of a part (`Kapittel 1`) stands above what follows it."""
    if clause.anchor == EMPTY_ANCHOR:
        return True
    heads = PART.match(clause.heading or "") and at + 1 < len(document.clauses)
    return not (clause.body.strip() or document.descendants(clause) or heads or _is_void(document, clause))


def _is_void(document: Document, clause: Clause) -> bool:
    """The whole clause is a word like `Utgår`."""
    said = [part for part in (clause.heading or "", document.prose[clause.anchor].text) if part.strip()]
    words = [part.strip(" .\n()[]–-") for part in said if len(part) <= LONGEST_VOID]
    void = document.vocabulary.pattern("void")
    return bool(words) and len(words) == len(said) and bool(void.fullmatch(words[-1]))


def _to_come(document: Document) -> Iterator[Finding]:
    for clause, found in document.found(document.vocabulary.seldom("coming")):
        prose = document.prose[clause.anchor]
        sentence = " ".join(prose.sentence_at(found.start()).text.split())
        yield document.finding(
            "placeholder",
            clause,
            f"{found[0]} {sentence}",
            prose.line(found.start()),
            quote=quoted(found[0]),
            sentence=quoted(sentence),
        )
