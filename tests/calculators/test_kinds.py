"""Kinds of rule on terms of their own, where no agreement shows what happens at an edge."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators.answer import answer
from calculators.registry import KINDS, PLACES
from scripts.setup.start import ROOT

TODAY = date(2026, 11, 20)
Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def one(alone) -> Ask:
    """Asks a rule of its own: `one({rule}, {figures}, {inputs})`, under a reading where one is named."""

    def asked(rule: dict[str, Any], figures: dict[str, Any], inputs: dict[str, Any], **more: Any) -> dict[str, Any]:
        request = {"rule": "example/one:rule", "inputs": inputs, "language": "en", **more}
        return answer(request, alone(rule, figures), TODAY)

    return asked


def tier(lower: str | None, upper: str | None, percent: str) -> dict[str, Any]:
    """A row from above the lower limit up to and with the upper one."""
    value = {"kind": "percentage", "value": percent, "unit": "%"}
    return {
        "from": lower,
        "from_included": False,
        "to": upper,
        "to_included": True,
        "value": value,
        "text": f"{percent} %",
    }


VOLUME = {
    "least": {"kind": "count", "value": "5", "unit": "users"},
    "discounts": {
        "kind": "tiers",
        "unit": "users",
        "columns": ["users", "discount"],
        "tiers": [tier(None, "25", "0"), tier("25", "50", "5"), tier("50", "100", "10"), tier("100", None, "20")],
    },
}


@pytest.mark.parametrize("users", [0, 1, 5, 25, 26, 50, 51, 100, 101, 137])
def test_each_user_gets_the_discount_of_its_own_place(one, users):
    """Counted one by one it is the same."""
    rule = {"kind": "volume-fee", "figures": {"least": "least", "discounts": "discounts"}}
    marginal = {**rule, "settings": {"discount": "marginal"}}
    inputs = {"active_users_per_month": [users], "price_per_user": "100"}
    shares = [1 - (0, 5, 10, 20)[(n > 25) + (n > 50) + (n > 100)] / Decimal(100) for n in range(1, max(users, 5) + 1)]
    assert one(marginal, VOLUME, inputs)["result"]["net"] == f"{sum(shares) * 100:.2f}"


def test_ten_million_users_are_counted_at_once(one):
    rule = {
        "kind": "volume-fee",
        "figures": {"least": "least", "discounts": "discounts"},
        "settings": {"discount": "marginal"},
    }
    inputs = {"active_users_per_month": [10**7] * 1000, "price_per_user": "1"}
    expected = 1000 * (Decimal(25) + 25 * Decimal("0.95") + 50 * Decimal("0.9") + (10**7 - 100) * Decimal("0.8"))
    assert one(rule, VOLUME, inputs)["result"]["net"] == f"{expected:.2f}"


AVERAGE = {
    "share": {"kind": "percentage", "value": "60", "unit": "%"},
    "term": {"kind": "period", "value": "24", "unit": "months"},
    "minimum": {"kind": "money", "value": "199", "unit": "NOK"},
}


def test_an_average_of_no_months_is_asked_for_again(one):
    rule = {"kind": "average-users-charge", "figures": {name: name for name in AVERAGE}}
    inputs = {
        "start": "2026-01-01",
        "service_last_day": "2025-12-30",
        "users_before_notice": [],
        "price_per_user": "50",
    }
    response = one(rule, AVERAGE, inputs)
    assert response["status"] == "invalid-input"
    assert [error["field"] for error in response["errors"]] == ["service_last_day", "users_before_notice"]


def test_a_day_that_only_leap_years_have_recurs_in_them(one):
    rule = {"kind": "recurring-dates", "figures": {"days": ["leap", "autumn"]}}
    figures = {"leap": {"kind": "day-of-year", "value": "02-29"}, "autumn": {"kind": "day-of-year", "value": "10-01"}}
    inputs = {"from": "2024-02-29", "to": "2026-09-30"}
    assert one(rule, figures, inputs)["result"]["dates"] == ["2024-02-29", "2024-10-01", "2025-10-01"]
    refused = one(rule, figures, {"from": "1900-01-01", "to": "2001-01-01"})
    assert [error["message"] for error in refused["errors"]] == ["The span is longer than 100 years; split it."]


@pytest.mark.parametrize(
    ("window", "day", "hours"),
    [
        ("01:30-06:00", "2026-11-20", "4.5"),
        ("01:30-06:00", "2026-10-25", "5.5"),
        ("00:20-00:40", "2026-11-20", "0.3333"),
    ],
)
def test_a_window_of_no_whole_hours_keeps_its_minutes(one, window, day, hours):
    rule = {"kind": "daily-window", "figures": {"window": "window"}}
    response = one(rule, {"window": {"kind": "clock", "value": window}}, {"date": day})
    assert response["result"]["elapsed_hours"] == hours


@pytest.mark.parametrize(("forecast", "plan"), [("5.5", "5.5"), ("5.51", 8)])
def test_an_allowance_of_no_whole_gigabytes_stays_what_it_is(one, forecast, plan):
    rule = {"kind": "allowance", "figures": {"allowance": "standard", "raised": "raised"}}
    figures = {
        name: {"kind": "quantity", "value": value, "unit": "GB"}
        for name, value in (("standard", "5.5"), ("raised", "8"))
    }
    response = one(rule, figures, {"forecast": forecast, "as_of": "2026-12-31"})
    assert response["result"]["plan"] == plan


def test_hours_that_cross_midnight_count_on_both_days(one):
    """Friday's night reaches into Saturday; the minutes of a month are those of the nights that begin in it."""
    figures = {"hours": {"kind": "timetable", "value": "mon-fri 22:00-06:00"}}
    rule = {"kind": "open-at", "figures": {"hours": "hours"}, "settings": {"public_holidays": "open"}}
    for at, is_open in (("2026-03-14T05:59", True), ("2026-03-14T06:00", False), ("2026-03-15T23:00", False)):
        assert one(rule, figures, {"at": at})["result"]["open"] is is_open
    assert one(rule, figures, {"at": "2026-03-14T06:00"})["result"]["next_opening"] == "2026-03-16T22:00"


