"""Readers of dates: years, calendar dates and days of the year."""

import re
from datetime import date

from scripts.agreements.wording import Figure, Wording, figure


def year(words: str, wording: Wording) -> Figure | None:
    """`2017`; only when asked for, as it looks like any number."""
    return figure("year", words) if re.fullmatch(r"[12]\d{3}", words) else None


def day(words: str, wording: Wording) -> Figure | None:
    """`19.11.2015`, `19. november 2015`, `2015-11-19`."""
    dotted = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", words)
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words)
    named = re.fullmatch(r"(?:den )?(\d{1,2})\.? ([^\W\d_]+) (\d{4})", words)
    if dotted:
        return _date(dotted[3], dotted[2], dotted[1])
    if iso:
        return _date(*iso.groups())
    return _date(named[3], wording.language.months.get(named[2], 0), named[1]) if named else None


def day_as_digits(words: str, wording: Wording) -> Figure | None:
    """A date as `day` reads it, or as six digits, `010423`; six digits only when asked for."""
    match = re.fullmatch(r"(\d{2})(\d{2})(\d{2})", words)
    return _date(f"20{match[3]}", match[2], match[1]) if match else day(words, wording)


def day_of_year(words: str, wording: Wording) -> Figure | None:
    """`1. januar`, `01-01`."""
    named = re.fullmatch(r"(?:den )?(\d{1,2})\.? ([^\W\d_]+)", words)
    digits = re.fullmatch(r"(\d{2})-(\d{2})", words)
    if named and named[2] in wording.language.months:
        found = _date("2000", wording.language.months[named[2]], named[1])
    else:
        found = _date("2000", *digits.groups()) if digits else None
    return figure("day-of-year", str(found["value"])[5:]) if found else None


def named_day_of_year(words: str, wording: Wording) -> Figure | None:
    """`1. januar`; digits alone, `01-01`, only when asked for, as they look like hours."""
    return None if re.fullmatch(r"[\d-]+", words) else day_of_year(words, wording)


def _date(year: object, month: object, day_of_month: object) -> Figure | None:
    try:
        return figure("date", date(int(year), int(month), int(day_of_month)).isoformat())
    except ValueError:
        return None
