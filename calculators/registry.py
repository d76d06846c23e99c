"""The kinds of rule, by name: a new kind is one module at the root of this folder and one line here."""

from collections.abc import Mapping

from calculators import (
    availability_credit,
    calendar_checks,
    conditions,
    credit,
    deadline,
    early_termination,
    fees,
    hourly,
    index_price,
    liability,
    liability_cap,
    notice,
    overdue,
    payment,
    percent_fee,
    rate_card,
    residual,
    response,
    stated_prices,
    subscription,
    term,
    threshold,
    user_fees,
    windows,
    work_rates,
)
from calculators.contract.rule import BoundRule, bound
from calculators.contract.terms import Version
from calculators.kind import Kind

STATEMENT = "statement"
ALL = (
    availability_credit.KIND,
    availability_credit.UPTIME_KIND,
    availability_credit.TIER_KIND,
    credit.KIND,
    conditions.EXEMPT_KIND,
    threshold.UNAVAILABILITY_KIND,
    response.KIND,
    response.NEXT_OPENING_KIND,
    conditions.CHANNEL_KIND,
    conditions.ELAPSED_KIND,
    notice.KIND,
    term.KIND,
    early_termination.KIND,
    residual.AVERAGE_KIND,
    residual.REDUCTION_KIND,
    residual.RESIDUAL_KIND,
    rate_card.KIND,
    work_rates.KIND,
    work_rates.STATED_KIND,
    hourly.KIND,
    hourly.ORIGIN_KIND,
    hourly.FACTORS_KIND,
    hourly.HOURS_KIND,
    fees.KIND,
    fees.LATE_RETURN_KIND,
    fees.COST_KIND,
    percent_fee.KIND,
    percent_fee.MARGIN_KIND,
    subscription.KIND,
    user_fees.KIND,
    user_fees.BREACH_KIND,
    user_fees.VOLUME_KIND,
    user_fees.MINIMUM_KIND,
    user_fees.ACCOUNT_KIND,
    stated_prices.LEVEL_KIND,
    stated_prices.DATED_KIND,
    index_price.KIND,
    index_price.PLAIN_KIND,
    payment.KIND,
    overdue.KIND,
    overdue.QUARTER_KIND,
    deadline.KIND,
    deadline.HOURS_KIND,
    deadline.TWO_KIND,
    deadline.AT_ONCE_KIND,
    threshold.KIND,
    threshold.OVERUSE_KIND,
    threshold.WIND_UP_KIND,
    conditions.ANY_KIND,
    conditions.WORD_KIND,
    liability.KIND,
    liability_cap.KIND,
    windows.MINUTES_KIND,
    windows.OPEN_KIND,
    windows.DAILY_KIND,
    windows.NIGHT_KIND,
    windows.FRAME_KIND,
    calendar_checks.RETAINED_KIND,
    calendar_checks.RECURRING_KIND,
    calendar_checks.CHANNELS_KIND,
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in ALL}
CALCULATORS: tuple[str, ...] = tuple(dict.fromkeys(kind.calculator for kind in ALL))


def bound_rule(version: Version, slug: str) -> BoundRule:
    """Return a rule of a version bound to its figures, its kind's default settings under its own."""
    kind = KINDS[version.rules[slug]["kind"]]
    return bound(version, slug, {name: values[0] for name, values in kind.settings.items() if values})
