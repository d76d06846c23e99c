"""The JSON of one version: the whole text, clause by clause, and what its marks and references mean."""

import json

from scripts.agreements.model import Agreement, Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.terms import terms
from scripts.agreements.version_json import version_json
from scripts.agreements.versions import read_version

SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})
TEXT = """\
---
title: Lagring
summary: Vilkår.
recorded_on: 2026-11-20
part_of: [Rammeavtalen]
rules:
  notice: {kind: statement, title: {nb: a, sv: b, en: c}, figures: {notice: notice.period}}
---

## 6.4 Oppsigelse {#termination}

Fristen er [3 måneder]{notice.period}, se [første ledd](#1) og [drift](../drift/#5.4).

1. {#first} Slik.
"""


def _made() -> tuple[dict, Agreement]:
    version = read_version(TEXT, "2026-11-20", "example/storage", SUPPLIER, ProblemLog("text.md"))
    agreement = Agreement("example/storage", SUPPLIER, (version,))
    return json.loads(json.dumps(version_json(agreement, version))), agreement


def test_it_carries_every_clause_with_its_text():
    """Marks stand as written; a reference to another agreement leads from the root of the site."""
    made, agreement = _made()
    first, second = made["clauses"]
    assert first == {
        "anchor": "termination",
        "ids": ["termination", "6.4"],
        "number": "6.4",
        "printed_number": "6.4",
        "heading": "Oppsigelse",
        "level": 2,
        "parent": None,
        "reference": "6.4",
        "href": "/agreements/example/storage/2026-11-20/#termination",
        "sha256": agreement.versions[0].clauses[0].sha256,
        "text": "Fristen er [3 måneder]{notice.period}, "
        "se [første ledd](#1) og [drift](/agreements/example/drift/#5.4).",
    }
    assert (second["printed_number"], second["parent"], second["text"]) == ("1.", "termination", "Slik.")


def test_it_says_of_the_version_what_the_terms_say():
    """Dates, figures and rules are those that the calculators read."""
    made, agreement = _made()
    alone = terms(agreement)["versions"][0]
    assert all(made[name] == alone[name] for name in alone if name != "clauses")
    assert made["part_of"] == ["Rammeavtalen"]
    assert made["supplier"]["language"] == "nb"
