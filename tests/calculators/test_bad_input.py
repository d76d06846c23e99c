"""Whatever is sent, the door answers by field and reason, in words a customer may read."""

import json
import re
from typing import Any

import pytest

from calculators.answer import answer, answer_text
from calculators.words import LANGUAGES
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

REFUSED = json.loads((ROOT / "tests" / "cases" / "refused.json").read_text(encoding="utf-8"))
FRAME, COST = "nettsoft/vps-access:planned-frame", "maco-io/integration-ops:expert-cost"
UPTIME = "nettsoft/vps-access:uptime-credit"
MEGABYTE = 10**6


@pytest.fixture(scope="module")
def door(library):
    """Asks in JSON, as the page does, and gives the response; the terms are those of the real agreements."""
    terms = json.dumps(library)
    return lambda request: json.loads(answer_text(request, terms, TODAY.isoformat()))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in REFUSED])
def test_each_field_is_refused_with_its_reason(case, library):
    for language in [each for each in LANGUAGES if each in case["errors"][0]]:
        request = case["request"]
        if isinstance(request, dict) and "language" not in request:
            request = {**request, "language": language}
        response = answer(request, library, TODAY)
        found = [(error["field"], error["message"]) for error in response["errors"]]
        assert response["status"] == case["status"]
        assert found == [(error["field"], error[language]) for error in case["errors"]]
        assert (response["result"], response["steps"], response["clauses"]) == (None, [], [])


def repeated(entry: dict[str, Any], count: int) -> dict[str, Any]:
    return {"month": "2026-02", "monthly_fee": "690", "outages": [entry] * count}


@pytest.mark.parametrize(
    ("request_text", "field"),
    [
        (f'{{"rule": "{"x" * MEGABYTE}"}}', "rule"),
        (f'{{"rule": {"9" * MEGABYTE}}}', "rule"),
        (f'{{"rule": 1e{"9" * 40}}}', "rule"),
        (f'{{"rule": {"[" * 5000}{"]" * 5000}}}', ""),
        (f'{{"rule": {"[" * 40}{"]" * 40}}}', "rule"),
        (f"{'[' * MEGABYTE}{']' * MEGABYTE}", ""),
        (f'{{"{"m" * MEGABYTE}": 1}}', "m" * 100),
        (f'{{"rule": "{COST}", "inputs": {{"cost": "{"9" * MEGABYTE}"}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {{"cost": {"9" * MEGABYTE}}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {{"cost": 0.{"9" * MEGABYTE}}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {{"cost": "{"0." + "1" * MEGABYTE}"}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {{"cost": 1e-999999999}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {{"cost": 1e999999999}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {{"cost": NaN}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {{"cost": -Infinity}}}}', "cost"),
        (f'{{"rule": "{COST}", "inputs": {"[" * 40}{"]" * 40}}}', "inputs"),
        (f'{{"rule": "{FRAME}", "inputs": {{"start": "{"2026-03-16T00:00" * 60000}", "end": ""}}}}', "start"),
        (f'{{"rule": "{COST}", "on": "{"2026-01-01" * 100000}", "inputs": {{"cost": 1}}}}', "on"),
        (f'{{"rule": "{COST}", "reading": "{"r" * MEGABYTE}", "inputs": {{"cost": 1}}}}', "reading"),
        (f'{{"rule": "{COST}", "language": "{"l" * MEGABYTE}", "inputs": {{"cost": 1}}}}', "language"),
    ],
    ids=lambda value: value[:60] + "~" if len(value) > 60 else value or "request",
)
def test_endless_values_are_refused_briefly(request_text, field, door):
    """A megabyte of anything gets a short message."""
    response = door(request_text)
    assert response["status"] == "invalid-input"
    assert response["errors"][0]["field"] == field
    assert len(json.dumps(response)) < 4000


def test_only_the_first_of_very_many_unknown_fields_are_named(library):
    inputs = {f"cost{number}": 1 for number in range(100_000)}
    response = answer({"rule": COST, "inputs": inputs}, library, TODAY)
    assert [error["field"] for error in response["errors"]] == [*(f"cost{n}" for n in range(20)), "cost"]


def test_a_list_that_is_too_long_is_refused_whole(library):
    outage = {"start": "2026-02-10T10:00", "end": "2026-02-10T11:00"}
    response = answer({"rule": UPTIME, "inputs": repeated(outage, 1001), "language": "en"}, library, TODAY)
    message = "1001 are too many; at most 1000 can be computed."
    assert response["errors"] == [{"field": "outages", "message": message}]


@pytest.mark.parametrize("literal", ["0.0", "1250.00", "1250", '"1250"', '"+1250.000"', "125e1"])
def test_a_number_may_be_written_in_many_ways(literal, door):
    response = door(f'{{"rule": "{COST}", "inputs": {{"cost": {literal}}}}}')
    assert re.fullmatch(r"0\.00|1250\.00", response["result"]["net"])


@pytest.mark.parametrize("members", [{"inputs": None, "on": None, "reading": None, "language": None}, {}])
def test_a_member_of_null_is_as_good_as_left_out(members, library):
    response = answer({"rule": "nettsoft/vps-access:reopen-fee", **members}, library, TODAY)
    assert response["result"]["fee"] == "1000.00"


@pytest.mark.parametrize("member", ["rule", "on", "inputs", "reading", "language"])
@pytest.mark.parametrize("value", [0, 1, True, False, "?", ["nb"], [], {"a": {}}])
def test_a_member_of_the_wrong_type_is_refused_by_name(member, value, library):
    request = {"rule": COST, "inputs": {"cost": "1"}, member: value}
    response = answer(request, library, TODAY)
    fields = {error["field"] for error in response["errors"]}
    assert response["status"] == "invalid-input"
    assert fields == ({"a", "cost"} if member == "inputs" and isinstance(value, dict) else {member})


@pytest.mark.parametrize("field", ["month", "outages", "planned_windows", "monthly_fee"])
@pytest.mark.parametrize("value", [True, -1.5, "?", {"a": 1}, [[]], ["2026-02"], [None]])
def test_an_input_of_the_wrong_type_is_refused_by_name(field, value, door):
    inputs = {"month": "2026-02", "outages": [], "planned_windows": [], "monthly_fee": "690", field: value}
    response = door(json.dumps({"rule": UPTIME, "inputs": inputs}))
    assert response["status"] == "invalid-input"
    assert {error["field"].partition("[")[0] for error in response["errors"]} == {field}


def test_a_request_that_is_no_json_is_the_callers_fault(door):
    with pytest.raises(json.JSONDecodeError):
        door('{"rule": ')
