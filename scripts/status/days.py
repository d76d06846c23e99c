"""The days of a service: how each day's time is classed, and what the day was like for those who used it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from calculators.availability import State, Stretch, seconds_by_state
from calculators.values.intervals import Interval, common, total
from calculators.values.zones import Zone, next_day
from scripts.status.books import MonthBook

HISTORY = 90


class Kind(StrEnum):
    """What a day was like, the gravest first: the first that applies."""

    DOWN = "down"  # downtime that the contract counts
    EXEMPT = "exempt"  # out of service, but in time that does not count
    PLANNED = "planned"  # out of service, planned and announced in time
    UNKNOWN = "unknown"  # nobody knows
    DEGRADED = "degraded"
    UP = "up"
    UNMEASURED = "unmeasured"  # before the books begin


@dataclass(frozen=True)
class Day:
    """One day of a book: its whole length, its stretches up to now, and what is not in the contract's classes."""

    day: date
    whole: Interval
    stretches: tuple[Stretch, ...]
    out_of_service: int = 0  # whatever the hour and the cause
    planned: int = 0  # of that, in windows announced in time
    degraded: int = 0

    @cached_property
    def seconds(self) -> Mapping[State, int]:
        return seconds_by_state(self.stretches)

    @property
    def not_yet(self) -> int:
        return self.whole.seconds - sum(self.seconds.values())

    @property
    def exempt(self) -> int:
        """The time out of service that neither counts nor was planned."""
        return max(0, self.out_of_service - self.seconds[State.DOWN] - self.planned)

    @property
    def kind(self) -> Kind:
        present = {
            Kind.DOWN: self.seconds[State.DOWN],
            Kind.EXEMPT: self.exempt,
            Kind.PLANNED: self.planned,
            Kind.UNKNOWN: self.seconds[State.UNKNOWN],
            Kind.DEGRADED: self.degraded,
            Kind.UP: bool(self.stretches),
        }
        return next((kind for kind, seconds in present.items() if seconds), Kind.UNMEASURED)


def days_of(book: MonthBook) -> list[Day]:
    """Every day of the month, those to come with no stretches."""
    zone, days, first = book.service.zone, [], book.month
    while first.month == book.month.month:
        days.append(_day(book, first, zone))
        first = next_day(first)
    return days


def history(days: Iterable[Day], zone: Zone, now: int) -> list[Day]:
    """The last ninety days up to today, the oldest first; those that are not among the given are unmeasured."""
    today = zone.day(now)
    known = {day.day: day for day in days}
    wanted = [today - timedelta(days=back) for back in range(HISTORY - 1, -1, -1)]
    return [known.get(day) or Day(day, _whole(day, zone), ()) for day in wanted]


def reaches_history(month: date, zone: Zone, now: int) -> bool:
    """Whether any day of the month is among the last ninety."""
    oldest = zone.day(now) - timedelta(days=HISTORY - 1)
    return (month.year, month.month) >= (oldest.year, oldest.month)


def _day(book: MonthBook, day: date, zone: Zone) -> Day:
    whole = _whole(day, zone)
    out = common([whole], (outage.interval for outage in book.outages))
    return Day(
        day=day,
        whole=whole,
        stretches=tuple(book.stretches_in(whole)),
        out_of_service=total(out),
        planned=total(common(out, (window.interval for window in book.excusing))),
        degraded=total(common([whole], book.degraded)),
    )


def _whole(day: date, zone: Zone) -> Interval:
    return Interval(zone.midnight(day), zone.midnight(next_day(day)))
