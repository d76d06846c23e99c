"""Who the parties are and whose law binds them: several company names for one, the law of another country."""

import re
from collections.abc import Iterator
from functools import cache

from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.relations import same_supplier
from scripts.checker.remembering import once_per_document
from scripts.checker.seldom import Seldom, first_letters_of

NAME = r"\b(?P<name>(?P<first>[A-ZÆØÅÄÖ][\w-]+)(?: [A-ZÆØÅÄÖ][\w-]+){0,2}) (?P<form>%s)(?![\w/])"


def findings(document: Document) -> Iterator[Finding]:
    yield from _names(document)
    yield from _foreign_law(document)


def _names(document: Document) -> Iterator[Finding]:
    """A company this text names otherwise than the supplier's texts do elsewhere, or itself."""
    everywhere = [name for each in (document, *same_supplier(document)) for name in _companies(each)]
    reported = set()
    for first, full, anchor, line in _companies(document):
        variants = list(dict.fromkeys(other for start, other, *_ in everywhere if start == first))
        if len(variants) > 1 and first not in reported:
            reported.add(first)
            others = ", ".join(quoted(other) for other in variants if other != full)
            yield document.finding(
                "party-names", document.by_anchor[anchor], first, line, name=quoted(full), others=others
            )


@once_per_document
def _companies(document: Document) -> list[tuple[str, str, str, int]]:
    """The companies a text names: first word, full name, clause and line."""
    forms = document.vocabulary.entries["company"]
    named, endings = re.compile(NAME % "|".join(map(re.escape, forms))), [f" {form}" for form in forms]
    if not any(each in document.words for each in endings):
        return []
    return [
        (found["first"], found[0], anchor, prose.line(found.start()))
        for anchor, prose in document.prose.items()
        if any(each in prose.plain for each in endings)
        for found in named.finditer(prose.text)
    ]


def _foreign_law(document: Document) -> Iterator[Finding]:
    home = document.agreement.supplier.holidays
    for country, forms in document.vocabulary.entries["countries"].items():
        law = _law(tuple(forms))
        for clause in document.clauses if country != home and document.may_have(law) else ():
            prose = document.prose[clause.anchor]
            found = next(prose.found(law), None)
            if found:
                yield document.finding(
                    "foreign-law", clause, country, prose.line(found.start()), quote=quoted(found[0])
                )


@cache
def _law(forms: tuple[str, ...]) -> Seldom:
    return Seldom(re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE), first_letters_of(forms))
