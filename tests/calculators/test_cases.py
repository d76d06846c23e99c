"""Every case in tests/cases is answered as it was worked out by hand, with its version, clauses and steps."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from calculators.asking import computed_rules
from calculators.contract.names import figure_name
from calculators.page import answered_view
from calculators.words import LANGUAGES
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

FIGURES = ("credit", "net", "charge", "fee", "rate", "payable", "due", "response_by", "last_day")


def cases_in(name: str) -> list[Any]:
    cases = json.loads((ROOT / "tests" / "cases" / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in cases]


WORKED = cases_in("worked.json")
EDGES = [case for file in sorted((ROOT / "tests" / "cases").glob("edges*.json")) for case in cases_in(file.name)]


def twins() -> Iterator[Any]:
    """The edges of one agreement asked of another that shares its clauses."""
    for pair in json.loads((ROOT / "tests" / "calculators" / "twins.json").read_text(encoding="utf-8")):
        for case in (param.values[0] for param in EDGES):
            agreement, _, slug = case["rule"].partition(":")
            if agreement == pair["of"] and slug in pair["rules"]:
                yield pytest.param({**case, "rule": f"{pair['twin']}:{slug}"}, id=f"{case['id']}-{pair['twin']}")


TWINS = list(twins())


def request_of(case: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"rule": case["rule"], "inputs": case["inputs"], **members}


def figures(answer: dict[str, Any]) -> dict[str, Any]:
    """What an answer or an alternative says in figures: its result, and its bounds where the text is silent."""
    return {**(answer["result"] or {}), **(answer["bounds"] or {})}


def only(expected: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The members of an answer that a case speaks of."""
    return {name: found.get(name, "missing") for name in expected}


def alternatives(response: dict[str, Any]) -> dict[str, Any]:
    return {each["key"]: figures(each) for each in response["alternatives"]}


def test_each_case_has_a_name_of_its_own():
    names = [param.id for param in WORKED + EDGES]
    assert sorted(set(names)) == sorted(names)


def test_every_rule_that_computes_has_cases(library):
    asked = {param.values[0]["rule"] for param in WORKED + EDGES + TWINS}
    assert set(computed_rules(library)) - asked == set()


def test_every_reading_of_a_rule_differs_in_some_case(library):
    """A reading that changes nothing in any case is no reading, or lacks its case."""
    cases = [param.values[0] for param in WORKED + EDGES + TWINS]
    shown = {(case["rule"], key) for case in cases for key in case.get("alternatives", {})}
    declared = {
        (f"{name}:{slug}", key)
        for name, terms in library.items()
        for version in terms["versions"]
        for slug, rule in version["rules"].items()
        for key in rule.get("readings", {}).get("others", [])
    }
    assert declared - shown == set()


@pytest.mark.parametrize("case", WORKED)
def test_a_worked_case_gets_its_result_and_its_alternatives(case, ask):
    """It may be read in more ways than its author saw; a reading that gives the same answer is not listed.

    Where the text is silent there is no figure.
    """
    response = ask(**request_of(case))
    expected, silent = case["expected"], case["expected"].get("defined") is False
    assert response["status"] in ({"undefined"} if silent else {"ok", "reading"})
    assert only(expected, figures(response)) == expected
    others = case.get("alternatives", {})
    found = alternatives(response)
    assert {key: only(others[key], found.get(key, figures(response))) for key in others} == others


@pytest.mark.parametrize("case", EDGES)
def test_an_edge_gets_exactly_its_status_result_and_alternatives(case, ask):
    response = ask(**request_of(case))
    expected, others = case.get("expected", {}), case.get("alternatives", {})
    found = alternatives(response)
    assert response["status"] == case["status"]
    assert response["version"] == case.get("version", response["version"])
    assert only(expected, figures(response)) == expected
    assert {key: only(others[key], found.get(key, {})) for key in others} == others
    if not case.get("and_others"):
        assert set(found) == set(others)
    if case["status"] == "undefined":
        assert [name for name in FIGURES if response["result"].get(name) is not None] == []


@pytest.mark.parametrize("case", [param for param in EDGES if "unanswered" in param.values[0]])
def test_a_reading_without_an_answer_is_named_with_the_reason(case, ask):
    """It alone is taken away: the natural reading answers, and says why the other does not."""
    response = ask(**request_of(case, language="en"))
    assert [text for text in response["conventions"] if "has no answer" in text] == case["unanswered"]


@pytest.mark.parametrize("case", TWINS)
def test_a_twin_answers_as_the_other_agreement_does(case, ask, library):
    """Each in the readings that it has itself."""
    response, (agreement, _, slug) = ask(**request_of(case)), case["rule"].partition(":")
    expected, found = case.get("expected", {}), alternatives(response)
    readings = library[agreement]["versions"][-1]["rules"][slug].get("readings", {}).get("others", [])
    others = {key: figures for key, figures in case.get("alternatives", {}).items() if key in readings}
    assert only(expected, figures(response)) == expected
    assert {key: only(others[key], found.get(key, {})) for key in others} == others
    assert response["status"] == case["status"] or (case["status"] == "reading" and not others)


@pytest.mark.parametrize("case", [param for param in WORKED + EDGES if "alternatives" in param.values[0]])
def test_a_reading_asked_for_gives_what_its_alternative_says(case, ask):
    response = ask(**request_of(case))
    for other in response["alternatives"][:3]:
        again = ask(**request_of(case, reading=other["key"]))
        assert again["reading"]["key"] == other["key"]
        assert (again["result"], again["bounds"]) == (other["result"], other["bounds"])
        assert response["reading"]["key"] in alternatives(again)


@pytest.mark.parametrize("case", WORKED + EDGES)
def test_it_rests_on_clauses_that_are_in_the_text(case, ask, library):
    """Its clauses lead to whole clauses; a step may lead to the figure in one."""
    response = ask(**request_of(case))
    if response["status"] == "out-of-scope":
        return
    versions = library[case["rule"].partition(":")[0]]["versions"]
    version = next(each for each in versions if each["version"] == response["version"])
    clauses = {f"{version['href']}#{anchor}" for anchor in version["clauses"]}
    clauses |= {f"{lent['href']}#{lent['clause']}" for lent in version["borrowed"].values()}
    figures = {f"{version['href']}#figure-{name}" for name in version["parameters"]}
    figures |= {f"{lent['href']}#figure-{figure_name(name).figure}" for name, lent in version["borrowed"].items()}
    assert response["clauses"]
    assert {each["href"] for each in response["clauses"]} - clauses == set()
    assert {step["href"] for step in response["steps"] if step["href"]} - clauses - figures == set()


@pytest.mark.parametrize("case", WORKED + EDGES)
def test_every_sentence_is_finished(case, library):
    """Headline, steps, readings, facts and conventions are there in each language, with no placeholder left."""
    for language in LANGUAGES:
        view = answered_view(request_of(case, language=language), library, TODAY)
        assert view["headline"]
        assert all(step["text"] for step in view["steps"])
        assert bool(view["steps"]) == (view["status"] != "out-of-scope")
        assert [text for text in strings_in(view) if is_unfinished(text)] == []


def is_unfinished(text: str) -> bool:
    return text in ("None", "True", "False") or any(blemish in text for blemish in ("{", "}", "Fraction(", "  ", " ."))


def strings_in(view: Any) -> list[str]:
    if isinstance(view, dict):
        return [text for value in view.values() for text in strings_in(value)]
    if isinstance(view, list):
        return [text for value in view for text in strings_in(value)]
    return [view] if isinstance(view, str) else []
