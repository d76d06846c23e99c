"""One version of an agreement as plain JSON with its full text: what the comparison reads and machines are served."""

from scripts.agreements.lock import text_sha256
from scripts.agreements.model import Agreement, Clause, Version
from scripts.agreements.rendering import with_resolved_references
from scripts.agreements.terms import stated_terms, supplier_terms, version_dates


def version_texts(agreement: Agreement) -> list[dict[str, object]]:
    """Every version with its full text, the oldest first."""
    return [version_json(agreement, version) for version in agreement.versions]


def version_json(agreement: Agreement, version: Version) -> dict[str, object]:
    """The terms of one version, and beside them its clauses in order, each with its Markdown and marks."""
    return {
        "agreement": agreement.id,
        "title": version.title,
        "summary": version.summary,
        "supplier": supplier_terms(agreement.supplier),
        **version_dates(agreement, version),
        "clauses": [clause_json(clause, version) for clause in version.clauses],
        **stated_terms(version),
        "supersedes": version.supersedes,
        "kind": version.kind,
        "part_of": list(version.part_of),
        "sha256": text_sha256(version),
    }


def clause_json(clause: Clause, version: Version) -> dict[str, object]:
    """One clause without its child clauses; references in its text lead from the root of the site."""
    return {
        "anchor": clause.anchor,
        "ids": list(clause.ids),
        "number": clause.number,
        "printed_number": clause.printed_number,
        "heading": clause.heading,
        "level": clause.level,
        "parent": clause.parent,
        "reference": clause.reference,
        "href": f"{version.href}#{clause.anchor}",
        "sha256": clause.sha256,
        "text": with_resolved_references(clause),
    }
