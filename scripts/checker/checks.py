"""Runs every detector over the texts that count on a day, in a fixed order."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from scripts.agreements.model import Agreement, Version
from scripts.checker.circles import circles
from scripts.checker.detectors import (
    billing,
    figures,
    footnotes,
    law,
    named_references,
    numbering,
    parties,
    prices,
    promises,
    quantities,
    references,
    sections,
    terms,
    tiers,
    topics,
    torn_text,
    totals,
    twins,
    windows,
)
from scripts.checker.document import Document
from scripts.checker.finding import Finding
from scripts.keeping.keep import Wanted

DETECTORS = (
    *(references, named_references, topics, numbering, sections, torn_text, footnotes),
    *(tiers, totals, prices),
    *(quantities, promises, windows, figures, terms),
    *(twins, billing, parties, law),
)


def findings(agreements: Iterable[Agreement], today: date) -> list[Finding]:
    """Every finding about the versions that are in force on the day or to come, sorted by place."""
    return in_order(circle.make() for circle in findings_by_circle(agreements, today))


def findings_by_circle(agreements: Iterable[Agreement], today: date) -> list[Wanted[list[Finding]]]:
    """What is found among agreements that can have anything to do with each other, each finding once."""
    return [_found_in(circle, today) for circle in circles(tuple(agreements))]


def in_order(found: Iterable[Iterable[Finding]]) -> list[Finding]:
    """The findings of all circles, sorted by place."""
    return sorted(chain.from_iterable(found), key=lambda each: each.order)


def _found_in(circle: Sequence[Agreement], today: date) -> Wanted[list[Finding]]:
    made_from = ("findings", today.isoformat(), *(agreement.made_from for agreement in circle))
    return Wanted(
        made_from, lambda: list({each: None for document in documents(circle, today) for each in findings_of(document)})
    )


def findings_of(document: Document) -> Iterable[Finding]:
    return (finding for detector in DETECTORS for finding in detector.findings(document))


def documents(agreements: Iterable[Agreement], today: date) -> list[Document]:
    """The documents to read: of each agreement the version in force, and those to come."""
    agreements = tuple(agreements)
    shelf: dict[str, Document] = {}
    for agreement in agreements:
        shelf[agreement.id] = Document(agreement, _current(agreement, today), shelf)
    upcoming = [
        Document(agreement, version, shelf)
        for agreement in agreements
        for version in agreement.versions
        if version.first_day > today and version is not shelf[agreement.id].version
    ]
    return [*shelf.values(), *upcoming]


def _current(agreement: Agreement, today: date) -> Version:
    return agreement.version_in_force(today) or agreement.versions[0]
