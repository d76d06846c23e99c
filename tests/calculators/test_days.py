"""Laws of dates: months, working days and the days they lead to and come from."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.holidays import Holidays, OutsideTable
from calculators.values.periods import (
    LAST_DAY,
    NEXT_FIRST,
    Period,
    add_months,
    day_after,
    day_before,
    days_in_month,
    end_of_month,
    latest_day_reaching,
)
from calculators.values.working_days import MONDAY_TO_FRIDAY, MONDAY_TO_SATURDAY, WorkingDays

NEXT_DAY = timedelta(days=1)
days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
working = st.dates(date(2016, 1, 1), date(2039, 12, 31))
months = st.integers(-600, 600)
roundings = st.sampled_from([LAST_DAY, NEXT_FIRST])
weeks = st.sampled_from([MONDAY_TO_FRIDAY, MONDAY_TO_SATURDAY])
countries = st.sampled_from(["NO", "SE", "DK", "NO-1-17-MAY"])


@given(days, days, months, months, roundings)
def test_a_later_day_and_more_months_never_lead_earlier(one, other, fewer, more, rounding):
    first, last = sorted((one, other))
    assert add_months(first, min(fewer, more), rounding) <= add_months(last, max(fewer, more), rounding)


@given(days, months, roundings)
def test_a_day_the_month_lacks_is_its_last_or_the_first_of_the_next(day, count, rounding):
    reached = add_months(day, count, rounding)
    if reached.day == day.day:
        assert (reached.year * 12 + reached.month) - (day.year * 12 + day.month) == count
    elif rounding == LAST_DAY:
        assert reached == end_of_month(reached)
        assert day.day > reached.day
    else:
        assert reached.day == 1
        assert day.day > days_in_month((reached - NEXT_DAY).year, (reached - NEXT_DAY).month)


@given(days, st.integers(0, 120), roundings)
def test_the_latest_day_that_reaches_a_target_is_the_latest(target, count, rounding):
    latest = latest_day_reaching(target, count, rounding)
    assert add_months(latest, count, rounding) <= target
    assert add_months(latest + NEXT_DAY, count, rounding) > target


@given(working, st.integers(0, 60), weeks, countries, st.booleans())
def test_so_many_working_days_lie_between(day, count, week, country, eves):
    calendar = WorkingDays(Holidays(country, eves), week)
    for reached, step in ((calendar.after(day, count), NEXT_DAY), (calendar.before(day, count), -NEXT_DAY)):
        passed = [day + n * step for n in range(1, abs((reached - day).days) + 1)]
        assert sum(each in calendar for each in passed) == count
        assert not count or reached in calendar


@given(working, st.integers(1, 60), st.sampled_from(["days", "weeks", "working-days"]), weeks)
def test_a_deadline_before_mirrors_one_after(day, count, unit, week):
    """Counted back from a working day and forth again it is that day; from a day later it lies beyond."""
    calendar, period = WorkingDays(Holidays("NO"), week), Period(count, unit)
    event = calendar.after(day, 1)
    latest = day_before(event, period, calendar)
    assert day_after(latest, period, calendar) == event
    assert day_after(calendar.after(latest, 1), period, calendar) > event


@pytest.mark.parametrize("unit", ["hours", "minutes", "seconds"])
def test_hours_lead_from_no_day_to_a_day(unit):
    with pytest.raises(ValueError, match=unit):
        day_after(date(2026, 3, 1), Period(3, unit), WorkingDays(Holidays("NO")))


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2041, 1, 1)])
def test_beyond_the_table_there_is_no_guess(day):
    with pytest.raises(OutsideTable) as told:
        assert day in Holidays("NO")
    assert (told.value.day, told.value.first, told.value.last) == (day, 2015, 2040)


@pytest.mark.parametrize(
    ("start", "count", "clamped", "over"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28), date(2026, 3, 1)),
        (date(2024, 1, 31), 1, date(2024, 2, 29), date(2024, 3, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28), date(2025, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28), date(2027, 3, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28), date(2026, 3, 1)),
        (date(2026, 1, 15), -1, date(2025, 12, 15), date(2025, 12, 15)),
        (date(2026, 8, 31), 0, date(2026, 8, 31), date(2026, 8, 31)),
        (date(2026, 8, 31), 1, date(2026, 9, 30), date(2026, 10, 1)),
    ],
)
def test_the_31st_is_never_guessed(start, count, clamped, over):
    assert (add_months(start, count), add_months(start, count, NEXT_FIRST)) == (clamped, over)
