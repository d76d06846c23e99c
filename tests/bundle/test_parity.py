"""Every case in tests/cases, answered in the trimmed bundle to the letter as CPython answers it.

A ModuleNotFoundError here means that the standard library loads something only when it comes to it: add the module to
EXTRA_MODULES in scripts/bundle/archive.py.
"""

import json
from typing import Any

import pytest

from calculators.page import answered_text
from calculators.words import LANGUAGES
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.bundle.engine import ask_bundle, question
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY


def all_requests() -> dict[str, Any]:
    """The request of every case by its name, the languages in turn."""
    cases = [
        (f"{path.stem}: {case['id']}", case)
        for path in sorted((ROOT / "tests" / "cases").glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))
    ]
    return {name: in_a_language(request_of(case), turn) for turn, (name, case) in enumerate(cases)}


def request_of(case: dict[str, Any]) -> Any:
    return case["request"] if "request" in case else {"rule": case["rule"], "inputs": case["inputs"]}


def in_a_language(request: Any, turn: int) -> Any:
    return {"language": LANGUAGES[turn % len(LANGUAGES)], **request} if isinstance(request, dict) else request


REQUESTS = all_requests()


@pytest.fixture(scope="session")
def library() -> str:
    """The terms of every agreement, as a page has them."""
    return json.dumps({agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements})


@pytest.fixture(scope="session")
def in_the_bundle(bundle_folder, library) -> dict[str, str]:
    """What the bundle answers, from one start of it."""
    texts = [json.dumps(request) for request in REQUESTS.values()]
    return dict(zip(REQUESTS, ask_bundle(bundle_folder, question(texts, library, TODAY.isoformat())), strict=True))


@pytest.mark.parametrize("name", REQUESTS)
def test_it_answers_as_cpython_does(name, in_the_bundle, library):
    assert in_the_bundle[name] == answered_text(json.dumps(REQUESTS[name]), library, TODAY.isoformat())
