"""Prices that follow an index."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step


def indexed_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the price after indexation from the base year.

    Where the clause only adjusts upwards it never falls below what it was, at first the base year's own price.
    """
    ratio = Fraction(given["index_year"]) / Fraction(given["index_base"])
    rate = given["rate_base"].times(ratio)
    steps = [Step("index-times-base", rate, rule.figure("base_year"))]
    previous = given["rate_base"] if given["rate_previous"] is None else given["rate_previous"]
    if rate < previous and rule.setting("floor") == "previous":
        rate = previous.rounded()
        steps.append(Step("never-falls", rate, rule.clause))
    month, day = (int(part) for part in rule.value("adjusted_on").split("-"))
    effective = date(given["year"], month, day)
    steps.append(Step("adjusted-on", effective, rule.figure("adjusted_on")))
    return Outcome({"rate": rate, "effective": effective}, tuple(steps))


def index_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return a price after one regulation by an index; it follows the index both ways unless read to rise only."""
    price = given["price"].times(Fraction(given["index_year"]) / Fraction(given["index_base"]))
    stated = next((rule.figure(role) for role in ("frequency", "from_day") if rule.has(role)), rule.clause)
    steps = [Step("index-times-price", price, stated)]
    if price < given["price"].rounded() and rule.setting("floor") == "previous":
        price = given["price"].rounded()
        steps.append(Step("never-falls", price, rule.clause))
    return Outcome({"price": price}, tuple(steps))


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    base = rule.declared.get("inputs", {}).get("index_base", {}).get("name", "index_base")
    return [InputError(base, "not-above-zero")] if given["index_base"] == 0 else []


KIND = Kind(
    name="indexed-price",
    calculator="index-price",
    compute=indexed_price,
    fields=(
        Field("rate_base", "money"),
        Field("index_base", "decimal"),
        Field("index_year", "decimal"),
        Field("rate_previous", "money", required=False),
        Field("year", "integer", minimum=1900, maximum=2200),
    ),
    roles={"base_year": Role(("year",)), "adjusted_on": Role(("day-of-year",))},
    settings={"floor": ("previous", "none")},
    refuse=_refuse,
)
PLAIN_KIND = Kind(
    name="index-price",
    calculator="index-price",
    compute=index_price,
    fields=(Field("price", "money"), Field("index_base", "decimal"), Field("index_year", "decimal")),
    roles={"frequency": Role(("frequency",), required=False), "from_day": Role(("date",), required=False)},
    settings={"floor": ("none", "previous")},
    refuse=_refuse,
)
