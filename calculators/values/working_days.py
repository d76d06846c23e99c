"""Working days: which days of the week count, less the holidays of a calendar (convention 8)."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.values.holidays import Holidays

MONDAY_TO_FRIDAY = frozenset(range(5))
MONDAY_TO_SATURDAY = frozenset(range(6))


@dataclass(frozen=True)
class WorkingDays:
    """The days that count as working days."""

    holidays: Holidays
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY

    def __contains__(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.holidays

    def after(self, event: date, count: int) -> date:
        """Return the n-th working day after the event."""
        return self._nth(event, count, timedelta(days=1))

    def before(self, event: date, count: int) -> date:
        """Return the n-th working day before the event."""
        return self._nth(event, count, timedelta(days=-1))

    def first_from(self, day: date) -> date:
        """Return the day itself where it is a working day, else the next one."""
        while day not in self:
            day += timedelta(days=1)
        return day

    def _nth(self, day: date, count: int, step: timedelta) -> date:
        while count > 0:
            day += step
            count -= day in self
        return day
