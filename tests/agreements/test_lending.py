"""A rule may read a figure that another agreement of the supplier states; it is cited where it stands."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators.answer import answer
from calculators.checking import check_rule
from calculators.page import answered_view
from scripts.agreements.checked import checked_corpus
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms

SUPPLIER = """\
name: Eksempel AS
language: nb
currency: NOK
time_zone: Europe/Oslo
holidays: "NO"
about: Et eksempel.
contact: {Støtte: support@firm.example}
"""
PRICES = """\
---
title: Priser
summary: Priser.
recorded_on: 2026-01-01
effective_date: {day}
---

## 2. Gebyrer {{#fees}}

En faktura koster [kr {fee},-]{{invoice.fee}}.
"""
TABLE = """
{rate.card columns=band,list,regular keys=day,evening}
| Tid | Liste | Fast |
|---|---|---|
| dag | 1450,- | 1305,- |
| kveld | 2175,- | 1958,- |
"""
LEASE = """\
---
title: Leie
summary: Leie.
recorded_on: 2026-06-01
effective_date: 2026-06-01
rules:
  invoice-fee:
    kind: {kind}
    title: {{nb: Gebyr, sv: Avgift, en: Fee}}
    clause: billing
    figures: {{fee: "{figure}"}}
    example: {{}}
---

## 1. Fakturering {{#billing}}

Priser står i prislisten.
"""
FIGURE = "firm/prices:invoice.fee"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    write(docs, "firm/supplier.yml", SUPPLIER)
    write(docs, "firm/prices/2026-01-01.md", PRICES.format(day="2026-01-01", fee="80"))
    write(docs, "firm/prices/2027-01-01.md", PRICES.format(day="2027-01-01", fee="90"))
    write(docs, "firm/lease/2026-06-01.md", LEASE.format(kind="fixed-fee", figure=FIGURE))
    return docs


def write(docs: Path, name: str, text: str) -> None:
    path = docs / "agreements" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def problems(docs: Path) -> list[str]:
    found = read_corpus(docs, check_rule).problems
    return [str(problem).removeprefix("docs/agreements/firm/") for problem in found]


def library(docs: Path) -> dict[str, Any]:
    return {agreement.id: terms(agreement) for agreement in read_corpus(docs, check_rule).agreements}


def test_it_carries_the_figure_with_the_clause_that_states_it(docs: Path) -> None:
    """From the version in force on the first day of the borrowing one; a later price is another version's business."""
    lender = read_corpus(docs).agreement("firm/prices")
    [version] = library(docs)["firm/lease"]["versions"]
    assert version["borrowed"] == {
        FIGURE: {
            "kind": "money",
            "value": "80",
            "unit": "NOK",
            "clause": "fees",
            "text": "kr 80,-",
            "agreement": "firm/prices",
            "title": "Priser",
            "version": "2026-01-01",
            "href": "/agreements/firm/prices/2026-01-01/",
            "reference": "2",
            "sha256": lender.versions[0].clauses[0].sha256,
        }
    }


def test_the_answer_cites_the_other_agreement(docs: Path) -> None:
    alone = {"firm/lease": library(docs)["firm/lease"]}
    request = {"rule": "firm/lease:invoice-fee", "language": "en"}
    response = answer(request, alone, date(2026, 11, 20))
    assert (response["status"], response["result"]["fee"]) == ("ok", "80.00")
    assert [(clause["agreement"], clause["clause"]) for clause in response["clauses"]] == [
        ("firm/lease", "1"),
        ("firm/prices", "2"),
    ]
    assert response["steps"][0]["href"] == "/agreements/firm/prices/2026-01-01/#figure-invoice.fee"
    shown = answered_view(request, alone, date(2026, 11, 20))
    assert [clause["label"] for clause in shown["clauses"]] == ["clause 1", "clause 2 of “Priser”"]


def test_a_figure_that_is_lent_counts_as_read(docs: Path) -> None:
    """In the version that lends it: the later price list has a figure that no rule reads."""
    [unread] = problems(docs)
    assert unread.startswith('prices/2027-01-01.md:10: clause "2": figure "invoice.fee" is marked but no rule reads it')
    (docs / "agreements/firm/prices/2027-01-01.md").unlink()
    assert problems(docs) == []
    assert checked_corpus(docs).problems == ()


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        (
            "firm/price:invoice.fee",
            'borrows from "firm/price", which is no agreement to borrow from; expected another agreement of the '
            'supplier, with a version in force on 2026-06-01. Did you mean "firm/prices"?',
        ),
        (
            "firm/lease:invoice.fee",
            'borrows from "firm/lease", which is no agreement to borrow from; expected another agreement of the '
            'supplier, with a version in force on 2026-06-01. Did you mean "firm/prices"?',
        ),
        (
            "firm/prices:invoice.fe",
            'reads figure "firm/prices:invoice.fe", which no clause marks; expected the name of a marked figure. '
            'Did you mean "firm/prices:invoice.fee"?',
        ),
        (
            "firm/prices:rate.card/list/nigt",
            'reads figure "firm/prices:rate.card/list/nigt", which no clause marks; expected the name of a marked '
            "figure.",
        ),
    ],
)
def test_it_names_what_is_not_there(docs: Path, figure: str, message: str) -> None:
    (docs / "agreements/firm/prices/2027-01-01.md").unlink()
    write(docs, "firm/lease/2026-06-01.md", LEASE.format(kind="fixed-fee", figure=figure))
    assert f'lease/2026-06-01.md:11: rule "invoice-fee" {message}' in problems(docs)


def test_it_borrows_from_the_same_supplier_only(docs: Path) -> None:
    write(docs, "other/supplier.yml", SUPPLIER)
    write(docs, "other/lease/2026-06-01.md", LEASE.format(kind="fixed-fee", figure=FIGURE))
    assert any('borrows from "firm/prices", which is no agreement to borrow from' in each for each in problems(docs))


def test_there_is_nothing_to_borrow_before_the_first_version(docs: Path) -> None:
    (docs / "agreements/firm/prices/2026-01-01.md").unlink()
    assert any('borrows from "firm/prices", which is no agreement to borrow from' in each for each in problems(docs))


def test_a_borrowed_figure_has_to_suit_its_role(docs: Path) -> None:
    text = PRICES.format(day="2026-01-01", fee="80").replace("kr 80,-", "3 dager")
    write(docs, "firm/prices/2026-01-01.md", text)
    assert any(f'"{FIGURE}" is period; expected a figure of kind money' in each for each in problems(docs))


def test_a_cell_of_a_table_can_be_borrowed(docs: Path) -> None:
    write(docs, "firm/prices/2026-01-01.md", PRICES.format(day="2026-01-01", fee="80") + TABLE)
    figure = "firm/prices:rate.card/regular/evening"
    write(docs, "firm/lease/2026-06-01.md", LEASE.format(kind="fixed-fee", figure=figure))
    response = answer({"rule": "firm/lease:invoice-fee"}, library(docs), date(2026, 11, 20))
    assert response["result"]["fee"] == "1958.00"
    assert response["steps"][0]["href"].endswith("/prices/2026-01-01/#figure-rate.card")
