"""Subscription fees: what a service costs for the months it is used."""

from collections.abc import Mapping
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step


def calendar_month_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee for every calendar month the service touches: a part of a month counts as a whole one."""
    first, last = given["from"], given["to"]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    net = given["monthly_fee"].times(months * rule.value("part_month").count)
    steps = (Step("months-touched", months, rule.figure("part_month")), Step("months-times-fee", net))
    return Outcome({"months_billed": months, "net": net}, steps)


def period_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee of the period the clause names, from the monthly fee."""
    months = rule.value("period").months
    net = given["monthly_fee"].times(months)
    steps = (Step("months-in-period", months, rule.figure("period")), Step("months-times-fee", net))
    return Outcome({"net": net}, steps)


def unit_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee for so many units at a price each."""
    net = given["unit_price"].times(given["units"])
    stated = rule.figure("interval") if rule.has("interval") else rule.clause
    often = [Step("as-often", None, rule.figure("often"))] if rule.has("often") else []
    return Outcome({"net": net}, (*often, Step("units-times-price", net, stated)))


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    return [InputError("to", "ends-before-start")] if given["to"] < given["from"] else []


KIND = Kind(
    name="calendar-month-fee",
    calculator="subscription-fee",
    compute=calendar_month_fee,
    fields=(Field("monthly_fee", "money"), Field("from", "date"), Field("to", "date")),
    roles={"part_month": Role(("period",))},
    date_of_interest="from",
    refuse=_refuse,
)
PERIOD_KIND = Kind(
    name="period-fee",
    calculator="subscription-fee",
    compute=period_fee,
    fields=(Field("monthly_fee", "money"),),
    roles={"period": Role(("period",))},
)
UNIT_KIND = Kind(
    name="unit-fee",
    calculator="subscription-fee",
    compute=unit_fee,
    fields=(Field("units", "integer", maximum=10**7), Field("unit_price", "money")),
    roles={"interval": Role(("period",), required=False), "often": Role(("frequency",), required=False)},
)
