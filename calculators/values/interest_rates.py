"""Statutory late-payment interest by half-year, from the dated table `tables/late_interest.json`.

A half-year the table lacks has no rate: the last known one is never borrowed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from calculators.values.held import NotHeld, held


@dataclass(frozen=True)
class Stretch:
    """Days of one half-year, both counted, at one rate in per cent a year."""

    first: date
    last: date
    percent: Decimal

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def share(self) -> Fraction:
        """The interest on one unit of money: simple, by actual days of the year (365 or 366)."""
        year = (date(self.first.year + 1, 1, 1) - date(self.first.year, 1, 1)).days
        return Fraction(self.percent) / 100 * Fraction(self.days, year)


def stretches(first: date, last: date, country: str, percent: Decimal | None = None) -> Iterator[Stretch]:
    """Return the days from the first to the last, parted by half-year; at the rate given, or at the statutory one."""
    while first <= last:
        end = min(last, date(first.year, 6, 30) if first.month <= 6 else date(first.year, 12, 31))
        yield Stretch(first, end, statutory_percent(country, first) if percent is None else percent)
        first = end + timedelta(days=1)


def statutory_percent(country: str, day: date) -> Decimal:
    """Return the country's late-payment interest on a day, in per cent a year; NotHeld where none is known."""
    table = held("late_interest")[country]
    known = table["half_years"].get(str(day.year), [None, None])[day.month > 6]
    if known is None:
        raise NotHeld("outside-rates", "rate_percent", day=day)
    return Decimal(known) + Decimal(table["points_above"])


def checked_until(country: str) -> date:
    """Return the last day for which the table has been checked."""
    return date.fromisoformat(held("late_interest")[country]["checked_until"])
