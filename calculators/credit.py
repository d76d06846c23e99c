"""Credits by tier: the reduction a table grants, and its bounds where the table has a hole."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Percent, Step, UncoveredRange
from calculators.values.money import Money, cut
from calculators.values.tiers import Hole, Tier

NONE = Percent(cut(Fraction(0), 0))


def credit_for(rule: BoundRule, uptime: Fraction, fee: Money, result: Mapping[str, Any], steps: list[Step]) -> Outcome:
    """Return the credit of the tier that an availability hits.

    A hole gives the bounds of its neighbours, and no figure.
    """
    table, figure = rule.value("tiers"), rule.figure("tiers")
    tier = table.hit(uptime * 100)
    if tier is not None:
        credit = fee.times(tier.value)
        steps = [*steps, Step("tier-hit", _percent(tier), figure, {"tier": tier.text}), Step("credit-of-fee", credit)]
        granted = {"defined": True, "credit_percent": _percent(tier), "credit": credit}
        return Outcome({**result, **granted}, tuple(steps), headline="credit" if credit.amount else "no-credit")
    return _silent(rule, fee, result, steps, table.hole_around(uptime * 100))


def _silent(rule: BoundRule, fee: Money, result: Mapping[str, Any], steps: list[Step], hole: Hole | None) -> Outcome:
    figure, nothing = rule.figure("tiers"), {"defined": False, "credit_percent": None}
    if hole is None:
        return Outcome({**result, **nothing}, (*steps, Step("no-tier", None, figure)), silent=True)
    flag = {"flag": f"no tier for {hole.described(figure.value.quantity)}"}
    steps = [*steps, Step("no-tier", UncoveredRange(hole, figure.value), figure)]
    return Outcome({**result, **nothing, **flag}, tuple(steps), bounds=_bounds(hole, fee), silent=True)


def _bounds(hole: Hole, fee: Money) -> Mapping[str, Any]:
    low, high = sorted((hole.below, hole.above), key=lambda tier: tier.value)
    return {
        "lower_bound": _percent(low),
        "upper_bound": _percent(high),
        "credit_lower": fee.times(low.value),
        "credit_upper": fee.times(high.value),
    }


def _percent(tier: Tier) -> Percent:
    return Percent(cut(tier.value * 100, 4).normalize() + 0)


def case_credit(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the reduction of the month's fee for so many late cases, where the customer has asked for it."""
    cases, fee, figure = given["cases"], given["monthly_fee"], rule.figure("tiers")
    if not given["requested"]:
        return _no_credit(fee, Step("not-requested", None, rule.clause), "not-requested")
    if cases == 0 and rule.setting("zero") == "nothing":
        return _no_credit(fee, Step("no-case-no-credit", None, figure), "no-credit")
    tier, counted = figure.value.hit(Fraction(cases)), Step("cases-late", cases)
    if tier is None:
        return _silent(rule, fee, {}, [counted], figure.value.hole_around(Fraction(cases)))
    credit = fee.times(tier.value)
    hit = Step("tier-hit", _percent(tier), figure, {"tier": tier.text})
    steps = (counted, hit, Step("credit-of-fee", credit))
    return Outcome({"credit_percent": _percent(tier), "credit": credit}, steps, headline="credit")


def _no_credit(fee: Money, step: Step, headline: str) -> Outcome:
    return Outcome({"credit_percent": NONE, "credit": fee.times(0)}, (step,), headline=headline)


KIND = Kind(
    name="case-credit",
    calculator="availability-credit",
    compute=case_credit,
    fields=(Field("cases", "integer"), Field("monthly_fee", "money"), Field("requested", "boolean")),
    roles={"tiers": Role(("tiers",))},
    settings={"zero": ("nothing", "first-tier")},
)
