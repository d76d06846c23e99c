"""Liability caps: the most that can be claimed, and whether the claim came in time."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.money import Money
from calculators.values.periods import add_months, day_after


def cap_by_payments(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the cap: what was paid in the months before the damage, and what of the loss is payable."""
    until = given["claim_date"] if rule.setting("counted_back_from") == "claim" else given["damage_date"]
    until = until or given["damage_date"]
    since = add_months(until, -rule.value("lookback").months, rule.when_missing)
    cap = _paid(given["payments"], since, until, rule.currency)
    payable = min(given["loss"], cap).rounded()
    steps = [
        Step("counted-back-to", since, rule.figure("lookback"), {"until": until}),
        Step("paid-in-period", cap),
        Step("smaller-of-loss-and-cap", payable),
    ]
    result: dict[str, Any] = {"capped": True, "cap": cap}
    if given["claim_date"] is not None:
        claim_until, in_time = _claim(rule, given)
        payable = payable if in_time else Money(Decimal(0), rule.currency)
        steps.append(Step("claim-in-time" if in_time else "claim-late", claim_until, rule.figure("claim_period")))
        result["in_time"] = in_time
    return Outcome(result | {"payable": payable}, tuple(steps))


def _paid(payments: list[Mapping[str, Any]], since: date, until: date, currency: str) -> Money:
    inside = (each["amount"].amount for each in payments if since < each["paid"] <= until)
    return Money(sum(inside, Decimal(0)), currency).rounded()


def _claim(rule: BoundRule, given: Mapping[str, Any]) -> tuple[date, bool]:
    last = day_after(given["damage_date"], rule.value("claim_period"), rule.working_days, rule.when_missing)
    return last, given["claim_date"] <= last


KIND = Kind(
    name="cap-by-payments",
    calculator="liability-cap",
    compute=cap_by_payments,
    fields=(
        Field("payments", "list", item=(Field("paid", "date"), Field("amount", "money"))),
        Field("damage_date", "date"),
        Field("claim_date", "date", required=False),
        Field("loss", "money"),
    ),
    roles={"lookback": Role(("period",)), "claim_period": Role(("period",))},
    settings={"counted_back_from": ("damage", "claim")},
    date_of_interest="damage_date",
)
