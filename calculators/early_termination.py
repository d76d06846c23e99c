"""Early termination: what leaving before the term is over costs."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.money import rounded_half_up
from calculators.values.periods import Period, add_months

MONTHS = 1200


def early_termination(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the remaining months and the stated share of their fees (convention 15)."""
    months, steps = remaining_months(rule, given)
    charge = given["monthly_fee"].times(months * rule.value("share"))
    steps.append(Step("share-of-remaining", charge, rule.figure("share")))
    return Outcome({"remaining_months": shown_months(months), "charge": charge}, tuple(steps))


def remaining_months(rule: BoundRule, given: Mapping[str, Any]) -> tuple[Fraction, list[Step]]:
    """Return the months from the first day without service to the term's end, and the steps that count them."""
    end = add_months(given["start"], given["term_months"], rule.when_missing)
    first_day_without = given["service_last_day"] + timedelta(days=1)
    months = _remaining(rule, given, first_day_without, end)
    counted = Step(f"remaining-{rule.setting('part_month')}", shown_months(months), rule.figures.get("part_month"))
    return months, [
        _term_step(rule, given["term_months"], end - timedelta(days=1)),
        Step("first-day-without-service", first_day_without),
        counted,
    ]


def _term_step(rule: BoundRule, months: int, last_day: date) -> Step:
    figure = rule.figure("term")
    if months == figure.value.months:
        return Step("term-ends", last_day, figure)
    return Step("agreed-term-ends", last_day, figure, {"months": Period(months, "months")})


def _remaining(rule: BoundRule, given: Mapping[str, Any], first: date, end: date) -> Fraction:
    start, term_months = given["start"], given["term_months"]
    if first >= end:
        return Fraction(0)
    if rule.setting("part_month") == "pro-rata":
        return Fraction(term_months * (end - first).days, (end - start).days)
    return Fraction(term_months - contract_months_passed(start, first, rule.when_missing))


def contract_months_passed(start: date, day: date, when_missing: str) -> int:
    """Return how many whole contract months, counted from the start, are over when the day begins."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return months if add_months(start, months, when_missing) <= day else months - 1


def shown_months(months: Fraction) -> Decimal:
    """Return months as shown: a whole number, or four decimals."""
    return Decimal(months.numerator) if months.denominator == 1 else rounded_half_up(months, 4)


def refuse_end_before_start(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    """Refuse a service that ended before its agreement began; the day before it began is a service never used."""
    if given["service_last_day"] < given["start"] - timedelta(days=1):
        return [InputError("service_last_day", "before-start", {"start": given["start"]})]
    return []


def _term_of_clause(rule: BoundRule) -> int:
    return rule.value("term").months


KIND = Kind(
    name="early-termination",
    calculator="early-termination",
    compute=early_termination,
    fields=(
        Field("start", "date"),
        Field("term_months", "integer", minimum=1, maximum=MONTHS, default=_term_of_clause),
        Field("service_last_day", "date"),
        Field("monthly_fee", "money"),
    ),
    roles={
        "share": Role(("percentage",)),
        "term": Role(("period",)),
        "part_month": Role(("period",), required=False),
    },
    settings={"part_month": ("whole", "pro-rata")},
    date_of_interest="service_last_day",
    refuse=refuse_end_before_start,
    picture="timeline",
)
