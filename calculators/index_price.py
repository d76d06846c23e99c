"""Prices that follow an index: the values entered, or those held for a year."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Choice, Outcome, Step
from calculators.values.price_indices import NO_INDEX, SERIES, index_of


def indexed_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the price after indexation from the base year.

    Where the clause only adjusts upwards it never falls below what it was, at first the base year's own price.
    """
    ratio, steps = _ratio(rule, given)
    rate = given["rate_base"].times(ratio)
    steps.append(Step("index-times-base", rate, rule.figure("base_year")))
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
    ratio, steps = _ratio(rule, given)
    price = given["price"].times(ratio)
    stated = next((rule.figure(role) for role in ("frequency", "from_day") if rule.has(role)), rule.clause)
    steps.append(Step("index-times-price", price, stated))
    if price < given["price"].rounded() and rule.setting("floor") == "previous":
        price = given["price"].rounded()
        steps.append(Step("never-falls", price, rule.clause))
    return Outcome({"price": price}, tuple(steps))


def _ratio(rule: BoundRule, given: Mapping[str, Any]) -> tuple[Fraction, list[Step]]:
    """Return the new index over the old one, and a step for each."""
    base, base_step = _index(rule, given, "index_base")
    new, new_step = _index(rule, given, "index_year")
    return Fraction(new) / Fraction(base), [base_step, new_step]


def _index(rule: BoundRule, given: Mapping[str, Any], role: str) -> tuple[Decimal, Step]:
    """Return the index entered, else the one held for its year."""
    if given[role] is not None:
        return given[role], Step(f"{role}-entered", given[role])
    series, year = rule.setting("index"), _year_of(rule, given, role)
    held = index_of(series, year, role)
    words = {"index": Choice(series), "year": year, "source": held.source, "until": held.checked_until}
    return held.value, Step("index-held", held.value, words=words)


def _year_of(rule: BoundRule, given: Mapping[str, Any], role: str) -> int | None:
    """Return the year whose index is meant: the one chosen, or the base year that the clause states."""
    chosen = given.get(f"{role}_of")
    return rule.value("base_year") if chosen is None and role == "index_base" and rule.has("base_year") else chosen


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    """Refuse a base of zero, and an index that is neither entered nor named by its year."""
    zero = [InputError(_name(rule, "index_base"), "not-above-zero")] if given["index_base"] == 0 else []
    return zero + [
        InputError(_name(rule, role), "missing")
        for role in ("index_base", "index_year")
        if given[role] is None and (not _has_series(rule) or _year_of(rule, given, role) is None)
    ]


def _name(rule: BoundRule, role: str) -> str:
    return rule.declared.get("inputs", {}).get(role, {}).get("name", role)


def _has_series(rule: BoundRule) -> bool:
    return rule.setting("index") != NO_INDEX


def _year(name: str) -> Field:
    return Field(name, "integer", required=False, minimum=1900, maximum=2200, asked_when=_has_series)


INDEX = {"index": (NO_INDEX, *SERIES)}
KIND = Kind(
    name="indexed-price",
    calculator="index-price",
    compute=indexed_price,
    fields=(
        Field("rate_base", "money"),
        Field("index_base", "decimal", required=False),
        Field("index_year", "decimal", required=False),
        _year("index_year_of"),
        Field("rate_previous", "money", required=False),
        Field("year", "integer", minimum=1900, maximum=2200),
    ),
    roles={"base_year": Role(("year",)), "adjusted_on": Role(("day-of-year",))},
    settings={"floor": ("previous", "none"), **INDEX},
    refuse=_refuse,
)
PLAIN_KIND = Kind(
    name="index-price",
    calculator="index-price",
    compute=index_price,
    fields=(
        Field("price", "money"),
        Field("index_base", "decimal", required=False),
        _year("index_base_of"),
        Field("index_year", "decimal", required=False),
        _year("index_year_of"),
    ),
    roles={"frequency": Role(("frequency",), required=False), "from_day": Role(("date",), required=False)},
    settings={"floor": ("none", "previous"), **INDEX},
    refuse=_refuse,
)
