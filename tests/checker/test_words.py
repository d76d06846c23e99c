"""The checker's sentences: three languages say the same of every class, with the same blanks to fill in."""

import re

import pytest

from scripts.checker.faults import FAULTS, SEVERITIES
from scripts.checker.finding import Finding, quoted
from scripts.checker.vocabulary import vocabulary
from scripts.checker.wording import LANGUAGES, fault_words, message, page_words, severity_word

PARTS = {"title", "why", "found", "expected"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_has_words_for_every_class(language: str):
    words = fault_words(language)
    assert list(words) == list(FAULTS)
    assert all(set(said) - {"likely"} == PARTS for said in words.values())
    assert all(severity_word(severity, language, count=2) for severity in SEVERITIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fills_in_the_same_facts_in_every_language(language: str):
    assert _blanks(fault_words(language)) == _blanks(fault_words("nb"))
    assert page_words(language).keys() == page_words("nb").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_knows_the_same_kinds_of_words_in_every_language(language: str):
    """Every pattern is sound, and no language lacks a list that another has."""
    own = vocabulary(language)
    assert own.entries.keys() == vocabulary("nb").entries.keys()
    lists = [name for name, entry in own.entries.items() if isinstance(entry, list)]
    assert all(own.pattern(name) for name in lists)
    assert own.clause_reference
    assert own.named_part
    assert own.quoted_heading
    assert own.terms


def test_leaves_out_a_guess_that_it_cannot_make():
    """A guess needs all its facts; without them the next one is said, or none."""
    bare = Finding("reference-topic", "a/b", "2026-01-01", "f.md", 3, "c", "2.1", facts=dict.fromkeys("qth", ""))
    facts = {"quote": "«pkt. 7»", "target": "7", "heading": "«Stans»"}
    unsure = Finding(*_place(bare), facts=facts)
    sure = Finding(*_place(bare), facts=facts | {"likely": "6"})
    assert message(unsure, "en").likely == ""
    assert message(sure, "en").likely == "By its words, 6 is closest."


def test_says_a_fact_in_the_language_asked_for():
    facts = {"rule": "r", "value": {"nb": "åtte timer", "en": "eight hours"}, "because": {"nb": "slik", "en": "so"}}
    assumed = Finding("figure-assumed", "a/b", "2026-01-01", "f.md", 3, "c", "2.1", facts=facts)
    assert "åtte timer: slik" in message(assumed, "nb").found
    assert "eight hours: so" in message(assumed, "en").found


@pytest.mark.parametrize(
    ("text", "cited"),
    [("12\n  måneder", "«12 måneder»"), ("- et punkt", "«et punkt»"), ("«Nedetid»", "«Nedetid»"), ("", "")],
)
def test_quotes_on_one_line(text: str, cited: str):
    assert quoted(text) == cited


def _place(finding: Finding) -> tuple:
    return (
        finding.fault,
        finding.agreement,
        finding.version,
        finding.file,
        finding.line,
        finding.anchor,
        finding.clause,
    )


def _blanks(words: dict) -> dict[tuple[str, str], list[str]]:
    return {
        (fault, part): sorted(re.findall(r"\{(\w+)\}", str(said)))
        for fault, parts in words.items()
        for part, said in parts.items()
    }
