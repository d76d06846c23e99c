"""What machines are told of the agreements: the whole shelf, and one agreement with its versions."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from scripts.agreements.lock import text_sha256
from scripts.agreements.model import Agreement, Version
from scripts.agreements.terms import supplier_terms
from scripts.publishing.comparison_pages import comparison_path
from scripts.publishing.standing import standing

LEFT_OUT = ("rules",)  # how figures are computed with is in terms.json


def shelf_view(agreements: Sequence[Agreement], today: date) -> dict[str, object]:
    """Every agreement with the version in force, as of a day."""
    return {"as_of": today.isoformat(), "agreements": [_head(agreement, today) for agreement in agreements]}


def agreement_view(agreement: Agreement, terms: Mapping[str, Any], today: date) -> dict[str, object]:
    """One agreement: its versions, oldest first, with their dates, clauses, figures and hashes; `terms` are its own."""
    versions = zip(agreement.versions, terms["versions"], strict=True)
    return {
        "as_of": today.isoformat(),
        **_head(agreement, today),
        "versions": [_version(agreement, version, stated, today) for version, stated in versions],
    }


def _head(agreement: Agreement, today: date) -> dict[str, object]:
    in_force = agreement.version_in_force(today)
    shown = in_force or agreement.versions[-1]
    return {
        "agreement": agreement.id,
        "title": shown.title,
        "summary": shown.summary,
        "supplier": supplier_terms(agreement.supplier),
        "href": f"/agreements/{agreement.id}/",
        "json": f"/api/agreements/{agreement.id}.json",
        "in_force": in_force and in_force.name,
    }


def _version(agreement: Agreement, version: Version, stated: Mapping[str, Any], today: date) -> dict[str, object]:
    before = agreement.version_before(version)
    return {
        **{name: value for name, value in stated.items() if name not in LEFT_OUT},
        "json": f"/api/agreements/{agreement.id}/{version.name}.json",
        "comparison": f"/{comparison_path(agreement.id, before.name, version.name)}" if before else None,
        "standing": standing(agreement, version, today),
        "kind": version.kind,
        "supersedes": before and before.name,
        "sha256": text_sha256(version),
    }
