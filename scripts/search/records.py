"""What can be found: each clause of the version in force once, and each older or coming wording that differs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

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
    found = [asdict(record) for record in records(agreement, today)]
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
        asked = questions(version)
        for clause in version.clauses:
            if version is current or (clause.anchor, clause.sha256) not in said:
                record = _record(agreement, version, clause, _standing(version, current, today))
                yield replace(record, asked=asked.get(clause.anchor, ""))
            said.add((clause.anchor, clause.sha256))


def _standing(version: Version, current: Version, today: date) -> str:
    if version.first_day > today:
        return UPCOMING
    return IN_FORCE if version is current else SUPERSEDED


def _record(agreement: Agreement, version: Version, clause: Clause, standing: str) -> Record:
    page = f"/agreements/{agreement.id}/" if standing == IN_FORCE else version.href
    return Record(
        address=f"{page}#{clause.anchor}",
        standing=standing,
        language=agreement.supplier.language,
        supplier=agreement.supplier.name,
        agreement=version.title,
        number=clause.number or "",
        heading=clause.heading or "",
        under=" – ".join(_headings_above(clause, version.clauses)),
        text=clause_text(clause),
    )


def _headings_above(clause: Clause, clauses: Sequence[Clause]) -> list[str]:
    by_anchor = {each.anchor: each for each in clauses}
    headings: list[str] = []
    while clause.parent:
        clause = by_anchor[clause.parent]
        headings.insert(0, clause.heading or "")
    return headings
