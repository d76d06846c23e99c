"""The steps that lead to an answer: what each one gives, and the clause or figure of the text it rests on."""

import json
from typing import Any

import pytest

from calculators.answering import answered
from calculators.outcome import json_value
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

REASONS = json.loads((ROOT / "tests" / "calculators" / "reasons.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def cases() -> dict[str, dict[str, Any]]:
    """Every case by its name."""
    files = [file for file in (ROOT / "tests" / "cases").glob("*.json") if file.stem.startswith(("worked", "edges"))]
    return {case["id"]: case for file in files for case in json.loads(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("reasons", [pytest.param(each, id=each["case"]) for each in REASONS])
def test_each_step_says_what_it_gives_and_rests_on(reasons, cases, library):
    """A step is [its key, its value in JSON, the anchor it links to]; what a customer told links to nothing."""
    case = cases[reasons["case"]]
    outcome = answered({"rule": case["rule"], "inputs": case["inputs"]}, library, TODAY).outcome
    found = [[step.key, json_value(step.value), anchor_of(step)] for step in outcome.steps]
    assert found == reasons["steps"]


def anchor_of(step: Any) -> str | None:
    return step.clause.href.partition("#")[2] if step.clause else None
