"""What probes saw where no event speaks: an operator's word outranks a measurement.

A closed month keeps the samples it was closed with, whatever the store holds now.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from calculators.availability import month_of
from calculators.values.intervals import Interval, common, merged, without
from scripts.agreements.problems import Problem
from scripts.measuring.intervals import Seen, seen, time_in
from scripts.measuring.latencies import latencies
from scripts.measuring.samples import State
from scripts.measuring.store import Store, StoreError, open_to_read
from scripts.status.model import Answering, Event, Incident, Service, Status
from scripts.status.months.samples import Days, days_in, runs_in

DAYS_TIMED = 30


@dataclass(frozen=True)
class Measured:
    """What measurements add to a span of a service's time, and of that the outages which nobody has told of."""

    down: tuple[Interval, ...] = ()
    unknown: tuple[Interval, ...] = ()
    untold: tuple[Interval, ...] = ()
    may_be_up: tuple[Interval, ...] = ()  # of what is down: from the last sample that found it so
    may_be_down: tuple[Interval, ...] = ()  # of what is up: from the last sample before an outage
    covered: tuple[Interval, ...] | None = None  # all time that samples tell of; None where nobody measures


def with_stored(status: Status, store: Path | None, now: int) -> Status:
    """The status with what a store holds of every measured service; without a store their time is unknown."""
    services = [service for service in status.services if service.measured]
    if store is None or not services:
        return status
    try:
        with open_to_read(store) as opened:
            return replace(
                status,
                measured={each.id: _seen(opened, each, now) for each in services},
                answering={each.id: _answering(opened, each, now) for each in services},
            )
    except StoreError as error:
        found = Problem("measurements", 1, None, str(error), "the store that scripts/probe writes to")
        return replace(status, problems=(*status.problems, found))


def is_as_measured(event: Event, service: Service) -> bool:
    """Whether the time of an event counts as it was measured: nobody but the measurements has spoken."""
    return isinstance(event, Incident) and event.is_by_measurements and service.measured is not None


def as_counted(status: Status, service: Service, month: date, now: int) -> tuple[Service, Seen | None]:
    """The service, and what was seen of it, as a month counts them: as it was closed, else as they are now."""
    file = status.closed(service.id, f"{month:%Y-%m}", service.zone.day(now))
    if file:
        return with_samples(service, month, days_in(file.latest.contents))
    if service.measured is None:
        return service, None
    return service, status.measured.get(service.id, seen((), month_of(service.zone, month)))


def with_samples(service: Service, month: date, samples: Days | None) -> tuple[Service, Seen | None]:
    """The service as measured by the samples of a month, whatever their target is called; without any, by nobody."""
    if samples is None:
        return replace(service, measured=None), None
    return replace(service, measured=service.id), seen(runs_in(samples), month_of(service.zone, month))


def measured(found: Seen | None, service: Service, events: Iterable[Event], span: Interval, now: int) -> Measured:
    """What was measured in a span where no operator has spoken."""
    if found is None:
        return Measured()
    told = [(event, time) for event in events if (time := event.span(now))]
    spoken_for = merged(time for event, time in told if not is_as_measured(event, service))
    by_state = {state: common(time_in(state, found.stretches), [span]) for state in State}
    down, up, unknown = (without(by_state[state], spoken_for) for state in (State.DOWN, State.UP, State.UNKNOWN))
    return Measured(
        down=tuple(down),
        unknown=tuple(unknown),
        untold=tuple(without(down, (time for _, time in told))),
        may_be_up=tuple(common(down, found.edges)),
        may_be_down=tuple(common(up, found.edges)),
        covered=tuple(merged([*by_state[State.DOWN], *by_state[State.UP]])),
    )


def state_now(status: Status, service: Service) -> State | None:
    """How a service was last seen; None where nobody measures it."""
    if service.measured is None:
        return None
    found = status.measured.get(service.id)
    return found.stretches[-1].state if found and found.stretches else State.UNKNOWN


def _seen(store: Store, service: Service, now: int) -> Seen:
    span = Interval(service.zone.midnight(service.measured_from), now)
    return seen(store.runs(service.measured, span), span)


def _answering(store: Store, service: Service, now: int) -> tuple[Answering, ...]:
    """The last days up to now, the oldest first."""
    today = service.zone.day(now)
    days = [today - timedelta(days=back) for back in reversed(range(DAYS_TIMED))]
    spans = [Interval(service.zone.midnight(day), service.zone.midnight(day + timedelta(days=1))) for day in days]
    found = latencies(store, service.measured, spans)
    return tuple(Answering(day, each) for day, each in zip(days, found, strict=True))
