"""Everything the calculators can say is said in three languages, and nothing waits that nobody says."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import Any

import pytest

from calculators.contract.terms import versions
from calculators.fields import asked, options_of
from calculators.readings import CHANGES, keys_of
from calculators.registry import KINDS, bound_rule
from calculators.words import LANGUAGES, table
from scripts.setup.start import ROOT

LISTS = ("pictures", "steps", "headlines", "errors", "phrases", "results", "fields", "choices")
MACHINE_WORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


def texts_of(theme: str) -> Iterator[tuple[str, list[str]]]:
    """Every entry of a theme: its key and its texts in the order of LANGUAGES."""
    for key, entry in table(theme).items():
        if theme == "readings":
            yield from ((f"{key}.{part}", entry[part]) for part in ("label", "meaning"))
        elif theme == "units":
            yield from ((f"{key}.{n}", [entry[language][n] for language in LANGUAGES]) for n in (0, 1))
        else:
            yield key, entry


def placeholders(text: str) -> tuple[str, ...]:
    return tuple(sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None))


@pytest.mark.parametrize("theme", [*LISTS, "readings", "units"])
def test_each_entry_says_the_same_in_three_languages(theme):
    """Three texts, none empty, with the same values in them."""
    for key, texts in texts_of(theme):
        assert len(texts) == len(LANGUAGES), key
        assert all(text.strip() for text in texts), key
        assert len({placeholders(text) for text in texts}) == 1, key


@pytest.mark.parametrize("theme", LISTS)
def test_no_key_is_written_twice(theme):
    text = (ROOT / "calculators" / "words" / f"{theme}.json").read_text(encoding="utf-8")
    keys = [key for key, _ in json.loads(text, object_pairs_hook=list)]
    assert sorted(set(keys)) == sorted(keys)


@cache
def sources() -> tuple[ast.Module, ...]:
    paths = sorted((ROOT / "calculators").rglob("*.py"))
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in paths)


@cache
def constants() -> frozenset[str]:
    """Every piece of text written out in the calculators."""
    found = (node for tree in sources() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in found if isinstance(node.value, str))


@cache
def patterns() -> tuple[re.Pattern, ...]:
    """Every text put together in the calculators, as a pattern of what it may become."""
    found = (node for tree in sources() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    return tuple(re.compile("".join(map(_piece, node.values))) for node in found)


def _piece(part: ast.expr) -> str:
    return re.escape(part.value) if isinstance(part, ast.Constant) else ".+"


def is_said(key: str) -> bool:
    return key in constants() or any(pattern.fullmatch(key) for pattern in patterns() if len(pattern.pattern) > 3)


def calls(name: str) -> Iterator[ast.Call]:
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


def keys_in(node: ast.expr) -> Iterator[str]:
    """The keys an argument may be: written out, one of two, or put together (as a pattern)."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.IfExp):
        yield from keys_in(node.body)
        yield from keys_in(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(map(_piece, node.values))


@pytest.mark.parametrize(
    ("name", "position", "theme"), [("Step", 0, "steps"), ("InputError", 1, "errors"), ("Refused", 0, "errors")]
)
def test_every_key_in_the_code_has_its_words(name, position, theme):
    keys = {key for call in calls(name) for key in keys_in(call.args[position])}
    missing = [key for key in sorted(keys) if not any(re.fullmatch(key, known) for known in table(theme))]
    assert len(keys) > 5
    assert missing == []


@pytest.mark.parametrize("theme", ["steps", "errors", "phrases"])
def test_no_words_wait_that_nobody_says(theme):
    assert [key for key in table(theme) if not is_said(key)] == []


def test_no_headline_waits_that_nobody_says():
    """Each belongs to a kind, as one of its variants or its plain one, or to a status."""
    statuses = {"undefined", "undefined/bounds", "invalid-input", "out-of-scope"}
    for key in set(table("headlines")) - statuses:
        kind, _, variant = key.partition("/")
        assert kind in KINDS
        assert not variant or is_said(variant)


def test_each_kind_has_a_headline_for_every_outcome():
    """Its plain one, or one for each variant its module can give."""
    for name in KINDS:
        assert name in table("headlines") or any(key.startswith(f"{name}/") for key in table("headlines"))


def bound_rules(library: dict[str, Any]) -> Iterator[Any]:
    for terms in library.values():
        for version in versions(terms):
            for slug, declared in version.rules.items():
                if declared["kind"] in KINDS:
                    yield bound_rule(version, slug)


def test_every_question_of_every_rule_has_its_label(library):
    words = table("fields")
    for rule in bound_rules(library):
        labelled = rule.declared.get("inputs", {})
        for field in asked(rule, KINDS[rule.declared["kind"]].questions(rule)):
            assert field.name in words or "label" in labelled.get(field.name, {})
            assert [each.name for each in field.item if each.name and each.name not in words] == []


def test_every_choice_is_offered_in_words(library):
    """A machine's word is never shown; what the clause itself calls a choice stays as it is."""
    for rule in bound_rules(library):
        fields = asked(rule, KINDS[rule.declared["kind"]].questions(rule))
        choices = [each for field in fields for each in (field, *field.item) if each.type == "choice"]
        for field in choices:
            own = rule.declared.get("inputs", {}).get(field.name, {}).get("option_labels", {})
            said = {*table("choices"), *own}
            unsaid = [key for key in options_of(rule, field) if key not in said and not rule.printed_name(key)]
            assert [key for key in unsaid if MACHINE_WORD.fullmatch(key) or key.islower()] == [], rule.name


def test_every_reading_of_every_rule_has_its_words(library):
    for rule in bound_rules(library):
        own = rule.declared.get("readings", {}).get("words", {})
        for key in keys_of(rule):
            assert key in own or key in table("readings")
        for key in keys_of(rule)[1:]:
            assert key in CHANGES or key in rule.declared["readings"].get("changes", {})


def test_readings_that_change_something_have_words():
    assert sorted(set(CHANGES) - set(table("readings"))) == []
