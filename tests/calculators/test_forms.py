"""The form of each rule asks in the reader's language for what its worked example answers."""

from collections.abc import Callable
from typing import Any

import pytest

from calculators.form import form
from calculators.words import LANGUAGES
from scripts.testing.shared import TODAY

TYPES = {"date", "month", "instant", "decimal", "money", "integer", "boolean", "choice", "list"}


@pytest.fixture(scope="module")
def forms(library, examples) -> Callable[[str], dict[str, dict[str, Any]]]:
    """Gives the form of every rule in a language, filled with its worked example."""

    def forms_in(language: str) -> dict[str, dict[str, Any]]:
        requests = {name: request | {"language": language} for name, request in examples.items()}
        return {name: form(request, library, TODAY) for name, request in requests.items()}

    return forms_in


def fields_of(asked: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for field in asked["fields"] for each in (field, *field["fields"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_put_in_words(forms, language):
    for name, asked in forms(language).items():
        assert asked["title"], name
        for field in fields_of(asked):
            assert field["type"] in TYPES
            assert field["label"], (name, field["name"])
            assert "_" not in field["label"], (name, field["label"])
            assert bool(field["options"]) == (field["type"] == "choice")
            assert all(option["label"] for option in field["options"])


def test_the_worked_example_answers_the_questions(forms, examples):
    """Every member of it is a field's value; what is required is answered."""
    for name, asked in forms("nb").items():
        values, example = {field["name"]: field["value"] for field in asked["fields"]}, examples[name]["inputs"]
        assert {field: values[field] for field in example} == example, name
        assert [field["name"] for field in asked["fields"] if field["required"] and field["value"] is None] == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readings_stand_with_their_meaning_and_the_natural_one_with_its_reason(forms, language):
    for name, asked in forms(language).items():
        readings = asked["readings"]
        assert [reading["default"] for reading in readings] == [True, *[False] * (len(readings) - 1)][: len(readings)]
        assert all(reading["label"] and reading["meaning"] for reading in readings), name
        assert [bool(reading["because"]) for reading in readings] == [reading["default"] for reading in readings]


def test_a_form_leads_to_the_clause_it_asks_about(forms, library):
    """To the whole clause, named as it is cited, whether the rule declares it or its first figure stands in it."""
    named = {name: asked["clause"] for name, asked in forms("en").items() if asked["clause"]}
    clauses = {
        f"{version['href']}#{anchor}"
        for terms in library.values()
        for version in terms["versions"]
        for anchor in version["clauses"]
    }
    assert {clause["href"] for clause in named.values()} <= clauses
    assert named["nettsoft/kalender-push:fix-start"] == {
        "label": "clause 3.6",
        "href": "/agreements/nettsoft/kalender-push/2026-11-20/#response-times",
    }


def test_a_form_in_english_is_no_other_language(forms):
    """Norwegian and Swedish may share a word; a whole form that is English in none of its labels was not translated."""
    nb, sv, en = (forms(language) for language in LANGUAGES)
    for name in en:
        labels = [[field["label"] for field in fields_of(said[name])] for said in (nb, sv, en)]
        assert not labels[2] or labels[2] not in labels[:2], name


def test_an_agreement_names_its_own_questions(forms):
    asked = forms("nb")["cloud-nine/general:hourly-factors"]
    names = [field["name"] for field in asked["fields"]]
    assert names == ["hourly_rate", "care_agreement", "outside_hours_on_request", "hours"]
    assert asked["fields"][0]["unit"] == "SEK"


def test_a_row_of_a_table_is_offered_by_its_printed_name(alone):
    """Where neither the rule nor our own words name it."""
    cell = {"kind": "money", "value": "99", "unit": "NOK"}
    rows = [{"key": key, "text": text, "cells": {"fee": cell}} for key, text in (("lite", "Lite"), ("xl", "Størst"))]
    figures = {"prices": {"kind": "table", "columns": ["plan", "fee"], "rows": rows}}
    rule = {"kind": "level-price", "figures": {"prices": "prices/fee"}}
    asked = form({"rule": "example/one:rule", "inputs": {"level": "xl"}}, alone(rule, figures), TODAY)
    assert asked["fields"][0]["options"] == [{"value": "lite", "label": "Lite"}, {"value": "xl", "label": "Størst"}]


def test_a_default_answers_for_the_customer(forms):
    """The term that the clause states is filled in, and need not be."""
    asked = forms("nb")["nettsoft/vps-access:early-60pct"]
    [term] = [field for field in asked["fields"] if field["name"] == "term_months"]
    assert (term["value"], term["required"], term["minimum"], term["maximum"]) == (36, False, 1, 1200)
