"""The kinds of rule, by name: a new kind is one module at the root of this folder and one line here."""

from collections.abc import Mapping

from calculators import (
    availability_credit,
    conditions,
    credit,
    deadline,
    early_termination,
    fees,
    hourly,
    index_price,
    liability,
    notice,
    payment,
    response,
    subscription,
    term,
    threshold,
    windows,
)
from calculators.contract.rule import BoundRule, bound
from calculators.contract.terms import Version
from calculators.kind import Kind

STATEMENT = "statement"
ALL = (
    availability_credit.KIND,
    availability_credit.TIER_KIND,
    credit.KIND,
    conditions.EXEMPT_KIND,
    threshold.UNAVAILABILITY_KIND,
    response.KIND,
    conditions.CHANNEL_KIND,
    conditions.ELAPSED_KIND,
    notice.KIND,
    term.KIND,
    early_termination.KIND,
    hourly.KIND,
    hourly.ORIGIN_KIND,
    hourly.FACTORS_KIND,
    hourly.HOURS_KIND,
    fees.KIND,
    fees.LATE_RETURN_KIND,
    fees.COST_KIND,
    subscription.KIND,
    index_price.KIND,
    payment.KIND,
    deadline.KIND,
    deadline.HOURS_KIND,
    deadline.AT_ONCE_KIND,
    threshold.KIND,
    conditions.ANY_KIND,
    conditions.WORD_KIND,
    liability.KIND,
    windows.MINUTES_KIND,
    windows.OPEN_KIND,
    windows.DAILY_KIND,
    windows.NIGHT_KIND,
    windows.FRAME_KIND,
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in ALL}
CALCULATORS: tuple[str, ...] = tuple(dict.fromkeys(kind.calculator for kind in ALL))


def bound_rule(version: Version, slug: str) -> BoundRule:
    """Return a rule of a version bound to its figures, its kind's default settings under its own."""
    kind = KINDS[version.rules[slug]["kind"]]
    return bound(version, slug, {name: values[0] for name, values in kind.settings.items() if values})
