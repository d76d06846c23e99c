"""A finding in words: what was found, what was expected, what was probably meant, in the language asked for."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from scripts.agreements.yaml_lines import LOADER
from scripts.checker.finding import Finding

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("nb", "sv", "en")


@dataclass(frozen=True)
class Message:
    """The sentences of a finding; `likely` is empty where nobody can tell."""

    title: str
    found: str
    expected: str
    likely: str = ""


def message(finding: Finding, language: str) -> Message:
    """What a finding says; the readers' own problems are said in their English."""
    said = fault_words(language)[finding.fault]
    if "found" in finding.facts:
        return Message(said["title"], *(str(finding.facts[part]) for part in ("found", "expected", "likely")))
    facts = {name: in_language(fact, language) for name, fact in finding.facts.items()}
    return Message(said["title"], _filled(said["found"], facts), _filled(said["expected"], facts), _likely(said, facts))


def fault_words(language: str) -> Mapping[str, Mapping[str, str]]:
    """Title, reason and sentences of every class of fault."""
    return _words(language)["faults"]


def severity_word(severity: str, language: str, *, count: int = 1) -> str:
    """`error`, or `errors` where there are none or several."""
    one, many = _words(language)["severities"][severity]
    return one if count == 1 else many


def page_words(language: str) -> Mapping[str, object]:
    """What the page of findings says around them."""
    return _words(language)["page"]


def label_words(language: str) -> Mapping[str, str]:
    return _words(language)["labels"]


def in_language(fact: object, language: str) -> str:
    """A fact as text: most are quotations and numbers, the same in every language."""
    return str(fact[language]) if isinstance(fact, Mapping) else str(fact)


def _likely(said: Mapping[str, str], facts: Mapping[str, str]) -> str:
    """The first guess whose facts are all known; a class may have several, the fullest first."""
    guesses = said.get("likely", [])
    fitting = (
        guess for guess in guesses if {name for _, name, *_ in string.Formatter().parse(guess) if name} <= set(facts)
    )
    return _filled(next(fitting, ""), facts)


def _filled(sentence: str, facts: Mapping[str, str]) -> str:
    return sentence.format_map(facts)


@cache
def _words(language: str) -> Mapping[str, Mapping]:
    return yaml.load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"), LOADER)
