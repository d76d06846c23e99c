"""Laws of service hours and of the clock, over the nights it changes too."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.holidays import Holidays
from calculators.values.intervals import Interval, common, total
from calculators.values.timetables import ServiceHours, Timetable
from calculators.values.zones import MissingWallTime, Zone, is_repeated

OSLO = Zone("Europe/Oslo")
TIMETABLES = (
    "mon-fri 08:30-16:00",
    "mon-fri 07:00-21:00, sat 09:00-18:00",
    "mon-sun 00:00-24:00",
    "mon-fri 22:00-06:00",
    "sun 01:30-02:30",
    "mon-sun 02:30-03:15",
    "sat 20:00-08:00, mon 08:00-09:00, mon 10:00-12:00",
    "sat-mon 10:00-12:00",
)
hours = st.builds(
    ServiceHours,
    st.sampled_from(TIMETABLES).map(Timetable.parse),
    st.just(OSLO),
    st.sampled_from([None, Holidays("NO"), Holidays("SE", eves=True)]),
)
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 12, 1, tzinfo=UTC)
CHANGES = [OSLO.midnight(date(2026, 3, 29)), OSLO.midnight(date(2026, 10, 25)), OSLO.midnight(date(2026, 12, 31))]
anytime = st.integers(int(FIRST.timestamp()), int(LAST.timestamp()))
instants = anytime | st.builds(lambda day, offset: day + offset, st.sampled_from(CHANGES), st.integers(-9000, 90000))


@given(hours, instants, st.integers(1, 40 * 3600))
def test_time_used_is_the_time_asked_for_and_lies_in_open_hours(service, instant, seconds):
    used = service.used(instant, seconds)
    assert sum(stretch.seconds for stretch in used) == seconds
    assert used[0].start >= instant
    assert all(service.covers(stretch) for stretch in used)


@given(hours, instants, st.integers(1, 40 * 3600))
def test_the_time_used_ends_as_soon_as_it_can(service, instant, seconds):
    """Between the report and the end lies exactly the open time that was asked for."""
    end = service.used(instant, seconds)[-1].end
    assert total(service.within(Interval(instant, end))) == seconds


@given(hours, instants, instants, st.integers(1, 20 * 3600))
def test_a_later_report_is_never_due_earlier(service, one, other, seconds):
    earlier, later = sorted((one, other))
    assert service.used(earlier, seconds)[-1].end <= service.used(later, seconds)[-1].end


@given(hours, instants, st.integers(0, 10 * 86400))
def test_windows_of_a_span_are_its_share_of_the_windows_of_a_longer_one(service, start, length):
    span, longer = Interval(start, start + length), Interval(start - 86400 * 3, start + length + 86400 * 3)
    assert total(service.within(span)) == total(common([span], service.within(longer)))


@given(hours, instants)
def test_it_is_open_or_it_opens(service, instant):
    opening = service.start_of_clock(instant)
    assert service.is_open(opening)
    assert service.is_open(instant) == (opening == instant)
    assert service.covers(Interval(opening, opening + 1))
    assert opening == instant or not service.within(Interval(instant, opening))


@given(hours, instants, st.integers(1, 3 * 86400))
def test_a_span_is_covered_when_no_second_of_it_is_closed(service, start, length):
    span = Interval(start, start + length)
    assert service.covers(span) == (total(service.within(span)) == length)


@given(instants)
def test_the_wall_leads_back_to_the_instant(instant):
    wall = OSLO.wall(instant)
    assert instant - OSLO.instant(wall) in ({0, 3600} if is_repeated(OSLO, wall) else {0})


walls = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)) | st.builds(
    lambda day, minutes: datetime.combine(day, time()) + timedelta(minutes=minutes),
    st.sampled_from([date(2026, 3, 29), date(2026, 10, 25), date(2024, 3, 31)]),
    st.integers(0, 300),
)


@given(walls, walls)
def test_a_later_wall_time_is_never_earlier(one, other):
    first, last = sorted((one, other))
    assert OSLO.boundary(first) <= OSLO.boundary(last)


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        (datetime(2026, 3, 29, 1, 59, 59), datetime(2026, 3, 29, 0, 59, 59)),
        (datetime(2026, 3, 29, 2, 0), datetime(2026, 3, 29, 1, 0)),
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 0)),
        (datetime(2026, 3, 29, 2, 59, 59), datetime(2026, 3, 29, 1, 0)),
        (datetime(2026, 3, 29, 3, 0), datetime(2026, 3, 29, 1, 0)),
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30)),
        (datetime(2026, 10, 25, 3, 0), datetime(2026, 10, 25, 2, 0)),
    ],
)
def test_a_boundary_the_clock_skips_is_the_moment_of_the_change(wall, utc):
    assert OSLO.boundary(wall) == int(utc.replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize("minute", [0, 1, 30, 59])
def test_a_time_the_clock_skips_is_no_time(minute):
    with pytest.raises(MissingWallTime):
        OSLO.instant(datetime(2026, 3, 29, 2, minute))


@pytest.mark.parametrize(
    ("day", "opens"),
    [(date(2026, 3, 29), 15 * 60), (date(2026, 10, 25), 45 * 60), (date(2026, 6, 7), 45 * 60)],
)
def test_a_window_that_begins_in_the_skipped_hour_begins_with_the_change(day, opens):
    """From 02:30 to 03:15: in March what is left after the change, in October with the hour that returns."""
    service = ServiceHours(Timetable.parse("mon-sun 02:30-03:15"), OSLO)
    expected = opens + (3600 if day.month == 10 else 0)
    assert total(service.on(day)) == expected


def test_days_may_run_over_the_end_of_the_week():
    opened = Timetable.parse("sat-mon 10:00-12:00, wed 08:00-09:00, wed 07:00-07:30")
    assert [len(day) for day in opened.days] == [1, 0, 2, 0, 0, 1, 1]
    assert opened.days[2][0].opens == 7 * 60


def test_a_zone_that_does_not_travel_is_not_guessed():
    with pytest.raises(ValueError, match="Europe/Paris does not travel"):
        Zone("Europe/Paris").day(0)
