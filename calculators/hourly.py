"""Work billed by the hour: plainly, by where a fault began, or by factor for missing agreements and closed hours."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.contract.figures import Figure
from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.intervals import Interval, total
from calculators.values.money import rounded_half_up

SUPPLIER, CUSTOMER, THIRD_PARTY = "supplier-software", "customer-infrastructure", "third-party"
TROUBLESHOOTING = "troubleshooting"
RATE = Field("hourly_rate", "money")
NORMAL = Fraction(1)


def hourly_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return hours times the rate in force."""
    net = given["hourly_rate"].times(given["hours"])
    return Outcome({"net": net}, (Step("hours-times-rate", net, rule.clause),))


def hourly_fee_by_origin(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return what fault work costs by where the fault began.

    Fixing a fault that no clause covers has only bounds; troubleshooting it is billed like any other.
    """
    if given["origin"] == THIRD_PARTY and given["fixing_h"]:
        return _uncovered(rule, given)
    hours, step = _billed(rule, given)
    net = given["hourly_rate"].times(hours)
    result = {"hours_billed": _shown(hours), "net": net}
    return Outcome(result, (step, Step("hours-times-rate", net)))


def _billed(rule: BoundRule, given: Mapping[str, Any]) -> tuple[Decimal, Step]:
    origin, troubleshooting = given["origin"], given["troubleshooting_h"]
    if origin == CUSTOMER:
        hours = troubleshooting + given["fixing_h"]
        return hours, Step("customer-origin", _shown(hours), rule.clause_of(origin))
    if origin == THIRD_PARTY:
        return troubleshooting, _troubleshooting_step(rule, given)
    if rule.setting("troubleshooting") == "always-billed":
        return troubleshooting, Step("supplier-origin-billed", _shown(troubleshooting), rule.clause_of(TROUBLESHOOTING))
    return Decimal(0), Step("supplier-origin", _shown(Decimal(0)), rule.clause_of(origin))


def _uncovered(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    rate, least = given["hourly_rate"], given["troubleshooting_h"]
    bounds = {"lower_bound": rate.times(least), "upper_bound": rate.times(least + given["fixing_h"])}
    steps = (_troubleshooting_step(rule, given), Step("origin-uncovered", None, rule.clause))
    return Outcome({"net": None}, steps, bounds=bounds, silent=True)


def _troubleshooting_step(rule: BoundRule, given: Mapping[str, Any]) -> Step:
    return Step("troubleshooting-billed", _shown(given["troubleshooting_h"]), rule.clause_of(TROUBLESHOOTING))


def _shown(hours: Decimal) -> Decimal:
    return rounded_half_up(Fraction(hours), 2)


def hourly_fee_with_factors(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return hours times rate times the factor that applies; of two factors the larger, unless they multiply."""
    factor, steps = _factor(rule, given, outside=given["outside_hours_on_request"])
    net = given["hourly_rate"].times(Fraction(given["hours"]) * factor)
    return Outcome({"factor": _plain(factor), "net": net}, (*steps, Step("hours-rate-factor", net)))


def hourly_fee_by_hours(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee with minutes inside and outside opening hours as two lines, each rounded (convention 14)."""
    work = Interval(given["start"], given["end"])
    inside = total(rule.service_hours("hours").within(work))
    outside = work.seconds - inside
    inside_factor, inside_steps = _factor(rule, given, outside=False)
    outside_factor, outside_steps = _factor(rule, given, outside=given["outside_hours_on_request"])
    lines = [
        given["hourly_rate"].times(Fraction(inside, 3600) * inside_factor),
        given["hourly_rate"].times(Fraction(outside, 3600) * outside_factor),
    ]
    net = lines[0] + lines[1]
    steps = (
        Step("minutes-inside", inside // 60, rule.figure("hours")),
        Step("line-inside", lines[0], _rests_on(inside_steps), {"factor": _plain(inside_factor)}),
        Step("minutes-outside", outside // 60, rule.figure("hours")),
        Step("line-outside", lines[1], _rests_on(outside_steps), {"factor": _plain(outside_factor)}),
        Step("sum-of-lines", net),
    )
    return Outcome({"minutes_inside": inside // 60, "minutes_outside": outside // 60, "net": net}, steps)


def _factor(rule: BoundRule, given: Mapping[str, Any], outside: bool) -> tuple[Fraction, list[Step]]:
    applying = [] if given["has_agreement"] else [rule.figure("factor_without_agreement")]
    applying += [rule.figure("factor_outside_hours")] if outside else []
    steps = [Step("factor-applies", _plain(figure.value), figure) for figure in applying]
    if not applying:
        return NORMAL, []
    if rule.setting("both_factors") == "multiply" and len(applying) == 2:
        product = applying[0].value * applying[1].value
        return product, [*steps, Step("factors-multiplied", _plain(product))]
    highest = max(figure.value for figure in applying)
    return highest, steps + ([Step("highest-factor", _plain(highest))] if len(applying) == 2 else [])


def _rests_on(steps: list[Step]) -> Figure | None:
    stated = [step for step in steps if step.rests_on]
    return max(stated, key=lambda step: step.value).rests_on if stated else None


def _plain(factor: Fraction) -> Decimal:
    return Decimal(factor.numerator) / factor.denominator


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    if given["end"] <= given["start"]:
        return [InputError("end", "ends-before-start")]
    if given["end"] - given["start"] > timedelta(days=366).total_seconds():
        return [InputError("end", "longer-than-a-year")]
    return []


KIND = Kind(
    name="hourly-fee", calculator="rate-card-invoice", compute=hourly_fee, fields=(Field("hours", "decimal"), RATE)
)
ORIGIN_KIND = Kind(
    name="hourly-fee-by-origin",
    calculator="rate-card-invoice",
    compute=hourly_fee_by_origin,
    fields=(
        Field("origin", "choice", options=lambda rule: [SUPPLIER, CUSTOMER, THIRD_PARTY]),
        Field("troubleshooting_h", "decimal"),
        Field("fixing_h", "decimal"),
        RATE,
    ),
    settings={"troubleshooting": ("by-origin", "always-billed")},
)
FACTORS = {"factor_without_agreement": Role(("factor",)), "factor_outside_hours": Role(("factor",))}
FACTOR_SETTINGS = {"both_factors": ("highest", "multiply")}
FACTOR_FIELDS = (RATE, Field("has_agreement", "boolean"), Field("outside_hours_on_request", "boolean"))
FACTORS_KIND = Kind(
    name="hourly-fee-with-factors",
    calculator="rate-card-invoice",
    compute=hourly_fee_with_factors,
    fields=(*FACTOR_FIELDS, Field("hours", "decimal")),
    roles=FACTORS,
    settings=FACTOR_SETTINGS,
)
HOURS_KIND = Kind(
    name="hourly-fee-by-hours",
    calculator="rate-card-invoice",
    compute=hourly_fee_by_hours,
    fields=(Field("start", "instant"), Field("end", "instant"), *FACTOR_FIELDS),
    roles=FACTORS | {"hours": Role(("timetable",))},
    settings=FACTOR_SETTINGS,
    date_of_interest="start",
    refuse=_refuse,
    picture="bands",
)
