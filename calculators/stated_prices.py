"""Prices a clause states outright: by level, or by the day from which they apply."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step


def level_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the monthly price of a level and its sum over the months."""
    figure = rule.figures["prices"][given["level"]]
    net = figure.value.times(given["months"])
    steps = (Step("level-costs", figure.value, figure), Step("months-times-fee", net))
    return Outcome({"monthly": figure.value, "net": net}, steps)


def dated_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the monthly price of a month: the old one before the stated day, the new one from it on."""
    changed = date.fromisoformat(rule.value("from_day"))
    role = "new" if given["month"] >= changed.replace(day=1) else "old"
    price = rule.value(role)
    steps = (
        Step("price-changed-on", changed, rule.figure("from_day")),
        Step(f"{role}-price", price, rule.figure(role)),
    )
    return Outcome({"price_per_month": price}, steps)


def month_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the one price of a month that the clause states; which version states it is a matter of the month."""
    figure = rule.figure("price")
    return Outcome({"price_per_month": figure.value}, (Step("price-of-the-month", figure.value, figure),))


def price_on_day(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the price that held on a day, of those a customer knows; none where the day comes before them all."""
    day = given["day"]
    held = max((each for each in given["prices"] if each["from"] <= day), key=lambda each: each["from"], default=None)
    if held is None:
        return Outcome({"price": None}, (Step("no-price-then", day, rule.clause),), silent=True, headline="none")
    price = held["price"].rounded()
    steps = (Step("price-of-day", day, rule.clause), Step("price-holds-from", price, None, {"from": held["from"]}))
    return Outcome({"price": price}, steps)


LEVEL_KIND = Kind(
    name="level-price",
    calculator="subscription-fee",
    compute=level_price,
    fields=(
        Field("level", "choice", options=lambda rule: list(rule.figures["prices"])),
        Field("months", "integer", minimum=1, maximum=1200),
    ),
    roles={"prices": Role(("money",), shape="keys")},
)
DATED_KIND = Kind(
    name="dated-price",
    calculator="subscription-fee",
    compute=dated_price,
    fields=(Field("month", "month"),),
    roles={"old": Role(("money",)), "new": Role(("money",)), "from_day": Role(("date",))},
    date_of_interest="month",
)
MONTH_KIND = Kind(
    name="month-price",
    calculator="subscription-fee",
    compute=month_price,
    fields=(Field("month", "month"),),
    roles={"price": Role(("money",))},
    date_of_interest="month",
)
DAY_KIND = Kind(
    name="price-on-day",
    calculator="subscription-fee",
    compute=price_on_day,
    fields=(
        Field("day", "date"),
        Field("prices", "list", item=(Field("from", "date"), Field("price", "money"))),
    ),
    date_of_interest="day",
)
