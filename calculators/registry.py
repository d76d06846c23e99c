"""The kinds of rule, by name: a new kind is one module at the root of this folder and one line here.

A kind's module is imported when a rule of the kind is first met: a page that asks about one rule waits for no other.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from calculators.contract.rule import BoundRule, bound
from calculators.contract.terms import Version
from calculators.kind import Kind

STATEMENT = "statement"
PLACES = {
    "availability-credit": "availability_credit.KIND",
    "availability": "availability_credit.UPTIME_KIND",
    "credit-of-uptime": "availability_credit.TIER_KIND",
    "case-credit": "credit.KIND",
    "exempt-cause": "conditions.EXEMPT_KIND",
    "unavailability": "threshold.UNAVAILABILITY_KIND",
    "response-deadline": "response.KIND",
    "next-opening": "response.NEXT_OPENING_KIND",
    "report-channel": "conditions.CHANNEL_KIND",
    "elapsed": "conditions.ELAPSED_KIND",
    "notice-end": "notice.KIND",
    "term": "term.KIND",
    "early-termination": "early_termination.KIND",
    "average-users-charge": "residual.AVERAGE_KIND",
    "reduction-charge": "residual.REDUCTION_KIND",
    "residual-fee": "residual.RESIDUAL_KIND",
    "rate-card-invoice": "rate_card.KIND",
    "work-at-rate": "work_rates.KIND",
    "stated-rate": "work_rates.STATED_KIND",
    "least-time": "work_rates.LEAST_KIND",
    "visit-fee": "work_rates.VISIT_KIND",
    "urgent-price": "urgent.KIND",
    "hourly-fee": "hourly.KIND",
    "hourly-fee-by-origin": "hourly.ORIGIN_KIND",
    "hourly-fee-with-factors": "hourly.FACTORS_KIND",
    "hourly-fee-by-hours": "hourly.HOURS_KIND",
    "fixed-fee": "fees.KIND",
    "late-return-fee": "fees.LATE_RETURN_KIND",
    "cost-passed-on": "fees.COST_KIND",
    "percent-fee": "percent_fee.KIND",
    "margin-price": "percent_fee.MARGIN_KIND",
    "discounted-rate": "percent_fee.DISCOUNT_KIND",
    "sum-of-amounts": "amounts.SUM_KIND",
    "calendar-month-fee": "subscription.KIND",
    "period-fee": "subscription.PERIOD_KIND",
    "unit-fee": "subscription.UNIT_KIND",
    "proportionate-reduction": "amounts.REDUCTION_KIND",
    "base-and-unit-fee": "user_fees.KIND",
    "breach-reduction": "user_fees.BREACH_KIND",
    "volume-fee": "user_fees.VOLUME_KIND",
    "minimum-fee": "user_fees.MINIMUM_KIND",
    "account-fee": "user_fees.ACCOUNT_KIND",
    "level-price": "stated_prices.LEVEL_KIND",
    "dated-price": "stated_prices.DATED_KIND",
    "month-price": "stated_prices.MONTH_KIND",
    "price-on-day": "stated_prices.DAY_KIND",
    "indexed-price": "index_price.KIND",
    "index-price": "index_price.PLAIN_KIND",
    "raised-price": "amounts.RAISED_KIND",
    "payment-due": "payment.KIND",
    "overdue": "overdue.KIND",
    "overdue-invoice": "overdue.INVOICE_KIND",
    "quarter-in-advance": "overdue.QUARTER_KIND",
    "undisputed-part": "amounts.UNDISPUTED_KIND",
    "late-interest": "late_interest.KIND",
    "deadline": "deadline.KIND",
    "deadline-in-hours": "deadline.HOURS_KIND",
    "two-deadlines": "deadline.TWO_KIND",
    "at-once": "deadline.AT_ONCE_KIND",
    "allowance": "threshold.KIND",
    "overuse": "threshold.OVERUSE_KIND",
    "wind-up": "threshold.WIND_UP_KIND",
    "any-of": "conditions.ANY_KIND",
    "ground-or-number": "conditions.NUMBER_KIND",
    "precedence": "precedence.KIND",
    "listed-word": "conditions.WORD_KIND",
    "cap-by-payments": "liability.KIND",
    "stated-cap": "liability_cap.KIND",
    "service-minutes": "windows.MINUTES_KIND",
    "open-at": "windows.OPEN_KIND",
    "outside-hours": "windows.OUTSIDE_KIND",
    "daily-window": "windows.DAILY_KIND",
    "monthly-night": "windows.NIGHT_KIND",
    "inside-frame": "windows.FRAME_KIND",
    "retained": "calendar_checks.RETAINED_KIND",
    "day-off": "calendar_checks.DAY_OFF_KIND",
    "recurring-dates": "calendar_checks.RECURRING_KIND",
    "channels-open": "calendar_checks.CHANNELS_KIND",
}


class Kinds(Mapping[str, Kind]):
    """The kinds by name, in the order of the calculators that they belong to."""

    def __getitem__(self, name: str) -> Kind:
        return _kind(PLACES[name])

    def __contains__(self, name: object) -> bool:
        return name in PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)


KINDS = Kinds()


def calculators() -> tuple[str, ...]:
    """Return the names of the calculators, each once; every kind is imported for it."""
    return tuple(dict.fromkeys(kind.calculator for kind in KINDS.values()))


@cache
def _kind(place: str) -> Kind:
    module, _, name = place.partition(".")
    return getattr(import_module(f"calculators.{module}"), name)


def bound_rule(version: Version, slug: str) -> BoundRule:
    """Return a rule of a version bound to its figures, its kind's default settings under its own."""
    kind = KINDS[version.rules[slug]["kind"]]
    return bound(version, slug, {name: values[0] for name, values in kind.settings.items() if values})
