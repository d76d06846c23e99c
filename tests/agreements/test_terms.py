"""The JSON that calculators read says exactly what the text says."""

import json

from scripts.agreements.model import Agreement, Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.terms import terms
from scripts.agreements.versions import read_version

SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})
TEXT = """\
---
title: Lagring
summary: Vilkår.
recorded_on: 2026-11-20
rules:
  notice:
    kind: statement
    title: {nb: a, sv: b, en: c}
    figures: {notice: notice.period}
---

## 6.4 Oppsigelse {#termination}

Fristen er [3 måneder]{notice.period}.
"""


def test_it_carries_supplier_versions_clauses_figures_and_rules() -> None:
    log = ProblemLog("text.md")
    version = read_version(TEXT, "2026-11-20", "example/storage", SUPPLIER, log)
    found = terms(Agreement("example/storage", SUPPLIER, (version,)))
    assert json.loads(json.dumps(found)) == {
        "agreement": "example/storage",
        "title": "Lagring",
        "supplier": {
            "id": "example",
            "name": "Eksempel AS",
            "language": "nb",
            "currency": "NOK",
            "time_zone": "Europe/Oslo",
            "holidays": "NO",
            "fictional": False,
        },
        "versions": [
            {
                "version": "2026-11-20",
                "effective_date": None,
                "in_force_from": None,
                "applies_to": None,
                "announced_on": None,
                "recorded_on": "2026-11-20",
                "href": "/agreements/example/storage/2026-11-20/",
                "clauses": {
                    "termination": {
                        "number": "6.4",
                        "heading": "Oppsigelse",
                        "reference": "6.4",
                        "sha256": version.clauses[0].sha256,
                    }
                },
                "parameters": {
                    "notice.period": {
                        "kind": "period",
                        "value": "3",
                        "unit": "months",
                        "clause": "termination",
                        "text": "3 måneder",
                    }
                },
                "borrowed": {},
                "rules": {
                    "notice": {
                        "kind": "statement",
                        "title": {"nb": "a", "sv": "b", "en": "c"},
                        "figures": {"notice": "notice.period"},
                        "clause": "termination",
                    }
                },
            }
        ],
    }
