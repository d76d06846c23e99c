"""What is left to pay when users or a whole agreement fall away before their time."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.early_termination import refuse_end_before_start, remaining_months, shown_months
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.money import Money

MONTHS = Field("remaining_months", "integer", maximum=1200)


def average_users_charge(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the stated share of the remaining months' fee, counted by the average users before notice."""
    months, steps = remaining_months(rule, given)
    users = given["users_before_notice"]
    average = Fraction(given["price_per_user"].amount) * Fraction(sum(users), len(users))
    fee = average if rule.setting("minimum") == "none" else max(average, Fraction(rule.value("minimum").amount))
    share = Fraction(1) if rule.setting("share") == "whole" else rule.value("share")
    charge = Money.of(fee * months * share, rule.currency)
    steps += [
        Step("average-fee", Money.of(fee, rule.currency), rule.figure("minimum")),
        Step("share-of-remaining", charge, rule.figure("share")),
    ]
    return Outcome({"remaining_months": shown_months(months), "charge": charge}, tuple(steps))


def reduction_charge(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the stated share of a reduction beyond what is free, for the remaining months."""
    base = Fraction(given["base"].amount)
    reduction, free = max(base - Fraction(given["new_monthly"].amount), Fraction(0)), base * rule.value("free_share")
    beyond = max(reduction - free, Fraction(0))
    charged = reduction if rule.setting("charged") == "whole" and beyond else beyond
    sums = {"reduction": reduction, "free_allowance": free}
    sums["charge"] = charged * given["remaining_months"] * rule.value("share")
    shown = {name: Money.of(exact, rule.currency) for name, exact in sums.items()}
    steps = (
        Step("reduction-is", shown["reduction"]),
        Step("free-allowance", shown["free_allowance"], rule.figure("free_share")),
        Step("share-of-reduction", shown["charge"], rule.figure("share")),
    )
    return Outcome(shown, steps)


def residual_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee of the remaining months, or the stated share of it, less what is saved, never below nothing."""
    share = rule.value("share") if rule.has("share") else 1
    fees = given["monthly_fee"].times(given["remaining_months"] * share)
    nothing = Money(fees.amount * 0, fees.currency)
    charge = max(fees - given["saved"].rounded(), nothing)
    first = Step("months-times-fee", fees, rule.figures.get("share"))
    return Outcome({"charge": charge}, (first, Step("less-saved", charge, rule.clause)))


def _refuse_average(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    refusals = refuse_end_before_start(rule, given)
    return refusals if given["users_before_notice"] else [*refusals, InputError("users_before_notice", "missing")]


AVERAGE_KIND = Kind(
    name="average-users-charge",
    calculator="early-termination",
    compute=average_users_charge,
    fields=(
        Field("start", "date"),
        Field("term_months", "integer", minimum=1, maximum=1200, default=lambda rule: rule.value("term").months),
        Field("service_last_day", "date"),
        Field("users_before_notice", "list", item=(Field("", "integer", maximum=10**7),)),
        Field("price_per_user", "money"),
    ),
    roles={"share": Role(("percentage",)), "term": Role(("period",)), "minimum": Role(("money",))},
    settings={"part_month": ("whole", "pro-rata"), "minimum": ("applies", "none"), "share": ("stated", "whole")},
    date_of_interest="service_last_day",
    refuse=_refuse_average,
)
REDUCTION_KIND = Kind(
    name="reduction-charge",
    calculator="early-termination",
    compute=reduction_charge,
    fields=(Field("base", "money"), Field("new_monthly", "money"), MONTHS),
    roles={"free_share": Role(("percentage",)), "share": Role(("percentage",))},
    settings={"charged": ("excess", "whole")},
)
RESIDUAL_KIND = Kind(
    name="residual-fee",
    calculator="early-termination",
    compute=residual_fee,
    fields=(Field("monthly_fee", "money"), MONTHS, Field("saved", "money")),
    roles={"share": Role(("percentage",), required=False)},
)
