"""What follows from an agreement: what the facts answer is answered as by the calculators; the rest is stated."""

import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from calculators.applying import applying, applying_text, facts_asked
from calculators.asking import LANGUAGES
from calculators.page import answered_view

TODAY = date(2026, 11, 20)
FACTS = {"agreement_start": "2026-02-01", "notice_date": "2026-11-20", "monthly_fee": "1000", "has_agreement": True}
SUPPLIERS = ("cloud-nine", "example", "maco-io", "nettsoft", "smartday", "webexpressen")


def shelf(library, supplier):
    return {id: terms for id, terms in library.items() if terms["supplier"]["id"] == supplier}


def rows(groups):
    return [rule for group in groups for rule in group["rules"]]


@pytest.mark.parametrize("supplier", SUPPLIERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_the_calculators_own(library, supplier, language):
    """The link of every answered rule asks the question whose headline stands beside it."""
    own = shelf(library, supplier)
    for row in rows(applying(FACTS, own, TODAY, language)):
        asked = {name: values[0] for name, values in parse_qs(urlsplit(row["href"]).query).items()}
        rule = asked.pop("rule")
        inputs = {name: value == "true" if value in ("true", "false") else value for name, value in asked.items()}
        if row["headline"]:
            view = answered_view({"rule": rule, "inputs": inputs, "language": language}, own, TODAY)
            assert (view["status"], view["headline"]) == (row["status"], row["headline"])
        else:
            assert row["missing"] or row["refused"]


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_without_facts_every_rule_in_force_is_stated_once(library, supplier):
    stated = rows(applying({}, shelf(library, supplier), TODAY, "nb"))
    names = [parse_qs(urlsplit(row["href"]).query)["rule"][0] for row in stated]
    assert len(names) == len(set(names)) > 0


def test_answers_stand_before_what_is_still_to_be_asked(library):
    for group in applying(FACTS, shelf(library, "nettsoft"), TODAY, "nb"):
        answered = [bool(row["headline"]) for row in group["rules"]]
        assert answered == sorted(answered, reverse=True)


def test_a_start_answers_the_end_of_the_term(library):
    found = rows(applying({"agreement_start": "2026-02-01"}, shelf(library, "cloud-nine"), TODAY, "en"))
    assert "You are bound until 31 January 2027." in [row["headline"] for row in found]


def test_a_level_that_a_rule_does_not_offer_says_nothing(library):
    own = shelf(library, "webexpressen")
    assert rows(applying({"level": "7"}, own, TODAY, "nb")) == rows(applying({}, own, TODAY, "nb"))
    assert rows(applying({"level": "1"}, own, TODAY, "nb")) != rows(applying({}, own, TODAY, "nb"))


def test_asks_only_what_some_rule_wants_to_know(library):
    def asked(supplier):
        return [fact["name"] for fact in facts_asked(shelf(library, supplier), TODAY, "nb")]

    assert asked("nettsoft") == ["agreement_start", "notice_date", "monthly_fee"]
    assert "level" in asked("webexpressen")
    assert asked("maco-io") == []


@pytest.mark.parametrize(
    ("supplier", "facts", "field", "said"),
    [
        ("smartday", {"monthly_fee": "-5"}, "monthly_fee", "The number cannot be negative."),
        ("nettsoft", {"monthly_fee": "-5"}, "monthly_fee", "The number cannot be negative."),
        ("cloud-nine", {"agreement_start": "2026-02-31"}, "agreement_start", "that month has 28 days"),
        ("nettsoft", {"agreement_start": "1799-01-01"}, "agreement_start", "1799"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_by_name(library, supplier, facts, field, said):
    """And no rule is answered by it, whether it asks for more or not."""
    found = rows(applying(facts, shelf(library, supplier), TODAY, "en"))
    refused = [each for row in found for each in row["refused"]]
    assert {each["field"] for each in refused} == {field}
    assert all(said in each["message"] for each in refused), refused[0]
    assert [row["status"] for row in found if row["refused"] and row["status"]] == []


def test_before_the_first_version_nothing_follows(library):
    assert applying(FACTS, shelf(library, "example"), date(1990, 1, 1), "nb") == []


def test_the_workers_door_gives_the_same_as_json(library):
    own = shelf(library, "cloud-nine")
    argument = {"facts": FACTS, "terms": own, "today": TODAY.isoformat(), "language": "sv"}
    assert json.loads(applying_text(json.dumps(argument))) == applying(FACTS, own, TODAY, "sv")
