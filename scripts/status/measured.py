"""What probes saw where no event speaks: an operator's word outranks a measurement."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from calculators.values.intervals import Interval, common, merged, without
from scripts.agreements.problems import Problem
from scripts.measuring.intervals import Observed, time_in
from scripts.measuring.samples import State
from scripts.measuring.store import Store, StoreError, open_to_read
from scripts.status.model import Event, Incident, Service, Status


@dataclass(frozen=True)
class Measured:
    """What measurements add to a span of a service's time, and of that the outages which nobody has told of."""

    down: tuple[Interval, ...] = ()
    unknown: tuple[Interval, ...] = ()
    untold: tuple[Interval, ...] = ()


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


def is_as_measured(event: Event, service: Service) -> bool:
    """Whether the time of an event counts as it was measured: nobody but the measurements has spoken."""
    return isinstance(event, Incident) and event.is_by_measurements and service.measured is not None


def measured(status: Status, service: Service, events: Iterable[Event], span: Interval, now: int) -> Measured:
    """What was measured in a span where no operator has spoken."""
    if service.measured is None:
        return Measured()
    seen = status.measured.get(service.id, (Observed(span, State.UNKNOWN),))
    told = [(event, time) for event in events if (time := event.span(now))]
    spoken_for = merged(time for event, time in told if not is_as_measured(event, service))
    down, unknown = (_unspoken(state, seen, span, spoken_for) for state in (State.DOWN, State.UNKNOWN))
    return Measured(down, unknown, tuple(without(down, (time for _, time in told))))


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
