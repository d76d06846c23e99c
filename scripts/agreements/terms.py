"""The terms of an agreement as plain JSON: what calculators read, here and in the browser."""

from scripts.agreements.model import Agreement, Clause, Parameter, Supplier, Version


def terms(agreement: Agreement) -> dict[str, object]:
    """Supplier, versions, clauses, figures and rules of one agreement, oldest version first."""
    return {
        "agreement": agreement.id,
        "title": agreement.title,
        "supplier": supplier_terms(agreement.supplier),
        "versions": [version_terms(version) for version in agreement.versions],
    }


def supplier_terms(supplier: Supplier) -> dict[str, str]:
    """Whose agreement it is, and how it counts: zone, holidays, currency."""
    return {
        "id": supplier.id,
        "name": supplier.name,
        "language": supplier.language,
        "currency": supplier.currency,
        "time_zone": supplier.time_zone,
        "holidays": supplier.holidays,
    }


def version_terms(version: Version) -> dict[str, object]:
    """One version: its dates, clauses by anchor, figures and rules."""
    return {
        "version": version.name,
        "effective_date": version.effective_date.isoformat() if version.effective_date else None,
        "announced_on": version.announced_on.isoformat() if version.announced_on else None,
        "recorded_on": version.recorded_on.isoformat(),
        "href": version.href,
        "clauses": {clause.anchor: _clause(clause) for clause in version.clauses},
        "parameters": {name: _parameter(parameter) for name, parameter in version.parameters.items()},
        "rules": dict(version.rules),
    }


def _clause(clause: Clause) -> dict[str, object]:
    return {
        "number": clause.number,
        "heading": clause.heading,
        "reference": clause.reference,
        "sha256": clause.sha256,
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    return {**parameter.figure, "clause": parameter.clause, "text": parameter.text}
