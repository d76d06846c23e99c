"""A rule that does not fit its kind is told so: what was found, what was expected, what was probably meant."""

from typing import Any

import pytest

from calculators.checking import Finding, check_rule

PARAMETERS = {
    "notice.period": {"kind": "period"},
    "core.hours": {"kind": "timetable"},
    "reopening.fee": {"kind": "money"},
    "exempt.force-majeure": {"kind": "cause"},
    "response.times": {
        "kind": "table",
        "rows": [{"cells": {"response": {"kind": "period"}, "text": {"kind": "text"}}}, {"cells": {}}],
    },
}
NOTICE = {"kind": "notice-end", "figures": {"notice": "notice.period"}, "example": {}}
READ = {"default": "clamped", "because": {"en": "Because."}}
OWN_WORDS = {"label": {"en": "As we read it"}, "meaning": {"en": "So."}}


def notice(**members: Any) -> dict[str, Any]:
    return {**NOTICE, **members}


def readings(**members: Any) -> dict[str, Any]:
    return notice(readings={**READ, **members})


SOUND = [
    NOTICE,
    {"kind": "statement"},
    notice(settings={"counted_from": "month-end", "eves": "closed"}),
    notice(inputs={"notice_date": {"name": "sent"}}),
    readings(others=["overflow-to-next-month"]),
    readings(default="ours", words={"ours": OWN_WORDS}),
    readings(others=["ours"], words={"ours": OWN_WORDS}, changes={"ours": {"counted_from": "month-end"}}),
    readings(others=["ours"], words={"ours": OWN_WORDS}, changes={"ours": {"figures": {"notice": "notice.period"}}}),
    {"kind": "notice-end", "assumed": {"notice": {"value": "3 months"}}, "example": {}},
    {"kind": "any-of", "settings": {"grounds": ["unpaid"]}, "inputs": {"unpaid": {}}, "example": {}},
]

FAULTY = [
    ({"kind": "notice-ends"}, ("kind",), 'kind "notice-ends"', "a known kind of rule", 'Did you mean "notice-end"?'),
    ({"kind": "xyzzy"}, ("kind",), 'kind "xyzzy"', "a known kind of rule", ""),
    (
        notice(figures={"notise": "notice.period", "notice": "notice.period"}),
        ("figures", "notise"),
        'role "notise"',
        "one of notice, binding",
        'Did you mean "notice"?',
    ),
    (
        notice(figures={"binding": "notice.period"}),
        ("figures",),
        'role "notice" has no figure',
        "notice: and the name of a figure of kind period",
        "",
    ),
    (
        notice(figures={"notice": "core.hours"}),
        ("figures", "notice"),
        '"core.hours" is timetable',
        'a figure of kind period for role "notice"',
        "",
    ),
    (
        notice(figures={"notice": "response.times/text"}),
        ("figures", "notice"),
        '"response.times/text" is missing column and text',
        'a figure of kind period for role "notice"',
        "",
    ),
    (
        notice(figures={"notice": ["notice.period"]}),
        ("figures", "notice"),
        'several figures for role "notice"',
        "one figure's name",
        "",
    ),
    (
        {"kind": "exempt-cause", "figures": {"exempt": "exempt.force-majeure"}, "example": {}},
        ("figures", "exempt"),
        'one figure for role "exempt"',
        "a list: [first.figure, second.figure]",
        "",
    ),
    (
        {"kind": "hourly-fee", "figures": {"rate": "reopening.fee"}, "example": {}},
        ("figures", "rate"),
        'role "rate"',
        "no roles",
        "",
    ),
    (
        notice(settings={"counted_form": "month-end"}),
        ("settings", "counted_form"),
        'setting "counted_form"',
        "one of when_missing, eves, saturday, public_holidays, public_holidays_open_for, holidays, counted_from, "
        "first_of_month, notice_in_binding, other_end",
        'Did you mean "counted_from"?',
    ),
    (
        notice(settings={"counted_from": "month end"}),
        ("settings", "counted_from"),
        '"month end" for setting counted_from',
        "one of notice-day, month-end",
        'Did you mean "month-end"?',
    ),
    (
        notice(inputs={"notice_day": {}}),
        ("inputs", "notice_day"),
        'input "notice_day"',
        "one of notice_date, binding_start, other_last_day",
        'Did you mean "notice_date"?',
    ),
    (
        notice(readings={"default": "clamped"}),
        ("readings",),
        "readings without the natural one or its reason",
        "default: and because: {nb: ..., sv: ..., en: ...}",
        "",
    ),
    (
        readings(default="clampt"),
        ("readings",),
        'reading "clampt"',
        "a known reading, or one with words: {label: ..., meaning: ...} of its own",
        'Did you mean "clamped"?',
    ),
    (
        readings(others=["ours"], words={"ours": OWN_WORDS}),
        ("readings", "others"),
        'reading "ours"',
        "one that changes a setting or a figure, here or by its known name",
        "",
    ),
    (
        readings(others=["ours.1"], words={"ours.1": OWN_WORDS}, changes={"ours.1": {"counted_from": "day"}}),
        ("readings", "changes", "ours.1", "counted_from"),
        '"day" for setting counted_from',
        "one of notice-day, month-end",
        "",
    ),
    (
        readings(others=["ours"], words={"ours": OWN_WORDS}, changes={"ours": {"figures": {"notice": "core.hours"}}}),
        ("readings", "changes", "ours", "figures", "notice"),
        '"core.hours" is timetable',
        'a figure of kind period for role "notice"',
        "",
    ),
    (
        {"kind": "notice-end", "figures": {"notice": "notice.period"}},
        (),
        "no worked example",
        "example: and the inputs of a plain case",
        "",
    ),
]


@pytest.mark.parametrize("rule", SOUND)
def test_a_rule_that_fits_has_no_findings(rule):
    assert check_rule("notice", rule, PARAMETERS) == []


@pytest.mark.parametrize(("rule", "path", "found", "expected", "likely"), FAULTY)
def test_a_fault_is_named_with_its_place(rule, path, found, expected, likely):
    assert check_rule("notice", rule, PARAMETERS) == [Finding(path, found, expected, likely)]


def test_every_fault_of_a_rule_is_named():
    rule = notice(figures={"notise": "core.hours"}, settings={"x": 1}, inputs={"y": {}})
    paths = [finding.path for finding in check_rule("notice", rule, PARAMETERS)]
    assert paths == [("figures", "notise"), ("figures",), ("settings", "x"), ("inputs", "y")]
