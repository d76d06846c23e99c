"""The general rate of value added tax by country and day, from the dated table `tables/vat.json`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from calculators.values.held import NotHeld, held


@dataclass(frozen=True)
class VatRate:
    """A rate in per cent, the statute it stands in, and the day the table is checked until."""

    percent: Decimal
    source: str
    checked_until: date

    @property
    def share(self) -> Fraction:
        return Fraction(self.percent) / 100


def general_rate(country: str, day: date) -> VatRate:
    """Return the country's general rate on a day; NotHeld before the first one and after the table is checked."""
    entry = held("vat")[country]
    until = date.fromisoformat(entry["checked_until"])
    begun = [rate for rate in entry["rates"] if date.fromisoformat(rate["from"]) <= day]
    if not begun or day > until:
        raise NotHeld("outside-vat", "vat_rate", day=day)
    return VatRate(Decimal(begun[-1]["percent"]), entry["source"], until)


def has_rates(country: str) -> bool:
    """Return whether any rate of the country is held."""
    return country in held("vat")
