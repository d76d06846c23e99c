"""The guide to a first tariff holds: what it says to write is an agreement without a fault and computes as it says."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from calculators.answer import answer
from calculators.asking import computed_rules
from calculators.words import LANGUAGES
from scripts.agreements.checked import checked_corpus
from scripts.agreements.terms import terms
from scripts.publishing.words import ROOT as FOLDER
from scripts.setup.start import ROOT

BLOCK = re.compile(r"^```(?:yaml|markdown)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAME = re.compile(r"`(docs/agreements/[\w/-]+\.md)`")
EXPECTED = {
    "notice": ("last_day", "2027-05-31"),
    "response-times": ("response_by", "2027-02-11T09:30"),
    "work": ("net", "2500.00"),
    "uptime-credit": ("credit", "120.00"),
}


@pytest.fixture(params=LANGUAGES)
def guide(request: pytest.FixtureRequest) -> str:
    return (ROOT / "docs" / FOLDER[request.param] / "guide" / "first-tariff.md").read_text(encoding="utf-8")


@pytest.fixture
def written(guide: str, tmp_path: Path):
    """The corpus once a reader of the guide has written the agreement below the supplier that is there."""
    path = tmp_path / NAME.search(guide)[1]
    path.parent.mkdir(parents=True)
    path.write_text("".join(_blocks(guide)), encoding="utf-8")
    supplier = (ROOT / "docs" / "agreements" / "example" / "supplier.yml").read_text(encoding="utf-8")
    (path.parents[1] / "supplier.yml").write_text(supplier, encoding="utf-8")
    return checked_corpus(tmp_path / "docs")


def _blocks(guide: str) -> list[str]:
    """Front matter, rules and clauses; an empty line parts the clauses from what is above them."""
    head, rules, clauses = BLOCK.findall(guide)
    return [head, rules, "\n", clauses]


def test_what_the_guide_says_to_write_has_no_fault(written):
    assert written.problems == ()


def test_it_computes_what_the_guide_says(written):
    library = {agreement.id: terms(agreement) for agreement in written.agreements}
    assert [rule.partition(":")[2] for rule in computed_rules(library)] == list(EXPECTED)
    rules = written.agreements[0].versions[0].rules
    for name, (member, value) in EXPECTED.items():
        inputs = json.loads(json.dumps(rules[name]["example"], default=str))
        request = {"rule": f"example/print-shop:{name}", "on": "2027-02-10", "inputs": inputs}
        assert str(answer(request, library, date(2027, 2, 10))["result"][member]) == value
