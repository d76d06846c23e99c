"""What every test of the calculators asks of: the terms of the real agreements, and the door."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from calculators.answer import answer
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

Answer = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def library() -> dict[str, Any]:
    """The terms of every agreement under docs/, as calculators read them."""
    return {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}


@pytest.fixture(scope="session")
def ask(library: dict[str, Any]) -> Answer:
    """Asks a rule: `ask("agreement:rule", {inputs}, reading=...)` gives the response, which has to be JSON."""

    def asked(rule: str, inputs: Any, **members: Any) -> dict[str, Any]:
        response = answer({"rule": rule, "inputs": inputs, **members}, library, TODAY)
        assert json.loads(json.dumps(response)) == response
        return response

    return asked
