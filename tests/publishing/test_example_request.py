"""A calculator's page shows an example that some version answers, whatever became of the rule since."""

from datetime import date
from typing import Any

import pytest

from calculators.answer import answer
from scripts.publishing.calculator_view import example_request

FEE = {
    "kind": "fixed-fee",
    "title": {"nb": "Gebyr", "sv": "Avgift", "en": "Fee"},
    "clause": "fees",
    "figures": {"fee": "fee"},
    "example": {},
}
CLAUSE = {"number": "1", "heading": "Fees", "reference": "1", "sha256": "0"}
SUPPLIER = {"language": "nb", "currency": "NOK", "time_zone": "Europe/Oslo", "holidays": "NO"}


def version(label: str, begins: str | None, rules: dict[str, Any]) -> dict[str, Any]:
    fee = {"kind": "money", "value": label[:4], "unit": "NOK", "clause": "fees", "text": "fee"}
    dates = {"effective_date": begins, "in_force_from": begins, "recorded_on": "2026-11-20"}
    texts = {"clauses": {"fees": CLAUSE}, "parameters": {"fee": fee}, "rules": rules}
    return {"version": label, "href": f"/{label}/"} | dates | texts


def library(*versions: dict[str, Any]) -> dict[str, Any]:
    terms = {"agreement": "a/b", "title": "B", "supplier": SUPPLIER, "versions": list(versions)}
    return {"a/b": terms}


WITH, WITHOUT = {"fee": FEE}, {}


@pytest.mark.parametrize(
    ("versions", "answered_by"),
    [
        ((version("2024-01-01", "2024-01-01", WITH), version("2025-01-01", "2025-01-01", WITH)), "2025-01-01"),
        ((version("2024-01-01", "2024-01-01", WITH), version("2025-01-01", "2025-01-01", WITHOUT)), "2024-01-01"),
        ((version("2024-01-01", "2024-01-01", WITHOUT), version("2027-01-01", "2027-01-01", WITH)), "2027-01-01"),
        ((version("2024-01-01", "2024-01-01", WITH), version("2027-01-01", "2027-01-01", WITH)), "2024-01-01"),
        ((version("2026-11-20", None, WITH), version("2025-01-01", "2025-01-01", WITHOUT)), "2026-11-20"),
        ((version("2027-01-01", "2027-01-01", WITH),), "2027-01-01"),
    ],
    ids=[
        "in force",
        "dropped since",
        "only to come",
        "in force and to come",
        "dropped, of unknown date",
        "first to come",
    ],
)
def test_its_example_is_answered(versions, answered_by: str):
    today, terms = date(2026, 11, 20), library(*versions)
    response = answer(example_request("a/b:fee", terms, today), terms, today)
    assert (response["status"], response["version"]) == ("ok", answered_by)
