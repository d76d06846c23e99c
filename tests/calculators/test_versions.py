"""The day in question picks the version of the terms, and no day gets a version that does not cover it."""

from datetime import date
from typing import Any

import pytest

from calculators.answer import answer
from calculators.page import answered_view

SUPPLIER = {
    "id": "example",
    "name": "Eksempel AS",
    "language": "nb",
    "currency": "NOK",
    "time_zone": "Europe/Oslo",
    "holidays": "NO",
}
TODAY = date(2026, 11, 20)
TITLE = {"nb": "Regel", "sv": "Regel", "en": "Rule"}
AGREEMENT = "example/hosting"


def period(value: str, unit: str) -> dict[str, Any]:
    return {"kind": "period", "value": value, "unit": unit, "clause": "notice", "text": f"{value} {unit}"}


def money(value: str) -> dict[str, Any]:
    return {"kind": "money", "value": value, "unit": "NOK", "clause": "fees", "text": f"kr {value}"}


def rule(kind: str, **members: Any) -> dict[str, Any]:
    return {"kind": kind, "title": TITLE, "example": {}, **members}


def notice_rule(**members: Any) -> dict[str, Any]:
    return rule("notice-end", clause="notice", figures={"notice": "notice.period"}, **members)


def version(label: str, effective: str | None, months: str, rules: dict[str, Any]) -> dict[str, Any]:
    """One version: notice of so many months, a reopening fee of a hundred per month of notice."""
    clauses = {
        anchor: {"number": number, "heading": anchor, "reference": number, "sha256": f"{label}-{anchor}"}
        for anchor, number in (("notice", "1"), ("fees", "2"))
    }
    return {
        "version": label,
        "effective_date": effective,
        "announced_on": None,
        "recorded_on": "2020-05-05",
        "href": f"/agreements/{AGREEMENT}/{label}/",
        "clauses": clauses,
        "parameters": {"notice.period": period(months, "months"), "reopening.fee": money(f"{months}00")},
        "rules": rules,
    }


FEE = rule("fixed-fee", clause="fees", figures={"fee": "reopening.fee"})
FIRST = version("2020-01-01", "2020-01-01", "3", {"notice": notice_rule(), "reopening": FEE})
SECOND = version("2024-07-01", "2024-07-01", "1", {"notice": notice_rule(), "setup": FEE})
UNDATED = version("2019-06-01", None, "6", {"notice": notice_rule()})


def library(*versions: dict[str, Any]) -> dict[str, Any]:
    return {AGREEMENT: {"agreement": AGREEMENT, "title": "Hosting", "supplier": SUPPLIER, "versions": list(versions)}}


def asked(slug: str, inputs: dict[str, Any], terms: dict[str, Any], **members: Any) -> dict[str, Any]:
    return answer({"rule": f"{AGREEMENT}:{slug}", "inputs": inputs, "language": "en", **members}, terms, TODAY)


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST)])
@pytest.mark.parametrize(
    ("notice_given", "label", "last_day"),
    [
        ("2020-01-01", "2020-01-01", "2020-04-01"),
        ("2024-06-30", "2020-01-01", "2024-09-30"),
        ("2024-07-01", "2024-07-01", "2024-08-01"),
        ("2027-01-31", "2024-07-01", "2027-02-28"),
    ],
)
def test_the_day_of_notice_picks_the_version(order, notice_given, label, last_day):
    response = asked("notice", {"notice_date": notice_given}, library(*order))
    assert (response["version"], response["result"]["last_day"]) == (label, last_day)
    assert {clause["sha256"] for clause in response["clauses"]} == {f"{label}-notice"}
    assert all(step["href"].startswith(f"/agreements/{AGREEMENT}/{label}/#") for step in response["steps"][1:])


def test_a_day_asked_for_goes_before_the_day_among_the_inputs():
    response = asked("notice", {"notice_date": "2026-11-20"}, library(FIRST, SECOND), on="2024-06-30")
    assert (response["version"], response["result"]["last_day"]) == ("2020-01-01", "2027-02-20")


def test_without_any_day_today_counts():
    response = asked("setup", {}, library(FIRST, SECOND))
    assert (response["version"], response["result"]["fee"]) == ("2024-07-01", "100.00")


@pytest.mark.parametrize("members", [{"on": "2019-12-31"}, {}])
def test_before_the_first_version_there_is_no_answer(members):
    response = asked("notice", {"notice_date": "2019-12-31"}, library(FIRST, SECOND), **members)
    assert (response["status"], response["version"], response["result"]) == ("out-of-scope", None, None)
    message = f"No version of {AGREEMENT} covers 31 December 2019."
    assert response["errors"] == [{"field": "on", "message": message}]


@pytest.mark.parametrize(("slug", "on"), [("setup", "2024-06-30"), ("reopening", "2024-07-01")])
def test_a_rule_that_the_version_lacks_is_not_borrowed(slug, on):
    response = asked(slug, {}, library(FIRST, SECOND), on=on)
    spoken = {"2024-06-30": "30 June 2024", "2024-07-01": "1 July 2024"}[on]
    message = f"The version of {AGREEMENT} in force on {spoken} does not have this rule."
    assert (response["status"], response["result"]) == ("out-of-scope", None)
    assert response["errors"] == [{"field": "on", "message": message}]


