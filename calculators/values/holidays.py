"""Public holidays of Norway, Sweden and Denmark.

They come from a pinned table, `tables/holidays.json`, made by `scripts/holiday_table`.
"""

import json
import pkgutil
from dataclasses import dataclass
from datetime import date
from functools import cache


class OutsideTable(LookupError):
    """The table does not reach the day; there is no answer rather than a guess."""

    def __init__(self, day: date, first: int, last: int):
        super().__init__(day, first, last)  # all three, so that it can be raised again in another process
        self.day, self.first, self.last = day, first, last

    def __str__(self) -> str:
        return f"{self.day} lies outside the holiday table {self.first}-{self.last}"


@dataclass(frozen=True)
class Holidays:
    """The days a country's calendar closes; `eves` adds the eves that custom, not statute, closes."""

    country: str
    eves: bool = False

    def __contains__(self, day: date) -> bool:
        first, last = _reach(self.country)
        if not first <= day.year <= last:
            raise OutsideTable(day, first, last)
        return day in _closed(self.country, day.year, self.eves)


@cache
def _reach(country: str) -> tuple[int, int]:
    years = [int(year) for year in _table()[country]]
    return min(years), max(years)


@cache
def _closed(country: str, year: int, eves: bool) -> frozenset[date]:
    entry = _table()[country][str(year)]
    days = entry["holidays"] + (entry["eves"] if eves else [])
    return frozenset(date.fromisoformat(f"{year}-{day}") for day in days)


@cache
def _table() -> dict:
    return json.loads(pkgutil.get_data("calculators", "tables/holidays.json"))["countries"]
