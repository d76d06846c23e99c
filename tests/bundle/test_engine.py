"""The bundle under Node.js, as `scripts/calculate --engine pyodide` asks it."""

import json
from datetime import date
from decimal import Decimal

import pytest

from calculators.answer import answer
from scripts.bundle.engine import exact_json, run_in_pyodide
from scripts.setup.start import ROOT

STATED = json.loads((ROOT / "scripts" / "bundle" / "selfcheck.json").read_text("utf-8"))
TODAY = date.fromisoformat(STATED["today"])


def test_it_answers_every_request_in_order(bundle_folder):
    """Bad requests are answered too, each in its place."""
    requests = [
        *STATED["requests"],
        {"rule": "self/check:no-such"},
        None,
        3,
        [],
        {"rule": "self/check:notice", "inputs": 7},
    ]
    expected = [answer(request, STATED["terms"], TODAY) for request in requests]
    assert run_in_pyodide(requests, STATED["terms"], TODAY, bundle_folder) == expected


@pytest.mark.parametrize("text", ["99.90", "0.1", "1E+2", '{"a": [1, "æ", null, true, 12345678901234567890.12]}'])
def test_it_hands_decimals_over_as_they_are(text):
    value = json.loads(text, parse_float=Decimal)
    assert json.loads(exact_json(value), parse_float=Decimal) == value


def test_it_says_what_failed_in_python(bundle_folder):
    """The traceback and nothing else: not the runtime's minified source."""
    with pytest.raises(RuntimeError, match="TypeError") as told:
        run_in_pyodide([{"rule": "self/check:help", "inputs": {}}], {"self/check": 3}, TODAY, bundle_folder)
    assert len(str(told.value)) < 5_000
