"""One-off fees that a clause states as they are: reopening, things not returned, costs passed on."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.periods import day_after


def fixed_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee the clause states, for each of so many where it is asked how many."""
    stated = rule.figure("fee")
    if given["count"] is None:
        return Outcome({"fee": stated.value}, (Step("stated-fee", stated.value, stated),))
    fee = stated.value.times(given["count"])
    return Outcome({"fee": fee}, (Step("stated-fee", stated.value, stated), Step("fee-per-item", fee, stated)))


def late_return_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee for every item not back within the period after the agreement's last day."""
    limit = day_after(given["agreement_last_day"], rule.value("period"), rule.working_days, rule.when_missing)
    late = sum(day is None or day > limit for day in given["returned"])
    fee = rule.value("fee").times(Decimal(late))
    steps = (
        Step("return-deadline", limit, rule.figure("period")),
        Step("items-late", late),
        Step("fee-per-item", fee, rule.figure("fee")),
    )
    return Outcome({"return_deadline": limit, "late_items": late, "fee": fee}, steps)


def cost_passed_on(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the cost itself: the clause lets the customer carry it, with nothing added."""
    cost = given["cost"].rounded()
    return Outcome({"net": cost}, (Step("cost-carried", cost, rule.clause),))


KIND = Kind(
    name="fixed-fee",
    calculator="rate-card-invoice",
    compute=fixed_fee,
    fields=(
        Field("count", "integer", maximum=10**7, asked_when=lambda rule: rule.setting("charged") == "for-each"),
    ),
    roles={"fee": Role(("money",))},
    settings={"charged": ("once", "for-each")},
)
LATE_RETURN_KIND = Kind(
    name="late-return-fee",
    calculator="rate-card-invoice",
    compute=late_return_fee,
    fields=(
        Field("agreement_last_day", "date"),
        Field("returned", "list", item=(Field("", "date", required=False),)),
    ),
    roles={"period": Role(("period",)), "fee": Role(("money",))},
    date_of_interest="agreement_last_day",
)
COST_KIND = Kind(
    name="cost-passed-on", calculator="rate-card-invoice", compute=cost_passed_on, fields=(Field("cost", "money"),)
)
