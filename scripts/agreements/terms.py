"""The terms of an agreement as plain JSON: what calculators read, here and in the browser."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from scripts.agreements.model import Agreement, Borrowed, Clause, Parameter, Supplier, Version


class TermsOf(Mapping[str, dict[str, object]]):
    """The terms of agreements by id, each stated when it is first asked for: most builds ask for few."""

    def __init__(self, agreements: Iterable[Agreement]) -> None:
        self._agreements = {agreement.id: agreement for agreement in agreements}
        self._stated: dict[str, dict[str, object]] = {}

    def __getitem__(self, id: str) -> dict[str, object]:
        if id not in self._stated:
            self._stated[id] = terms(self._agreements[id])
        return self._stated[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._agreements)

    def __len__(self) -> int:
        return len(self._agreements)


def terms(agreement: Agreement) -> dict[str, object]:
    """Supplier, versions, clauses, figures and rules of one agreement, oldest version first."""
    return {
        "agreement": agreement.id,
        "title": agreement.title,
        "supplier": supplier_terms(agreement.supplier),
        "versions": [version_terms(agreement, version) for version in agreement.versions],
    }


def supplier_terms(supplier: Supplier) -> dict[str, str | bool]:
    """Whose agreement it is, and how it counts: zone, holidays, currency."""
    return {
        "id": supplier.id,
        "name": supplier.name,
        "language": supplier.language,
        "currency": supplier.currency,
        "time_zone": supplier.time_zone,
        "holidays": supplier.holidays,
        "fictional": supplier.fictional,
    }


def version_terms(agreement: Agreement, version: Version) -> dict[str, object]:
    """One version: its dates, clauses by anchor, figures, figures borrowed from other agreements, and rules."""
    clauses = {clause.anchor: _clause(clause) for clause in version.clauses}
    return {**version_dates(agreement, version), "clauses": clauses, **stated_terms(version)}


def version_dates(agreement: Agreement, version: Version) -> dict[str, object]:
    """What a version is called, where it stands, and since when it applies to whom."""
    days = version.applies_to
    return {
        "version": version.name,
        "effective_date": _iso(version.effective_date),
        "in_force_from": _iso(agreement.in_force_from(version)),
        "applies_to": days and {name: _iso(day) for name, day in vars(days).items()},
        "announced_on": _iso(version.announced_on),
        "recorded_on": _iso(version.recorded_on),
        "href": version.href,
    }


def stated_terms(version: Version) -> dict[str, object]:
    """What a version says, whenever it applies: its figures, those it borrows, and its rules."""
    return {
        "parameters": {name: _parameter(parameter) for name, parameter in version.parameters.items()},
        "borrowed": {name: _borrowed(borrowed) for name, borrowed in version.borrowed.items()},
        "rules": dict(version.rules),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "number": clause.number,
        "heading": clause.heading,
        "reference": clause.reference,
        "sha256": clause.sha256,
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    return {**parameter.figure, "clause": parameter.clause, "text": parameter.text}


def _borrowed(borrowed: Borrowed) -> dict[str, object]:
    """The figure, and where it stands: enough to cite it without the other agreement's terms."""
    return {
        **_parameter(borrowed.parameter),
        "agreement": borrowed.agreement,
        "title": borrowed.title,
        "version": borrowed.version,
        "href": borrowed.href,
        "reference": borrowed.clause.reference,
        "sha256": borrowed.clause.sha256,
    }
