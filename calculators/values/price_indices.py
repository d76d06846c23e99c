"""Indices that prices follow, as averages of a year, from the dated table `tables/price_indices.json`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.values.held import NotHeld, held

NO_INDEX = "none"
SERIES = ("NO-CPI", "SE-LCI")


@dataclass(frozen=True)
class IndexValue:
    """What an index was in a year on average: its value, who publishes it, and the day the table is checked until."""

    value: Decimal
    source: str
    checked_until: date


def index_of(series: str, year: int, role: str) -> IndexValue:
    """Return the index of a year; NotHeld where the table lacks the year, for the input of this role."""
    entry = held("price_indices")[series]
    known = entry["years"].get(str(year))
    if known is None:
        raise NotHeld(f"outside-index.{series}", role, year=str(year))
    return IndexValue(Decimal(known), entry["source"], date.fromisoformat(entry["checked_until"]))
