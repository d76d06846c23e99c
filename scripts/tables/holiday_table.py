"""The public holidays of Norway, Sweden and Denmark, 2015 to 2040, and the eves that custom closes."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.metadata import version
from typing import Any

import holidays

from scripts.setup.start import ROOT

YEARS = range(2015, 2041)
TABLE = ROOT / "calculators" / "tables" / "holidays.json"
STATUTORY_HIGH_DAYS = "NO-1-17-MAY"


def main(arguments: list[str]) -> int:
    """Write the table; it changes only when the package does."""
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(as_json(holiday_table()), encoding="utf-8")
    print(f"{TABLE.relative_to(ROOT)}: {YEARS[0]}-{YEARS[-1]}")
    return 0


def holiday_table() -> dict[str, Any]:
    """Return holidays and eves by country and year, each day as MM-DD, with their source."""
    countries = {country: _years(country) for country in ("NO", "SE", "DK")}
    countries[STATUTORY_HIGH_DAYS] = {str(year): _entry(["05-01", "05-17"], _eves("NO", year)) for year in YEARS}
    return {
        "source": f"PyPI holidays {version('holidays')}, category public",
        "checked_until": f"{YEARS[-1]}-12-31",
        "countries": countries,
    }


def as_json(table: dict[str, Any]) -> str:
    """Return the table with one line a year, so that a change of it reads as one."""
    lines = []
    for country, years in table["countries"].items():
        rows = ",\n".join(f'   "{year}": {json.dumps(entry)}' for year, entry in years.items())
        lines.append(f'  "{country}": {{\n{rows}\n  }}')
    head = json.dumps({k: v for k, v in table.items() if k != "countries"}, indent=1)[:-2]
    return f'{head},\n "countries": {{\n' + ",\n".join(lines) + "\n }\n}\n"


def _years(country: str) -> dict[str, Any]:
    return {str(year): _entry(_month_days(_public(country, year)), _eves(country, year)) for year in YEARS}


def _public(country: str, year: int) -> Iterable[date]:
    return holidays.country_holidays(country, years=year)


def _entry(days: Iterable[str], eves: Iterable[str]) -> dict[str, list[str]]:
    return {"holidays": sorted(days), "eves": sorted(eves)}


def _month_days(days: Iterable[date]) -> list[str]:
    return [day.strftime("%m-%d") for day in days]


def _eves(country: str, year: int) -> list[str]:
    midsummer = [_midsummer_eve(year)] if country == "SE" else []
    return [*_month_days(midsummer), "12-24", "12-31"]


def _midsummer_eve(year: int) -> date:
    first = date(year, 6, 19)
    return first + timedelta(days=(4 - first.weekday()) % 7)
