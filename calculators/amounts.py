"""Sums and shares of amounts a customer knows: advances, undisputed parts, rises and reductions in proportion."""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind
from calculators.outcome import Outcome, Percent, Step
from calculators.values.money import Money

SHARE = Field("share_percent", "decimal", maximum=1000)


def sum_of_amounts(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the sum of the amounts the clause adds up."""
    net = reduce(Money.__add__, (amount.rounded() for amount in given["amounts"]))
    return Outcome({"net": net}, (Step("amounts-added", net, rule.clause),))


def undisputed_part(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return what of an invoice is to be paid while a part of it is disputed."""
    disputed, payable = given["disputed"].rounded(), given["invoiced"].rounded() - given["disputed"].rounded()
    steps = (Step("disputed-left-out", disputed, rule.clause), Step("rest-to-pay", payable))
    return Outcome({"payable": payable}, steps)


def raised_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return a price raised by the share by which a cost has risen."""
    price = given["price"].times(1 + _share(given))
    return Outcome({"price": price}, (Step("raised-by-share", price, rule.clause, _told(given)),))


def proportionate_reduction(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the share of a fee that a defect takes away."""
    reduction = given["fee"].times(_share(given))
    step = Step("reduced-by-share", reduction, rule.clause, _told(given))
    return Outcome({"reduction": reduction, "payable": given["fee"].rounded() - reduction}, (step,))


def _share(given: Mapping[str, Any]) -> Fraction:
    return Fraction(given["share_percent"]) / 100


def _told(given: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"share": Percent(given["share_percent"])}


def _refuse_empty(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    return [] if given["amounts"] else [InputError("amounts", "missing")]


def _refuse_more_than_all(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    most = given["invoiced"].amount
    if given["disputed"].amount <= most:
        return []
    return [InputError("disputed", "above-maximum", {"found": given["disputed"].amount, "maximum": most})]


SUM_KIND = Kind(
    name="sum-of-amounts",
    calculator="rate-card-invoice",
    compute=sum_of_amounts,
    fields=(Field("amounts", "list", item=(Field("", "money"),)),),
    refuse=_refuse_empty,
)
UNDISPUTED_KIND = Kind(
    name="undisputed-part",
    calculator="payment-timeline",
    compute=undisputed_part,
    fields=(Field("invoiced", "money"), Field("disputed", "money")),
    refuse=_refuse_more_than_all,
)
RAISED_KIND = Kind("raised-price", "index-price", raised_price, (Field("price", "money"), SHARE))
REDUCTION_KIND = Kind(
    name="proportionate-reduction",
    calculator="subscription-fee",
    compute=proportionate_reduction,
    fields=(Field("fee", "money"), Field("share_percent", "decimal", maximum=100)),
)
