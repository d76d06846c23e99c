"""The same clause in the versions before and after: found by its anchor, or said to be new or gone."""

import pytest

from scripts.agreements.model import Agreement, Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.versions import read_version
from scripts.publishing.version_banner import clause_neighbours

SUPPLIER = Supplier("fjord", "Fjord", "nb", "NOK", "Europe/Oslo", "NO", "", {})
CLAUSES = {
    "2025-01-01": "## 1. Pris {#price}\n\n## 2. Gammelt {#old}\n",
    "2026-01-01": "## 1. Nytt {#new}\n\n## 2. Pris {#price}\n\n## 3. Kort {#short}\n",
    "2027-01-01": "## 1. Pris {#price}\n\n## 2. Nytt {#new}\n",
}
EXPECTED = {
    ("2025-01-01", "price"): ["to_next /agreements/fjord/drift/2026-01-01/#price"],
    ("2025-01-01", "old"): ["is_gone "],
    ("2026-01-01", "price"): [
        "to_previous /agreements/fjord/drift/2025-01-01/#price",
        "to_next /agreements/fjord/drift/2027-01-01/#price",
    ],
    ("2026-01-01", "new"): ["is_added ", "to_next /agreements/fjord/drift/2027-01-01/#new"],
    ("2026-01-01", "short"): ["is_added ", "is_gone "],
    ("2027-01-01", "new"): ["to_previous /agreements/fjord/drift/2026-01-01/#new"],
}


def _agreement(*names: str) -> Agreement:
    head = "---\ntitle: Drift\nsummary: Drift.\nrecorded_on: {0}\neffective_date: {0}\n---\n"
    texts = {name: head.format(name) + CLAUSES[name] for name in names}
    log = ProblemLog("text.md")
    versions = tuple(read_version(text, name, "fjord/drift", SUPPLIER, log) for name, text in texts.items())
    return Agreement("fjord/drift", SUPPLIER, versions)


@pytest.mark.parametrize(("name", "anchor"), EXPECTED)
def test_finds_the_clause_in_the_versions_beside_this_one(name: str, anchor: str):
    """Whatever number it has there; at the ends there is only one version beside it."""
    agreement = _agreement(*CLAUSES)
    found = clause_neighbours(agreement, agreement.version(name))[anchor]
    assert [f"{link.word} {link.href and link.href + anchor}" for link in found] == EXPECTED[name, anchor]


def test_says_nothing_where_there_is_one_version():
    """Nothing is new or gone without another version."""
    agreement = _agreement("2026-01-01")
    assert clause_neighbours(agreement, agreement.versions[0])["price"] == ()
