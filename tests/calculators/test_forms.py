"""The form of each rule asks in the reader's language for what its worked example answers."""

import json
from typing import Any

import pytest

from calculators.asking import computed_rules
from calculators.form import form
from calculators.words import LANGUAGES
from scripts.testing.shared import TODAY
from tests.calculators.declared import declared_rule

TYPES = {"date", "month", "instant", "decimal", "money", "integer", "boolean", "choice", "list"}


def forms(library: dict[str, Any], language: str) -> dict[str, dict[str, Any]]:
    """The form of every rule, filled with its worked example."""
    found = {}
    for name in computed_rules(library):
        declared = declared_rule(name, library)
        example = json.loads(json.dumps(declared["example"], default=str))
        request = {"rule": name, "inputs": example, "language": language}
        found[name] = form(request, library, TODAY) | {"example": example}
    return found


def fields_of(asked: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for field in asked["fields"] for each in (field, *field["fields"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_put_in_words(library, language):
    for name, asked in forms(library, language).items():
        assert asked["title"], name
        for field in fields_of(asked):
            assert field["type"] in TYPES
            assert field["label"], (name, field["name"])
            assert "_" not in field["label"], (name, field["label"])
            assert bool(field["options"]) == (field["type"] == "choice")
            assert all(option["label"] for option in field["options"])


def test_the_worked_example_answers_the_questions(library):
    """Every member of it is a field's value; what is required is answered."""
    for name, asked in forms(library, "nb").items():
        values = {field["name"]: field["value"] for field in asked["fields"]}
        assert {field: values[field] for field in asked["example"]} == asked["example"], name
        assert [field["name"] for field in asked["fields"] if field["required"] and field["value"] is None] == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readings_stand_with_their_meaning_and_the_natural_one_with_its_reason(library, language):
    for name, asked in forms(library, language).items():
        readings = asked["readings"]
        assert [reading["default"] for reading in readings] == [True, *[False] * (len(readings) - 1)][: len(readings)]
        assert all(reading["label"] and reading["meaning"] for reading in readings), name
        assert [bool(reading["because"]) for reading in readings] == [reading["default"] for reading in readings]


def test_a_form_in_english_is_no_other_language(library):
    """Norwegian and Swedish may share a word; a whole form that is English in none of its labels was not translated."""
    nb, sv, en = (forms(library, language) for language in LANGUAGES)
    for name in en:
        labels = [[field["label"] for field in fields_of(said[name])] for said in (nb, sv, en)]
        assert not labels[2] or labels[2] not in labels[:2], name


def test_an_agreement_names_its_own_questions(library):
    asked = forms(library, "nb")["cloud-nine/general:hourly-factors"]
    names = [field["name"] for field in asked["fields"]]
    assert names == ["hourly_rate", "care_agreement", "outside_hours_on_request", "hours"]
    assert asked["fields"][0]["unit"] == "SEK"


def test_a_default_answers_for_the_customer(library):
    """The term that the clause states is filled in, and need not be."""
    asked = forms(library, "nb")["nettsoft/vps-access:early-60pct"]
    [term] = [field for field in asked["fields"] if field["name"] == "term_months"]
    assert (term["value"], term["required"], term["minimum"], term["maximum"]) == (36, False, 1, 1200)
