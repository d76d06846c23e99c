"""Incidents as the measurements open and resolve them; where an operator has told of an outage, they are silent."""

from dataclasses import dataclass

from calculators.values.intervals import Interval, common
from scripts.measuring.intervals import Observed
from scripts.measuring.samples import State
from scripts.measuring.store import Store
from scripts.operating.desk import INCIDENTS, Desk
from scripts.operating.incidents import Asked, Written, opened, resolved
from scripts.operating.refusal import Refused
from scripts.status.model import Event, Incident, Opening, Service

CONFIRMED = 120  # seconds between the first and the last sample that say so: one alone may be a lost packet
TEMPLATE = "no-answer"
NOTHING = 'No service in services.yml has "incidents: open" or "incidents: draft", so there is nothing to follow.'
UNREADABLE = "Nothing was written, as an operator may have told of an outage in what cannot be read. Mend this first:"


@dataclass(frozen=True)
class Seen:
    """What a service is seen to be, since when, and by how late a sample."""

    state: State
    since: int
    last: int


def follow(desk: Desk, store: Store) -> list[str]:
    """Write what is due for every service that asks for it; a line for each file. Nothing is due twice."""
    services = [service for service in desk.status.services if service.incidents is not Opening.NONE]
    if not services:
        raise Refused(NOTHING)
    if desk.status.problems:
        raise Refused("\n".join([UNREADABLE, *map(str, desk.status.problems)]))
    said, refused = [], []
    for service in services:
        try:
            found = seen(store, service, desk.now)
            due = act(desk, service, found) if found else None
            said += [_said(desk.save(INCIDENTS, *due))] if due else []
        except Refused as refusal:
            refused.append(f"{service.id}: {refusal}")
    if refused:
        raise Refused("\n".join([*said, *refused]))
    return said


def seen(store: Store, service: Service, now: int) -> Seen | None:
    """How a service is, where that is confirmed; None where it is not, or where nobody has looked lately."""
    last = store.last(service.measured)
    if last is None or last > now:
        return None
    (sample,) = store.samples(service.measured, Interval(last, last + 1))
    begun = service.zone.midnight(service.measured_from)
    if sample.good_until <= now or last <= begun:
        return None
    latest: Observed = store.observed(service.measured, Interval(begun, last + 1))[-1]
    since = latest.interval.start
    return Seen(latest.state, since, last) if last - since >= CONFIRMED else None


def act(desk: Desk, service: Service, found: Seen) -> Written | None:
    """The file of an outage that nobody has told of, or of one that is over; None where there is nothing to write."""
    own = [each for each in desk.incidents if _is_own(each, service) and each.end is None]
    if found.state is State.UP:
        return _resolved(desk, own[-1], found.since) if own else None
    if found.state is State.DOWN and not own:
        began = _untold_since(desk, service, found)
        return None if began is None else _opened(desk, service, began)
    return None


def _said(incident: Incident) -> str:
    return f"{incident.file}: {incident.updates[-1].state}{', a draft' if incident.is_draft else ''}"


def _is_own(incident: Incident, service: Service) -> bool:
    return incident.is_by_measurements and service.id in incident.suffered


def _untold_since(desk: Desk, service: Service, found: Seen) -> int | None:
    """When the outage began that is to be told of; None where an operator has told of it, or planned it.

    A draft is an operator's word too. What goes on after planned maintenance begins with its end.
    """
    outage = Interval(found.since, desk.now)
    events = (*desk.incidents, *desk.status.maintenance)
    met = [event for event in events if service.id in event.suffered and _meets(event, outage)]
    if any(isinstance(event, Incident) and not event.is_by_measurements for event in met):
        return None
    began = max([found.since, *(event.span(desk.now).end for event in met)])
    return began if found.last - began >= CONFIRMED else None


def _meets(event: Event, outage: Interval) -> bool:
    time = event.span(outage.end)
    return bool(time and common([time], [outage]))


def _opened(desk: Desk, service: Service, began: int) -> Written:
    clock = desk.clock(service.id)
    asked = Asked(
        name=f"{clock.zone.day(began)}-{service.id}-{TEMPLATE}",
        services=(service.id,),
        started=clock.shown(began),
        template=TEMPLATE,
        is_draft=service.incidents is Opening.DRAFT,
        is_by_measurements=True,
    )
    return opened(desk, asked)


def _resolved(desk: Desk, incident: Incident, back: int) -> Written:
    ended = desk.clock_of(incident).shown(back)
    return resolved(desk, Asked(name=incident.id, ended=ended, template=TEMPLATE, is_by_measurements=True))
