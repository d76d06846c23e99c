"""The pinned table of holidays says what the package and the statutes say."""

from datetime import date, timedelta

import holidays
import pytest

from calculators.values.holidays import Holidays

YEARS = range(2015, 2041)
EASTER_BASED = {
    "maundy": -3,
    "good-friday": -2,
    "easter": 0,
    "monday": 1,
    "ascension": 39,
    "whit": 49,
    "whit-monday": 50,
}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def closed(country: str, year: int, eves: bool = False) -> set[date]:
    return {day for day in days_of(year) if day in Holidays(country, eves)}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of 1876."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    last = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return date(year, month, day + 1)


def from_easter(year: int, *names: str) -> set[date]:
    return {easter(year) + timedelta(days=EASTER_BASED[name]) for name in names}


def weekday_from(first: date, weekday: int) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7)


@pytest.mark.parametrize("country", ["NO", "SE", "DK"])
@pytest.mark.parametrize("year", YEARS)
def test_it_is_what_the_package_says(country, year):
    assert closed(country, year) == set(holidays.country_holidays(country, years=year))


@pytest.mark.parametrize("year", YEARS)
def test_norway_closes_on_its_twelve_days(year):
    fixed = {date(year, month, day) for month, day in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    assert closed("NO", year) == fixed | from_easter(year, *EASTER_BASED)


@pytest.mark.parametrize("year", YEARS)
def test_sweden_closes_on_its_thirteen_days(year):
    fixed = {date(year, month, day) for month, day in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))}
    moving = from_easter(year, "good-friday", "easter", "monday", "ascension", "whit")
    saturdays = {weekday_from(date(year, 6, 20), 5), weekday_from(date(year, 10, 31), 5)}
    assert closed("SE", year) == fixed | moving | saturdays


@pytest.mark.parametrize("year", YEARS)
def test_custom_closes_the_eves_too(year):
    christmas, new_year = date(year, 12, 24), date(year, 12, 31)
    midsummer = weekday_from(date(year, 6, 19), 4)
    assert closed("NO", year, eves=True) - closed("NO", year) == {christmas, new_year}
    assert closed("SE", year, eves=True) - closed("SE", year) == {christmas, new_year, midsummer}


@pytest.mark.parametrize("year", YEARS)
def test_the_statute_calls_two_norwegian_days_high(year):
    assert closed("NO-1-17-MAY", year) == {date(year, 5, 1), date(year, 5, 17)}
