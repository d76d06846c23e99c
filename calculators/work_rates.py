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
    fields=(Field("work", "choice", options=_kinds_of_work), Field("minutes", "integer", maximum=10**7)),
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
