"""The door takes any JSON: one of five statuses comes back, in a shape that is always the same, and nothing raises."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.answer import loaded
from calculators.asking import question
from calculators.page import answered_text
from calculators.readings import keys_of
from calculators.words import LANGUAGES
from scripts.testing.shared import TODAY

STATUSES = {"ok", "reading", "undefined", "invalid-input", "out-of-scope"}
SHAPE = {
    "status": str,
    "rule": (str, type(None)),
    "calculator": (str, type(None)),
    "version": (str, type(None)),
    "result": (dict, type(None)),
    "reading": (dict, type(None)),
    "alternatives": list,
    "bounds": (dict, type(None)),
    "steps": list,
    "clauses": list,
    "conventions": list,
    "errors": list,
}
TELLING = [
    *("2026-02-28", "2024-02-29", "2026-02-30", "1900-01-01", "2200-12-31", "2014-12-31", "2041-01-01"),
    *("2026-02", "2026-13", "2040-12", "1900-01-01T00:00", "2040-12-31T23:59:59", "2200-12-31T23:59:59Z"),
    *("2026-03-29T02:30", "2026-10-25T02:30", "2026-10-25T02:30+01:00", "2026-03-11T24:00"),
    *("0", "-1", "1.5", "1e400", "NaN", "999999999999999", "true", "null", "planned", "critical"),
]
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(TELLING)
    | st.dates().map(str)
    | st.datetimes().map(lambda instant: instant.isoformat(timespec="minutes"))
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
outages = st.fixed_dictionaries(
    {"start": st.sampled_from(["2026-02-10T10:00", "2026-01-31T23:59", "2026-10-25T02:30"]), "end": scalars},
    optional={"cause": scalars, "affected_users": scalars, "total_users": scalars, "announced_on": scalars},
)
values = anything | st.lists(outages, max_size=3)


@pytest.fixture(scope="module")
def terms(library) -> str:
    return json.dumps(library)


def check(request: Any, terms: str) -> dict[str, Any]:
    """The response to a request as the worker gives it; it has its shape, and so has what the page shows of it."""
    text = answered_text(json.dumps(request), terms, TODAY.isoformat())
    answered = json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    response = answered["response"]
    assert response["status"] in STATUSES
    assert {name: type(value) for name, value in response.items()}.keys() == SHAPE.keys()
    assert all(isinstance(response[name], kind) for name, kind in SHAPE.items())
    is_computed = response["status"] in ("ok", "reading", "undefined")
    assert is_computed == bool(response["result"]) == bool(response["clauses"]) == (not response["errors"])
    assert (response["status"] == "reading") <= bool(response["alternatives"])
    assert answered["view"]["headline"]
    return response


@given(anything)
def test_any_json_is_answered(terms, request_json):
    check(request_json, terms)


@settings(max_examples=300)
@given(st.data())
def test_any_inputs_of_any_rule_are_answered(terms, examples, data):
    """A worked example with some members replaced, left out or added."""
    name = data.draw(st.sampled_from(sorted(examples)))
    example = examples[name]["inputs"]
    replaced = data.draw(st.dictionaries(st.sampled_from([*example, "extra"]), values, max_size=2))
    dropped = data.draw(st.sets(st.sampled_from([*example, ""]), max_size=1))
    inputs = {field: value for field, value in {**example, **replaced}.items() if field not in dropped}
    members = data.draw(st.fixed_dictionaries({}, optional={"on": scalars, "reading": scalars, "language": scalars}))
    check({**examples[name], "inputs": inputs, **members}, terms)


@settings(max_examples=60)
@given(st.data())
def test_each_reading_of_each_rule_is_answered_in_each_language(terms, examples, library, data):
    name = data.draw(st.sampled_from(sorted(examples)))
    keys = keys_of(question(examples[name], library, TODAY).rule)
    request = {**examples[name], "reading": data.draw(st.sampled_from([None, *keys]))}
    response = check(request | {"language": data.draw(st.sampled_from(LANGUAGES))}, terms)
    assert response["status"] in ("ok", "reading", "undefined")
    if request["reading"]:
        assert response["reading"]["key"] == request["reading"]


@given(st.text(max_size=40) | st.sampled_from(["nul", "tru", "[", '{"a":', '"\\u12"', "01", "1.", ".5", "--1", "'a'"]))
def test_text_that_is_no_json_is_told_apart(text):
    """It is the only thing that raises, and it raises what json itself does."""
    try:
        expected = json.loads(text)
    except json.JSONDecodeError:
        with pytest.raises(json.JSONDecodeError):
            loaded(text)
    else:
        assert loaded(text) is not None or expected is None
