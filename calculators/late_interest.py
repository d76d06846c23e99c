"""Interest on late payment, where a clause refers to the statute: by half-year, simple, by the day."""

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind
from calculators.outcome import Choice, Outcome, Percent, Step
from calculators.values.interest_rates import checked_until, stretches
from calculators.values.money import Money

NEXT_DAY = timedelta(days=1)


def late_interest(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the interest on an amount from the day after it was due up to and with the day it is paid."""
    country, own = rule.version.supplier["holidays"], given["rate_percent"]
    parts = list(stretches(given["due"] + NEXT_DAY, given["paid_on"], country, own))
    share = sum((part.share for part in parts), Fraction(0))
    interest = Money.of(Fraction(given["amount"].amount) * share, rule.currency)
    steps = [Step("own-rate", Percent(own)) if own is not None else _statutory(rule, country)]
    steps += [
        Step("interest-stretch", Percent(part.percent), words={"from": part.first, "to": part.last, "days": part.days})
        for part in parts
    ]
    days = sum(part.days for part in parts)
    steps.append(Step("interest-sum", interest, rule.clause))
    return Outcome({"interest": interest, "days": days}, tuple(steps))


def _statutory(rule: BoundRule, country: str) -> Step:
    words = {"country": Choice(f"country-{country}"), "until": checked_until(country)}
    return Step("statutory-rates", None, rule.clause, words)


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    return [InputError("paid_on", "ends-before-start")] if given["paid_on"] < given["due"] else []


KIND = Kind(
    name="late-interest",
    calculator="payment-timeline",
    compute=late_interest,
    fields=(
        Field("amount", "money"),
        Field("due", "date"),
        Field("paid_on", "date"),
        Field("rate_percent", "decimal", required=False, maximum=100),
    ),
    date_of_interest="due",
    refuse=_refuse,
)