def test_a_version_of_unknown_effect_covers_every_earlier_day_and_says_so():
    terms = library(SECOND, UNDATED)
    for day, label in (("1950-01-01", "2019-06-01"), ("2024-06-30", "2019-06-01"), ("2024-07-01", "2024-07-01")):
        assert asked("notice", {"notice_date": day}, terms)["version"] == label
    conventions = asked("notice", {"notice_date": "2024-06-30"}, terms)["conventions"]
    assert conventions[0] == "The text has been in force since an unknown date; it was recorded on 5 May 2020."
    conventions = asked("notice", {"notice_date": "2024-07-01"}, terms)["conventions"]
    assert conventions[0] == "The version in force from 1 July 2024."


def test_a_rule_may_ask_under_another_name_in_each_version():
    """Whichever name the customer's inputs use finds their version; the other name is then a stranger."""
    renamed = version(
        "2024-07-01", "2024-07-01", "1", {"notice": notice_rule(inputs={"notice_date": {"name": "sent"}})}
    )
    terms = library(FIRST, renamed)
    assert asked("notice", {"notice_date": "2021-01-31"}, terms)["version"] == "2020-01-01"
    assert asked("notice", {"sent": "2025-01-31"}, terms)["version"] == "2024-07-01"
    refused = asked("notice", {"sent": "2021-01-31"}, terms)
    assert [error["field"] for error in refused["errors"]] == ["sent", "notice_date"]


def test_a_rule_that_once_only_stated_computes_where_it_can():
    stating = version("2020-01-01", "2020-01-01", "3", {"notice": rule("statement", clause="notice")})
    computing = version("2024-07-01", "2024-07-01", "1", {"notice": notice_rule()})
    for terms in (library(stating, computing), library(computing, stating)):
        assert asked("notice", {"notice_date": "2024-07-01"}, terms)["status"] == "ok"
        assert asked("notice", {"notice_date": "2024-06-30"}, terms)["status"] == "out-of-scope"


def test_a_day_that_cannot_be_read_picks_no_version():
    """Today's version refuses it by field."""
    response = asked("notice", {"notice_date": "2019-02-30"}, library(FIRST, SECOND))
    assert (response["status"], response["version"]) == ("invalid-input", "2024-07-01")
    assert [error["field"] for error in response["errors"]] == ["notice_date"]


def test_a_month_and_an_instant_pick_the_version_too():
    fields = {"figures": {"hours": "hours"}, "clause": "notice"}
    rules = {"minutes": rule("service-minutes", **fields), "open": rule("open-at", **fields)}
    versions = []
    for label, hours in (("2020-01-01", "mon-fri 08:00-16:00"), ("2024-07-01", "mon-fri 09:00-10:00")):
        each = version(label, label, "1", rules)
        each["parameters"]["hours"] = {"kind": "timetable", "value": hours, "clause": "notice", "text": hours}
        versions.append(each)
    terms = library(*versions)
    assert asked("minutes", {"month": "2024-06"}, terms)["result"]["open_minutes"] == 20 * 8 * 60
    assert asked("minutes", {"month": "2024-07"}, terms)["result"]["open_minutes"] == 23 * 60
    assert asked("open", {"at": "2024-06-28T15:59"}, terms)["result"]["open"] is True
    assert asked("open", {"at": "2024-07-01T15:59"}, terms)["result"]["open"] is False


def test_two_texts_of_unknown_effect_are_told_apart_by_the_day_they_were_recorded():
    later = version("2019-06-02", None, "5", {"notice": notice_rule()}) | {"recorded_on": "2021-01-01"}
    assert asked("notice", {"notice_date": "1950-01-01"}, library(later, UNDATED))["version"] == "2019-06-02"


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_a_page_says_what_is_out_of_scope(language):
    request = {"rule": f"{AGREEMENT}:notice", "inputs": {"notice_date": "2019-12-31"}, "language": language}
    view = answered_view(request, library(FIRST, SECOND), TODAY)
    assert view["status"] == "out-of-scope"
    assert all((view["headline"], view["certainty"]["text"], view["errors"][0]["message"]))


def test_the_day_of_effect_counts_and_not_the_day_a_text_was_recorded():
    """An old text found late stays old; its name says nothing either."""
    found_late = version("z", "2020-01-01", "3", {"notice": notice_rule()}) | {"recorded_on": "2026-11-20"}
    recent = version("a", "2024-07-01", "1", {"notice": notice_rule()}) | {"recorded_on": "2024-06-01"}
    for terms in (library(found_late, recent), library(recent, found_late)):
        assert asked("notice", {"notice_date": "2025-01-31"}, terms)["version"] == "a"
        assert asked("notice", {"notice_date": "2024-06-30"}, terms)["version"] == "z"
