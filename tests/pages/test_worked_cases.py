"""The worked cases in the page: each opened by its share link, computed by the browser's Python, read off the page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from calculators.asking import computed_rules
from calculators.page import answered_view
from calculators.registry import KINDS
from scripts.calculating.command import library
from scripts.testing.shared import TODAY

CASES = json.loads((Path(__file__).parents[1] / "cases" / "worked.json").read_text(encoding="utf-8"))
LANGUAGES = ("nb", "sv", "en")
ROOM = {"nb": "/", "sv": "/sv/", "en": "/en/"}


@pytest.fixture(scope="module")
def terms() -> dict[str, Any]:
    return library()


@pytest.fixture(scope="module")
def cases(terms: dict[str, Any]) -> list[dict[str, Any]]:
    known = set(computed_rules(terms))
    return [case for case in CASES if case["rule"] in known]


def test_answers_every_worked_case_as_cpython_does(
    new_page: Callable[..., Page], terms: dict[str, Any], cases: list[dict[str, Any]]
):
    """The sentence, the facts and the certainty are those of the same Python outside the browser."""
    page, differing = new_page(), []
    for number, case in enumerate(cases):
        language = LANGUAGES[number % len(LANGUAGES)]
        request = {"rule": case["rule"], "inputs": case["inputs"], "language": language}
        expected = answered_view(request, terms, TODAY)
        page.goto(address(case, terms, language))
        page.wait_for_selector("[data-answered=computed]")
        shown = page.locator(".answer").inner_text()
        parts = [expected["headline"], expected["certainty"]["label"], *(fact["value"] for fact in expected["facts"])]
        differing += [f"{case['id']}: {part!r} is not shown" for part in parts if plain(part) not in plain(shown)]
    assert differing == []


def address(case: dict[str, Any], terms: dict[str, Any], language: str) -> str:
    """The share link of a case, written as the page itself writes it."""
    agreement, _, slug = case["rule"].partition(":")
    kind = terms[agreement]["versions"][-1]["rules"][slug]["kind"]
    fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in case["inputs"].items()}
    query = urlencode({"rule": case["rule"], **fields})
    return f"{ROOM[language]}calculators/{KINDS[kind].calculator}/?{query}"


def plain(text: str) -> str:
    """The text with every white space alike."""
    return " ".join(text.split())


def test_keeps_a_repeated_hour_when_something_else_changes(page: Page):
    """From the status page's month with the night the clocks go back: the fee is changed, the outage stays."""
    page.goto("/status/vps/2026-10/")
    page.locator("a[href*='availability-credit']").first.click()
    page.wait_for_selector("[data-answered=computed]")
    page.fill("#field-monthly_fee", "1000")
    page.keyboard.press("Enter")
    page.locator(".headline", has_text="100,00 kr").wait_for()
