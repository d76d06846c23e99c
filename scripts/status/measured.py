"""What probes saw where no event speaks: an operator's word outranks a measurement, and where they differ is listed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from calculators.values.intervals import Interval, common, merged, without
from scripts.agreements.problems import Problem
from scripts.measuring.intervals import Observed, time_in
from scripts.measuring.samples import State
from scripts.measuring.store import Store, StoreError, open_to_read
from scripts.status.model import Event, Impact, Incident, Service, Status

# That nobody could use a service, or that everybody could; what else an incident says may be true beside any sample.
CONTRADICTION = {Impact.MAJOR_OUTAGE: State.UP, Impact.DEGRADED: State.DOWN}
AS_MINUTES_GO = 300  # seconds; an operator writes times in minutes, and nearer than this no two accounts agree


@dataclass(frozen=True)
class Disagreement:
    """A stretch of an incident in which probes saw something else than it tells."""

    event: Event
    interval: Interval
    state: State


@dataclass(frozen=True)
class Measured:
    """What measurements add to a span of a service's time, and where they contradict its incidents."""

    down: tuple[Interval, ...] = ()
    unknown: tuple[Interval, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def with_stored(status: Status, store: Path | None, now: int) -> Status:
    """The status with what a store holds of every measured service; without a store their time is unknown."""
    services = [service for service in status.services if service.measured]
    if store is None or not services:
        return status
    try:
        with open_to_read(store) as opened:
            return replace(status, measured={each.id: tuple(_observed(opened, each, now)) for each in services})
    except StoreError as error:
        found = Problem("measurements", 1, None, str(error), "the store that scripts/probe writes to")
        return replace(status, problems=(*status.problems, found))


def measured(status: Status, service: Service, events: Iterable[Event], span: Interval, now: int) -> Measured:
    """What was measured in a span outside the service's events, and what contradicts them."""
    if service.measured is None:
        return Measured()
    seen = status.measured.get(service.id, (Observed(span, State.UNKNOWN),))
    spoken_for = merged(time for event in events if (time := event.span(now)))
    down, unknown = (_unspoken(state, seen, span, spoken_for) for state in (State.DOWN, State.UNKNOWN))
    return Measured(down, unknown, tuple(_disagreements(service, events, seen, span, now)))


def state_now(status: Status, service: Service) -> State | None:
    """How a service was last seen; None where nobody measures it."""
    if service.measured is None:
        return None
    seen = status.measured.get(service.id)
    return seen[-1].state if seen else State.UNKNOWN


def _observed(store: Store, service: Service, now: int) -> list[Observed]:
    return store.observed(service.measured, Interval(service.zone.midnight(service.measured_from), now))


def _unspoken(
    state: State, seen: Iterable[Observed], span: Interval, spoken_for: list[Interval]
) -> tuple[Interval, ...]:
    return tuple(without(common(time_in(state, seen), [span]), spoken_for))


def _disagreements(
    service: Service, events: Iterable[Event], seen: Iterable[Observed], span: Interval, now: int
) -> Iterator[Disagreement]:
    for event in events:
        state = CONTRADICTION.get(event.suffered[service.id].impact)
        time = event.span(now)
        if state and time and isinstance(event, Incident):
            for interval in common(common(time_in(state, seen), [span]), [time]):
                if interval.seconds >= AS_MINUTES_GO:
                    yield Disagreement(event, interval, state)
