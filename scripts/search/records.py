"""What can be found: each clause of the version in force once, and each older or coming wording that differs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.agreements.model import Agreement, Clause, Version
from scripts.search.clause_text import clause_text
from scripts.search.questions import questions

RECORDS = "assets/search/records.json"  # below the root of the site, until they are indexed
IN_FORCE, SUPERSEDED, UPCOMING = "in_force", "superseded", "upcoming"


@dataclass(frozen=True)
class Record:
    """One clause as a search finds and shows it."""

    address: str  # from the root of the site, with the clause's anchor
    standing: str
    language: str
    supplier: str
    agreement: str
    number: str
    heading: str
    under: str  # the headings above it, the nearest last
    text: str
    asked: str = ""  # what people ask about it, in all languages of the interface


def records_text(agreement: Agreement, today: date) -> str:
    """The records of an agreement as the file of all records has them, side by side."""
    found = [vars(record) for record in records(agreement, today)]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))[1:-1]


def records_json(texts: Iterable[str]) -> str:
    """The records of all agreements as one file."""
    return f"[{','.join(texts)}]"


def read_records(text: str) -> tuple[Record, ...]:
    """The records of such a file."""
    return tuple(Record(**each) for each in json.loads(text))


def records(agreement: Agreement, today: date) -> Iterator[Record]:
    """The clauses of the version in force (else the newest), then what other versions say otherwise, newest first.

    A clause that has stood unchanged through ten versions is one record, not ten.
    """
    current = agreement.version_in_force(today) or agreement.versions[-1]
    others = [version for version in reversed(agreement.versions) if version is not current]
    said: set[tuple[str, str]] = set()
    for version in (current, *others):
        page = _Page(agreement, version, _standing(version, current, today))
        for clause in version.clauses:
            if version is current or (clause.anchor, clause.sha256) not in said:
                yield page.record(clause)
            said.add((clause.anchor, clause.sha256))


def _standing(version: Version, current: Version, today: date) -> str:
    if version.first_day > today:
        return UPCOMING
    return IN_FORCE if version is current else SUPERSEDED


@dataclass(frozen=True)
class _Page:
    """The version that records are made of; what is asked about its clauses, and their headings, are found once."""

    agreement: Agreement
    version: Version
    standing: str

    def record(self, clause: Clause) -> Record:
        page = f"/agreements/{self.agreement.id}/" if self.standing == IN_FORCE else self.version.href
        return Record(
            address=f"{page}#{clause.anchor}",
            standing=self.standing,
            language=self.agreement.supplier.language,
            supplier=self.agreement.supplier.name,
            agreement=self.version.title,
            number=clause.number or "",
            heading=clause.heading or "",
            under=" – ".join(self._headings_above(clause)),
            text=clause_text(clause),
            asked=self._asked.get(clause.anchor, ""),
        )

    @cached_property
    def _asked(self) -> dict[str, str]:
        return questions(self.version)

    @cached_property
    def _by_anchor(self) -> dict[str, Clause]:
        return {each.anchor: each for each in self.version.clauses}

    def _headings_above(self, clause: Clause) -> list[str]:
        headings: list[str] = []
        while clause.parent:
            clause = self._by_anchor[clause.parent]
            headings.insert(0, clause.heading or "")
        return headings
