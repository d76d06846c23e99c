"""What every test of the calculators asks of: the terms of the real agreements, and the door."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from calculators.answer import answer
from calculators.asking import computed_rules, computes
from calculators.contract.terms import versions
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

Answer = Callable[..., dict[str, Any]]
EXAMPLE = {
    "id": "example",
    "name": "Eksempel AS",
    "language": "nb",
    "currency": "NOK",
    "time_zone": "Europe/Oslo",
    "holidays": "NO",
}


@pytest.fixture(scope="session")
def library() -> dict[str, Any]:
    """The terms of every agreement under docs/, as calculators read them."""
    return {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}


@pytest.fixture(scope="session")
def examples(library: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A request for each rule that computes: its worked example, on a day its newest version covers."""
    found = {}
    for name in computed_rules(library):
        agreement, _, slug = name.partition(":")
        version = [each for each in versions(library[agreement]) if computes(each, slug)][-1]
        inputs = json.loads(json.dumps(version.rules[slug]["example"], default=str))
        found[name] = {"rule": name, "on": (version.in_force_from or TODAY).isoformat(), "inputs": inputs}
    return found


@pytest.fixture(scope="session")
def alone() -> Callable[..., dict[str, Any]]:
    """Makes the terms of an agreement with one rule, example/one:rule: `alone(rule, {figure: its JSON})`."""
    clause = {"number": "1", "heading": "One", "reference": "1", "sha256": "0"}

    def terms_of(rule: dict[str, Any], figures: dict[str, Any]) -> dict[str, Any]:
        version = {
            "version": "2026-01-01",
            "effective_date": None,
            "announced_on": None,
            "recorded_on": "2026-01-01",
            "href": "/agreements/example/one/2026-01-01/",
            "clauses": {"one": clause},
            "parameters": {name: {"clause": "one", "text": name, **figure} for name, figure in figures.items()},
            "rules": {"rule": {"title": {"nb": "Regel", "sv": "Regel", "en": "Rule"}, "clause": "one", **rule}},
        }
        return {"example/one": {"agreement": "example/one", "title": "One", "supplier": EXAMPLE, "versions": [version]}}

    return terms_of


@pytest.fixture(scope="session")
def ask(library: dict[str, Any]) -> Answer:
    """Asks a rule: `ask("agreement:rule", {inputs}, reading=...)` gives the response, which has to be JSON."""

    def asked(rule: str, inputs: Any, **members: Any) -> dict[str, Any]:
        response = answer({"rule": rule, "inputs": inputs, **members}, library, TODAY)
        assert json.loads(json.dumps(response)) == response
        return response

    return asked
