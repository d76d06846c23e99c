"""What a record says of a service's month: what it rests on, the figures, response times, and every second."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from calculators.asking import Library
from calculators.availability import Stretch, month_of
from calculators.contract.figures import ClauseRef
from calculators.values.zones import Zone
from scripts.status.books import month_book
from scripts.status.measured import with_samples
from scripts.status.model import Event, Incident, Service, Status
from scripts.status.months.evidence import evidence
from scripts.status.months.figures import figures
from scripts.status.months.record import EDITIONS, edition_of
from scripts.status.months.samples import Days, days_in
from scripts.status.responses import Deadline, Response, response
from scripts.status.rules import Rules


class NotSettled(Exception):
    """A month that cannot be reckoned up yet, and why."""


def contents(
    status: Status,
    service: Service,
    month: date,
    library: Library,
    samples: Days | None = None,
    edition: int = EDITIONS[-1],
) -> dict[str, Any]:
    """Evidence, figures, response times and derivation as JSON; NotSettled while an incident of the month is open.

    They rest on what was told, and on these samples where the service is measured; on nothing else that was measured.
    """
    service, found = with_samples(service, month, samples)
    status = replace(status, months={}, measured={} if found is None else {service.id: found})
    events = events_of_month(status, service, month)
    if going_on := [event.file for event in events if event.end is None]:
        raise NotSettled(f"{', '.join(going_on)} has no end yet")
    settled = max([month_of(service.zone, month).end, *(instant for event in events for instant in _told(event))])
    book = month_book(status, service, month, Rules(library), settled)
    if book.answer.outcome is None:
        reasons = ", ".join(f"{error.field}: {error.key}" for error in book.answer.errors)
        raise NotSettled(f"the credit cannot be computed ({book.answer.status}, {reasons})")
    said = ({} if edition == EDITIONS[0] else {"edition": edition}) | {
        "evidence": evidence(status, service, month, events, library, samples),
        "figures": figures(book, edition),
        "responses": [_response(each, service.zone) for each in _responses(events, service, library, settled)],
        "derivation": [_line(stretch, service.zone) for stretch in book.entries.stretches],
    }
    return json.loads(json.dumps(said))


def contents_as(
    frozen: Mapping[str, Any],
    status: Status,
    service: Service,
    month: date,
    library: Library,
    samples: Days | None = None,
) -> dict[str, Any]:
    """What frozen contents would say now, reckoned up in their edition, with other samples or with their own."""
    own = days_in(frozen) if samples is None else samples
    return contents(status, service, month, library, own, edition_of(frozen))


def events_of_month(status: Status, service: Service, month: date) -> list[Event]:
    """The events with any time in the month, oldest first."""
    whole = month_of(service.zone, month)
    hit = (event for event in status.events if service.id in event.suffered)
    spans = ((event, event.span(max(whole.end, event.end or 0))) for event in hit)
    return [event for event, span in spans if span and span.start < whole.end and whole.start < span.end]


def _told(event: Event) -> list[int]:
    """Every instant that is told of an event: seen from the last of them, nothing of it is still to come."""
    told = [event.end, *(update.at for update in event.updates)]
    if isinstance(event, Incident):
        told += [event.reported, event.responded_at, event.fix_started_at]
    return [instant for instant in told if instant is not None]


def _responses(events: list[Event], service: Service, library: Library, now: int) -> list[Response]:
    """The response times of the month's incidents, by the rule of the service."""
    incidents = (event for event in events if isinstance(event, Incident))
    return [found for incident in incidents if (found := response(incident, service, library, now))]


def _response(found: Response, zone: Zone) -> dict[str, Any]:
    return {
        "file": found.incident.file,
        "severity": found.incident.severity,
        "reported_at": zone.aware(found.reported_at).isoformat(),
        "reading": found.reading,
        "deadlines": [_deadline(each, zone) for each in found.deadlines],
    }


def _deadline(deadline: Deadline, zone: Zone) -> dict[str, Any]:
    done = deadline.done_at
    return {
        "of": deadline.role,
        "due": zone.aware(deadline.due).isoformat(),
        "done": None if done is None else zone.aware(done).isoformat(),
        "stated": deadline.is_stated,
        "verdict": deadline.verdict.value,
        "seconds_apart": deadline.apart,
        "clause": _clause(deadline.clause),
        "readings": {key: verdict.value for key, verdict in deadline.readings.items()},
    }


def _line(stretch: Stretch, zone: Zone) -> dict[str, Any]:
    start, end = (zone.aware(instant).isoformat() for instant in stretch.interval)
    line = {"from": start, "to": end, "seconds": stretch.interval.seconds, "class": stretch.state.value}
    return line | {"reason": stretch.reason, "clause": _clause(stretch.clause)}


def _clause(clause: ClauseRef | None) -> dict[str, str] | None:
    return clause and {"clause": clause.reference, "href": clause.href, "sha256": clause.sha256}
