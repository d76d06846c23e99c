"""Fees and prices that are a share of an amount."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step


def percent_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the stated share of an amount, at least the stated minimum."""
    share = given["amount"].times(rule.value("share"))
    steps = [Step("share-of-amount", share, rule.figure("share"))]
    fee = share
    if rule.has("minimum") and share < rule.value("minimum"):
        fee = rule.value("minimum").rounded()
        steps.append(Step("minimum-applies", fee, rule.figure("minimum")))
    return Outcome({"fee": fee}, tuple(steps))


def margin_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the price with the stated margin: on top of the cost, or as a share of the price itself."""
    share = rule.value("share")
    on_price = rule.setting("margin") == "on-price"
    price = given["cost"].times(Fraction(1) / (1 - share) if on_price else 1 + share)
    step = Step("margin-of-price" if on_price else "margin-on-cost", price, rule.figure("share"))
    return Outcome({"price": price}, (step,))


def discounted_rate(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return an hourly rate less the stated discount."""
    rate = given["hourly_rate"].times(1 - rule.value("discount"))
    return Outcome({"rate": rate}, (Step("rate-less-discount", rate, rule.figure("discount")),))


KIND = Kind(
    name="percent-fee",
    calculator="rate-card-invoice",
    compute=percent_fee,
    fields=(Field("amount", "money"),),
    roles={"share": Role(("percentage",)), "minimum": Role(("money",), required=False)},
)
MARGIN_KIND = Kind(
    name="margin-price",
    calculator="rate-card-invoice",
    compute=margin_price,
    fields=(Field("cost", "money"),),
    roles={"share": Role(("percentage",))},
    settings={"margin": ("on-cost", "on-price")},
)
DISCOUNT_KIND = Kind(
    name="discounted-rate",
    calculator="rate-card-invoice",
    compute=discounted_rate,
    fields=(Field("hourly_rate", "money"),),
    roles={"discount": Role(("percentage",))},
)