def test_a_case_that_no_row_covers_gets_bounds_and_no_figure(one):
    """From two to five late cases the table says nothing."""
    tiers = {
        "kind": "tiers",
        "unit": "cases",
        "columns": ["cases", "credit"],
        "tiers": [tier(None, "1", "10"), tier("5", None, "50")],
    }
    rule = {"kind": "case-credit", "figures": {"tiers": "tiers"}}
    response = one(rule, {"tiers": tiers}, {"cases": 3, "monthly_fee": "100", "requested": True})
    assert response["status"] == "undefined"
    assert response["bounds"]["credit_lower"] == "10.00"
    assert response["bounds"]["credit_upper"] == "50.00"
    assert response["result"].get("credit") is None


def test_an_unknown_kind_of_cause_is_said_as_the_clause_names_it(one):
    """An agreement may exempt causes that no words are kept for."""
    figures = {"exempt": {"kind": "cause", "value": "solar-storm"}}
    rule = {"kind": "exempt-cause", "figures": {"exempt": ["exempt"]}}
    assert one(rule, figures, {"cause": "solar-storm"})["result"]["exempt"] is True


def test_every_kind_is_found_by_its_name():
    assert all(name == kind.name and kind.calculator for name, kind in KINDS.items())


def test_the_page_waits_for_no_kind_that_it_was_not_asked_about():
    """What a page imports to begin with has no module of a kind in it."""
    ask = "import sys, calculators.page, calculators.registry as r; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    modules = {f"calculators.{place.partition('.')[0]}" for place in PLACES.values()}
    assert modules & set(loaded.split()) == set()
