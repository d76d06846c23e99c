"""Work at the hourly rate of its kind, by the minute or by commenced hours, with a least time."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.contract.figures import Figure
from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.money import rounded_half_up

MINUTES = 60
MINUTES_FIELD = Field("minutes", "integer", maximum=10**7)


def work_at_rate(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the hours billed, the rate of the kind of work and their product."""
    figure = _rate(rule, given)
    hours = _hours(rule, given["minutes"])
    net = figure.value.times(hours)
    steps = [Step("rate-is", figure.value, figure)]
    if rule.has("least") and hours > Fraction(given["minutes"], MINUTES):
        steps.append(Step("least-time", rule.value("least"), rule.figure("least")))
    if rule.setting("hours") == "commenced":
        steps.append(Step("commenced-hours", _shown(hours), rule.clause))
    steps.append(Step("hours-times-rate", net))
    return Outcome({"hours_billed": _shown(hours), "rate": figure.value, "net": net}, tuple(steps))


def _rate(rule: BoundRule, given: Mapping[str, Any]) -> Figure:
    bound = rule.figures["rate"]
    return bound if isinstance(bound, Figure) else bound[given["work"]]


def _hours(rule: BoundRule, minutes: int) -> Fraction:
    if rule.setting("hours") == "commenced":
        return Fraction(-(-minutes // MINUTES))
    worked = Fraction(minutes, MINUTES)
    return max(worked, Fraction(rule.value("least").seconds, 3600)) if rule.has("least") else worked


def _shown(hours: Fraction) -> Decimal:
    return rounded_half_up(hours, 4)


def _kinds_of_work(rule: BoundRule) -> list[str]:
    bound = rule.figures["rate"]
    return [] if isinstance(bound, Figure) else list(bound)


def least_time(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the minutes billed: those worked, at least the stated time unless the clause leaves the work out."""
    least, worked = rule.value("least").seconds // MINUTES, given["minutes"]
    if given["covered_by_support"]:
        return Outcome({"minutes_billed": worked}, (Step("covered-work", worked, rule.clause),))
    billed = max(worked, least)
    return Outcome({"minutes_billed": billed}, (Step("least-time", rule.value("least"), rule.figure("least")),))


def visit_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the price of a visit: the hours worked, at least the stated time, and the travel."""
    hours = _hours(rule, given["minutes"])
    work, travel = given["hourly_rate"].times(hours), given["travel"]
    net = work + travel.rounded() if travel else work
    steps = [Step("least-time", rule.value("least"), rule.figure("least")), Step("hours-times-rate", work)]
    steps += [Step("travel-added", travel.rounded())] if travel else []
    return Outcome({"hours_billed": _shown(hours), "net": net}, (*steps, Step("sum-of-lines", net)))


def stated_rate(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return hours times the rate the clause states."""
    net = rule.value("rate").times(given["hours"])
    return Outcome(
        {"net": net}, (Step("rate-is", rule.value("rate"), rule.figure("rate")), Step("hours-times-rate", net))
    )


KIND = Kind(
    name="work-at-rate",
    calculator="rate-card-invoice",
    compute=work_at_rate,
    fields=(Field("work", "choice", options=_kinds_of_work), MINUTES_FIELD),
    roles={"rate": Role(("money",), shape="any"), "least": Role(("period",), required=False)},
    settings={"hours": ("worked", "commenced")},
)
STATED_KIND = Kind(
    name="stated-rate",
    calculator="rate-card-invoice",
    compute=stated_rate,
    fields=(Field("hours", "decimal"),),
    roles={"rate": Role(("money",))},
)
LEAST_KIND = Kind(
    name="least-time",
    calculator="rate-card-invoice",
    compute=least_time,
    fields=(
        MINUTES_FIELD,
        Field(
            "covered_by_support",
            "boolean",
            required=False,
            default=lambda rule: False,
            asked_when=lambda rule: rule.setting("covered_work") == "no-least-time",
        ),
    ),
    roles={"least": Role(("period",))},
    settings={"covered_work": ("as-other", "no-least-time")},
)
VISIT_KIND = Kind(
    name="visit-fee",
    calculator="rate-card-invoice",
    compute=visit_fee,
    fields=(MINUTES_FIELD, Field("hourly_rate", "money"), Field("travel", "money", required=False)),
    roles={"least": Role(("period",))},
)
