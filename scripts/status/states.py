"""How a service is doing at an instant: the gravest of what it suffers then."""

from collections.abc import Mapping
from enum import StrEnum

from scripts.measuring.samples import State
from scripts.status.measured import state_now
from scripts.status.model import Event, Impact, Incident, Service, Status


class Condition(StrEnum):
    """The state of a service, the gravest first."""

    MAJOR_OUTAGE = "major-outage"
    PARTIAL_OUTAGE = "partial-outage"
    UNDER_MAINTENANCE = "under-maintenance"
    DEGRADED = "degraded"
    UNKNOWN = "unknown"
    OPERATIONAL = "operational"


# How a service does that no event speaks of: as it was last seen, and where nobody measures it, well.
SEEN = {
    State.DOWN: Condition.MAJOR_OUTAGE,
    State.UNKNOWN: Condition.UNKNOWN,
    State.UP: Condition.OPERATIONAL,
    None: Condition.OPERATIONAL,
}


def conditions(status: Status, now: int) -> Mapping[str, Condition]:
    """The condition of every service, by its id."""
    return {service.id: _condition(status, service, now) for service in status.services}


def open_events(status: Status, now: int) -> list[Event]:
    """The incidents and maintenance going on, the latest first."""
    return [event for event in reversed(status.events) if event.is_open(now)]


def upcoming(status: Status, now: int) -> list[Event]:
    """The maintenance still to come that has been announced, the next first."""
    return [event for event in status.maintenance if event.is_upcoming(now) and is_announced(status, event, now)]


def is_announced(status: Status, event: Event, now: int) -> bool:
    """Whether customers have been told by now: planned maintenance is known from its day on."""
    if event.start <= now:
        return True
    zone = status.service(next(iter(event.suffered))).zone
    return not isinstance(event, Incident) and event.announced_on <= zone.day(now)


def _condition(status: Status, service: Service, now: int) -> Condition:
    suffered = [_suffered(event, service) for event in open_events(status, now) if service.id in event.suffered]
    if not suffered:
        return SEEN[state_now(status, service)]
    return next(condition for condition in Condition if condition in suffered)


def _suffered(event: Event, service: Service) -> Condition:
    impact = event.suffered[service.id].impact
    if isinstance(event, Incident) or impact is Impact.DEGRADED:
        return Condition(impact.value)
    return Condition.UNDER_MAINTENANCE
