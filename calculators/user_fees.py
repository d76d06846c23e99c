"""Subscription fees by number of users or accounts: a base and a unit price, a minimum, a discount by volume."""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.money import Money
from calculators.values.tiers import TierTable

USERS = Field("active_users_per_month", "list", item=(Field("", "integer", maximum=10**7),))
PRICE = Field("price_per_user", "money")


def base_and_unit_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return each month's base fee and fee per active user, and their sum."""
    base, unit = rule.value("base"), rule.value("unit")
    monthly = [base + unit.times(users) for users in given["active_users_per_month"]]
    steps = (
        Step("base-fee", base, rule.figure("base")),
        Step("unit-fee", unit, rule.figure("unit")),
        Step("sum-of-months", _sum(monthly)),
    )
    return Outcome({"monthly": monthly, "net": _sum(monthly)}, steps)


def breach_reduction(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return an invoice less the stated share, of it or of one month, where the guarantee was missed."""
    plain = base_and_unit_fee(rule, given)
    monthly, net = plain.result["monthly"], plain.result["net"]
    one_month = rule.setting("reduced") == "one-month"
    reduced = monthly[given["breach_month"] - 1] if one_month else net
    deduction = reduced.times(rule.value("share") if given["sla_breached"] else 0)
    step = Step("breach-deduction" if given["sla_breached"] else "no-breach", deduction, rule.figure("share"))
    result = {**plain.result, "deduction": deduction, "payable": net - deduction}
    return Outcome(result, (*plain.steps, step, Step("less-deduction", net - deduction)))


def volume_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return each month's fee for at least the least number of users, with the discount of the volume's tier."""
    months = [_volume_month(rule, given["price_per_user"], users) for users in given["active_users_per_month"]]
    net = _sum([month["amount"] for month in months])
    steps = (
        Step("least-users", rule.value("least"), rule.figure("least")),
        Step("discount-by-volume", months[-1]["discount_percent"], rule.figure("discounts")),
        Step("sum-of-months", net),
    )
    return Outcome({"months": months, "net": net}, steps)


def _volume_month(rule: BoundRule, price: Money, users: int) -> dict[str, Any]:
    billed = max(users, int(rule.value("least").amount))
    discount = rule.value("discounts").hit(Fraction(billed)).value
    if rule.setting("discount") == "marginal":
        amount = price.times(_marginal(rule.value("discounts"), billed))
    else:
        amount = price.times(billed * (1 - discount))
    return {"billed_users": billed, "discount_percent": int(discount * 100), "amount": amount}


def _marginal(discounts: TierTable, billed: int) -> Fraction:
    """Return how many full prices so many users come to, each user at the discount of his own place."""
    limits = [int(end) for tier in discounts.tiers for end in (tier.lower, tier.upper) if end is not None]
    places = sorted({0, billed, *(place for end in limits for place in (end - 1, end) if 0 < place < billed)})
    return sum(
        ((last - first) * (1 - discounts.hit(Fraction(last)).value) for first, last in pairwise(places)), Fraction(0)
    )


def minimum_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return each month's fee per active account, at least the stated monthly minimum."""
    least = rule.value("minimum")
    monthly = [max(given["price_per_user"].times(users), least) for users in given["active_users_per_month"]]
    steps = (Step("monthly-minimum", least, rule.figure("minimum")), Step("sum-of-months", _sum(monthly)))
    return Outcome({"monthly": monthly, "net": _sum(monthly)}, steps)


def account_fee(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the fee for the accounts chosen, or for all users where the clause counts them all."""
    everyone = given["everyone_counts"]
    billed = given["all_users"] if everyone else given["accounts_selected"]
    net = given["price_per_account"].times(billed * given["months"])
    key = "all-users-count" if everyone else "selected-accounts-count"
    return Outcome(
        {"accounts_billed": billed, "net": net}, (Step(key, billed, rule.clause), Step("months-times-fee", net))
    )


def _sum(amounts: list[Money]) -> Money:
    return reduce(Money.__add__, amounts)


def _refuse_empty(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    return [] if given["active_users_per_month"] else [InputError("active_users_per_month", "missing")]


def _refuse_breach(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    months = len(given["active_users_per_month"])
    beyond = given["breach_month"] > months
    return _refuse_empty(rule, given) or (
        [InputError("breach_month", "above-maximum", {"found": given["breach_month"], "maximum": months})]
        if beyond
        else []
    )


PRICES = {"base": Role(("money",)), "unit": Role(("money",))}
KIND = Kind("base-and-unit-fee", "subscription-fee", base_and_unit_fee, (USERS,), PRICES, refuse=_refuse_empty)
BREACH_KIND = Kind(
    name="breach-reduction",
    calculator="subscription-fee",
    compute=breach_reduction,
    fields=(
        USERS,
        Field("sla_breached", "boolean"),
        Field("breach_month", "integer", required=False, minimum=1, default=lambda rule: 1),
    ),
    roles=PRICES | {"share": Role(("percentage",))},
    settings={"reduced": ("invoice", "one-month")},
    refuse=_refuse_breach,
)
VOLUME_KIND = Kind(
    name="volume-fee",
    calculator="subscription-fee",
    compute=volume_fee,
    fields=(USERS, PRICE),
    roles={"least": Role(("count",)), "discounts": Role(("tiers",))},
    settings={"discount": ("whole", "marginal")},
    refuse=_refuse_empty,
)
MINIMUM_KIND = Kind(
    "minimum-fee", "subscription-fee", minimum_fee, (USERS, PRICE), {"minimum": Role(("money",))}, refuse=_refuse_empty
)
ACCOUNT_KIND = Kind(
    name="account-fee",
    calculator="subscription-fee",
    compute=account_fee,
    fields=(
        Field("price_per_account", "money"),
        Field("all_users", "integer", maximum=10**7),
        Field("accounts_selected", "integer", maximum=10**7),
        Field("everyone_counts", "boolean"),
        Field("months", "integer", minimum=1, maximum=1200),
    ),
)
