"""Calendar lengths ("3 months", "7 working days") and the days they lead to."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calculators.values.working_days import WorkingDays

LAST_DAY = "last-day"
NEXT_FIRST = "next-first"

SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600}
DAYS = {"days": 1, "weeks": 7}
MONTHS = {"months": 1, "quarters": 3, "years": 12}
WORKING_DAYS = "working-days"


@dataclass(frozen=True)
class Period:
    """So many of one calendar unit."""

    count: int
    unit: str

    @property
    def months(self) -> int | None:
        """The length in months, where the unit is one of months, quarters or years."""
        return self.count * MONTHS[self.unit] if self.unit in MONTHS else None

    @property
    def days(self) -> int | None:
        """The length in calendar days, where the unit is one of days or weeks."""
        return self.count * DAYS[self.unit] if self.unit in DAYS else None

    @property
    def seconds(self) -> int | None:
        """The length in elapsed seconds, where the unit is one of seconds, minutes or hours."""
        return self.count * SECONDS[self.unit] if self.unit in SECONDS else None


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has."""
    return calendar.monthrange(year, month)[1]


def add_months(day: date, months: int, when_missing: str = LAST_DAY) -> date:
    """Return the corresponding day so many months later; a day that the month lacks becomes what `when_missing` names.

    `LAST_DAY` gives the last day of that month, `NEXT_FIRST` the first day of the following one.
    """
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = days_in_month(year, index + 1)
    if day.day <= length:
        return date(year, index + 1, day.day)
    last = date(year, index + 1, length)
    return last if when_missing == LAST_DAY else last + timedelta(days=1)


def end_of_month(day: date) -> date:
    """Return the last day of the month the day lies in."""
    return day.replace(day=days_in_month(day.year, day.month))


def day_after(event: date, period: Period, working: "WorkingDays", when_missing: str = LAST_DAY) -> date:
    """Return the last day of a period counted from an event; the day of the event is not counted (convention 4)."""
    if period.months is not None:
        return add_months(event, period.months, when_missing)
    if period.unit == WORKING_DAYS:
        return working.after(event, period.count)
    return event + timedelta(days=_whole_days(period))


def day_before(event: date, period: Period, working: "WorkingDays", when_missing: str = LAST_DAY) -> date:
    """Return the last day that lies at least the period before the event, neither end day counted (convention 5)."""
    if period.months is not None:
        return latest_day_reaching(event, period.months, when_missing)
    if period.unit == WORKING_DAYS:
        return working.before(event, period.count)
    return event - timedelta(days=_whole_days(period))


def latest_day_reaching(target: date, months: int, when_missing: str = LAST_DAY) -> date:
    """Return the latest day d for which d plus the months is not after the target (convention 5)."""
    day = end_of_month(add_months(target.replace(day=1), -months))
    while add_months(day, months, when_missing) > target:
        day -= timedelta(days=1)
    return day


def _whole_days(period: Period) -> int:
    if period.days is None:
        raise ValueError(f"a period of {period.unit} does not lead from a day to a day")
    return period.days
