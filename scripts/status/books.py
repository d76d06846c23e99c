"""The contract's books: a service's month with every second up to now in its class, and the calculator's word on it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import takewhile

from calculators.answering import Answer
from calculators.availability import (
    Book,
    Outage,
    PlannedWindow,
    State,
    Stretch,
    book,
    is_announced_in_time,
    month_of,
    seconds_by_state,
)
from calculators.contract.rule import BoundRule
from calculators.values.intervals import Interval, common, merged, total, without
from scripts.status.measured import Measured, as_counted, is_as_measured, measured
from scripts.status.model import Event, Impact, Service, Status
from scripts.status.outages import events_of, outages, planned_windows, times_with
from scripts.status.rules import Rules


@dataclass(frozen=True)
class MonthBook:
    """One service in one month, as far as it has come."""

    service: Service
    month: date
    now: int
    rule: BoundRule
    whole: Interval
    events: tuple[Event, ...]
    outages: tuple[Outage, ...]
    planned: tuple[PlannedWindow, ...]
    degraded: tuple[Interval, ...]
    measured: Measured
    entries: Book  # of the part up to now
    answer: Answer  # of the whole month, as if nothing more happens
    least: Answer  # the same for the least downtime there can have been
    most: Answer  # and for the most

    @cached_property
    def label(self) -> str:
        return f"{self.month:%Y-%m}"

    @property
    def is_over(self) -> bool:
        return self.entries.month == self.whole

    @property
    def not_yet(self) -> int:
        """The seconds of the month that are still to come."""
        return self.whole.end - self.entries.month.end

    @property
    def excusing(self) -> list[PlannedWindow]:
        """The planned windows that were announced in time."""
        return [window for window in self.planned if is_announced_in_time(self.rule, window)]

    def stretches_in(self, span: Interval) -> list[Stretch]:
        """The classed time of a span, as far as it lies in the book."""
        all_of_it = self.entries.stretches
        first = bisect_right(all_of_it, span.start, key=lambda stretch: stretch.interval.end)
        met = takewhile(lambda stretch: stretch.interval.start < span.end, all_of_it[first:])
        return [_cut(stretch, span) for stretch in met]

    @cached_property
    def seconds(self) -> Mapping[State, int]:
        return seconds_by_state(self.entries.stretches)

    @property
    def service_seconds(self) -> int:
        """The time so far in which service was agreed."""
        return self.entries.month.seconds - self.seconds[State.OUTSIDE_HOURS]

    @cached_property
    def downtime(self) -> tuple[int, int]:
        """The least and the most downtime that there can have been so far."""
        down, unknown = self.seconds[State.DOWN], self.seconds[State.UNKNOWN]
        least = down - self._booked(State.DOWN, self.measured.may_be_up)
        return least, down + unknown + self._booked(State.UP, self.measured.may_be_down)

    @property
    def on_edges(self) -> int:
        """The known time between two samples of which one found the service up and the other down."""
        least, most = self.downtime
        return most - least - self.seconds[State.UNKNOWN]

    @cached_property
    def coverage(self) -> int | None:
        """The time so far, of that in which service was agreed, that samples tell of; None where nobody measures."""
        if self.measured.covered is None:
            return None
        agreed = self.entries.intervals(*(state for state in State if state is not State.OUTSIDE_HOURS))
        return total(common(agreed, self.measured.covered))

    def _booked(self, state: State, intervals: Iterable[Interval]) -> int:
        return total(common(self.entries.intervals(state), intervals))


def months_of(service: Service, now: int) -> list[date]:
    """The months a service has books for, the newest first."""
    today, months = service.zone.day(now), []
    month = service.measured_from
    while month <= today:
        months.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return months[::-1]


def month_book(status: Status, service: Service, month: date, rules: Rules, now: int) -> MonthBook:
    """The book of a month that has begun; the calculator gets the same outages, and so cannot disagree."""
    service, found = as_counted(status, service, month, now)
    whole = month_of(service.zone, month)
    rule = rules.at(service, whole.start)
    so_far = Interval(whole.start, min(whole.end, now))
    events = events_of(status, service, so_far, now)
    seen = measured(found, service, events, so_far, now)
    told = [event for event in events if not is_as_measured(event, service)]
    suffered, planned = outages(told, service, now), planned_windows(events)
    down = [*suffered, *map(Outage, seen.down)]
    unknown = [*times_with(Impact.UNKNOWN, told, service, now), *seen.unknown]
    unheard_of = without(unknown, [outage.interval for outage in down])
    least = [*suffered, *map(Outage, without(seen.down, seen.may_be_up))] if seen.may_be_up else down
    most = [*suffered, *map(Outage, merged([*seen.down, *unheard_of, *seen.may_be_down]))]
    answers = [rules.answer(service, month, each, planned) for each in (down, least, most)]
    return MonthBook(
        service=service,
        month=month,
        now=now,
        rule=rule,
        whole=whole,
        events=tuple(events),
        outages=tuple(down),
        planned=tuple(planned),
        degraded=tuple(times_with(Impact.DEGRADED, told, service, now)),
        measured=seen,
        entries=book(rule, so_far, down, planned, unknown),
        answer=answers[0],
        least=answers[1],
        most=answers[2],
    )


def _cut(stretch: Stretch, span: Interval) -> Stretch:
    start, end = stretch.interval
    if span.start <= start and end <= span.end:
        return stretch
    return replace(stretch, interval=Interval(max(start, span.start), min(end, span.end)))
