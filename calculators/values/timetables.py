"""Weekly timetables of service hours: the windows they open and the time that runs in them (conventions 9 and 10)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from calculators.values.holidays import Holidays
from calculators.values.intervals import Interval, without
from calculators.values.zones import Zone

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 24 * 60


@dataclass(frozen=True)
class Window:
    """Open from one minute of the day to another, half-open; a close at or before the opening lies on the next day."""

    opens: int
    closes: int

    @property
    def crosses_midnight(self) -> bool:
        return self.closes <= self.opens


@dataclass(frozen=True)
class Timetable:
    """The windows of each day of the week, Monday first."""

    days: tuple[tuple[Window, ...], ...]

    @classmethod
    def parse(cls, text: str) -> "Timetable":
        """Read the canonical form "mon-fri 07:00-21:00, sat 09:00-18:00"."""
        days: list[list[Window]] = [[] for _ in WEEKDAYS]
        for part in text.split(","):
            names, hours = part.split()
            for weekday in _weekdays(names):
                days[weekday].append(window(hours))
        return cls(tuple(tuple(sorted(each, key=lambda w: w.opens)) for each in days))

    @cached_property
    def crosses_midnight(self) -> bool:
        return any(window.crosses_midnight for day in self.days for window in day)

    def joined(self, other: "Timetable") -> "Timetable":
        """Return the timetable that has the windows of both."""
        return Timetable(tuple(a + b for a, b in zip(self.days, other.days, strict=True)))

    def with_saturday(self) -> "Timetable":
        """Return the timetable in which Saturday is as Friday, where Saturday itself is closed."""
        friday, saturday, sunday = self.days[4:]
        return Timetable((*self.days[:5], saturday or friday, sunday))

    def with_both_ends(self) -> "Timetable":
        """Return the timetable in which a night window of a day opens both ends of that same day."""
        return Timetable(tuple(tuple(half for w in day for half in _halves(w)) for day in self.days))


@dataclass(frozen=True)
class ServiceHours:
    """A timetable in its zone, closed on the holidays of a calendar (or never, where that is None)."""

    timetable: Timetable
    zone: Zone
    holidays: Holidays | None = None

    def is_open_on(self, day: date) -> bool:
        return bool(self.timetable.days[day.weekday()]) and (self.holidays is None or day not in self.holidays)

    def on(self, day: date) -> list[Interval]:
        """Return the windows that open on the day."""
        if not self.is_open_on(day):
            return []
        return [self._interval(day, window) for window in self.timetable.days[day.weekday()]]

    def between(self, first: date, after: date) -> list[Interval]:
        """Return the windows that open on a day from the first up to, not including, the other."""
        return [interval for n in range((after - first).days) for interval in self.on(first + timedelta(days=n))]

    def within(self, span: Interval) -> list[Interval]:
        """Return the windows cut to the span."""
        return list(_within(self, span))

    def outside(self, span: Interval) -> tuple[Interval, ...]:
        """Return the time of the span that lies in no window."""
        return _outside(self, span)

    def first_day(self, instant: int) -> date:
        """Return the day on which a window that holds the instant may open, at the earliest."""
        day = self.zone.day(instant)
        return day - timedelta(days=1) if self.timetable.crosses_midnight else day

    def covers(self, span: Interval) -> bool:
        """Return whether the whole span lies in windows."""
        instant = span.start
        while instant < span.end:
            window = self.window_at_or_after(instant)
            if window.start > instant:
                return False
            instant = window.end
        return True

    def start_of_clock(self, instant: int) -> int:
        """Return the instant where it lies in a window, else the next opening."""
        return max(instant, self.window_at_or_after(instant).start)

    def is_open(self, instant: int) -> bool:
        return self.window_at_or_after(instant).start <= instant

    def used(self, instant: int, seconds: int) -> list[Interval]:
        """Return the stretches of service time in which so many seconds run from an instant, at least one second.

        Seconds used up exactly at closing end at closing, not at the next opening.
        """
        stretches = []
        while seconds > 0:
            window = self.window_at_or_after(instant)
            start = max(instant, window.start)
            stretches.append(Interval(start, min(window.end, start + seconds)))
            seconds -= stretches[-1].seconds
            instant = window.end
        return stretches

    def day_after_days(self, instant: int, days: int) -> date:
        """Return the n-th service day after the day on which the clock starts."""
        day = self.zone.day(self.start_of_clock(instant))
        return self.nth_service_day(day, days)

    def nth_service_day(self, day: date, days: int) -> date:
        """Return the n-th day with service after the given day."""
        while days > 0:
            day += timedelta(days=1)
            days -= self.is_open_on(day)
        return day

    def same_clock_on(self, instant: int, day: date) -> int:
        """Return the clock time at which the count started, on the given day, not later than that day's close."""
        started = self.zone.wall(self.start_of_clock(instant)).time()
        return min(self.zone.boundary(datetime.combine(day, started)), self.close_of(day))

    def close_of(self, day: date) -> int:
        """Return the last closing time of the day's windows."""
        return max(interval.end for interval in self.on(day))

    def window_at_or_after(self, instant: int) -> Interval:
        """Return the window that holds the instant, else the next one."""
        day = self.first_day(instant)
        while True:
            window = min((window for window in self.on(day) if instant < window.end), default=None)
            if window:
                return window
            day += timedelta(days=1)

    def _interval(self, day: date, window: Window) -> Interval:
        closing = window.closes + (DAY if window.crosses_midnight else 0)
        return Interval(self._at(day, window.opens), self._at(day, closing))

    def _at(self, day: date, minute: int) -> int:
        days, minute = divmod(minute, DAY)
        clock = time(minute // 60, minute % 60)
        return self.zone.boundary(datetime.combine(day + timedelta(days=days), clock))


@lru_cache(maxsize=64)
def _within(hours: ServiceHours, span: Interval) -> tuple[Interval, ...]:
    """Return the windows of service hours cut to a span; every reading of a month asks for the same ones."""
    first, last = hours.first_day(span.start), hours.zone.day(span.end - 1)
    windows = hours.between(first, last + timedelta(days=1))
    cut = (Interval(max(w.start, span.start), min(w.end, span.end)) for w in windows)
    return tuple(window for window in cut if window.start < window.end)


@lru_cache(maxsize=64)
def _outside(hours: ServiceHours, span: Interval) -> tuple[Interval, ...]:
    return tuple(without([span], hours.within(span)))


def window(hours: str) -> Window:
    """Read "07:00-21:00" as a window."""
    opens, closes = (_minute(clock) for clock in hours.split("-"))
    return Window(opens, closes)


def always() -> Timetable:
    """Return the timetable that is open every hour of the week."""
    return Timetable(tuple((Window(0, DAY),) for _ in WEEKDAYS))


def _minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _weekdays(names: str) -> list[int]:
    first, _, last = names.partition("-")
    start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
    return [(start + n) % 7 for n in range((end - start) % 7 + 1)]


def _halves(whole: Window) -> tuple[Window, ...]:
    if not whole.crosses_midnight:
        return (whole,)
    return (Window(0, whole.closes), Window(whole.opens, DAY))
