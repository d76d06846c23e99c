"""What a service's events are to the contract: outages, planned windows and unknown time, as far as they have come."""

from bisect import bisect_left
from collections.abc import Iterator

from calculators.availability import Outage, PlannedWindow
from calculators.values.intervals import Interval, merged
from scripts.status.model import OUT_OF_SERVICE, Event, Impact, Incident, Maintenance, Service, Status


def events_of(status: Status, service: Service, within: Interval, now: int) -> list[Event]:
    """The events that hit the service in a span of time and have begun by now, oldest first."""
    own = status.events_by_service.get(service.id, ())
    begun = own[: bisect_left(own, within.end, key=lambda event: event.start)]
    lasting = (event for event in begun if event.end is None or within.start < event.end)
    return [event for event in lasting if _meets(event, within, now)]


def outages(events: list[Event], service: Service, now: int) -> list[Outage]:
    """The time without service; planned maintenance is an outage too, which its window may excuse."""
    return list(_outages(events, service, now))


def planned_windows(events: list[Event]) -> list[PlannedWindow]:
    """The windows of planned maintenance as they were announced, with the days they were announced on."""
    windows = [event for event in events if isinstance(event, Maintenance)]
    return [PlannedWindow(event.window, event.announced_on) for event in windows]


def times_with(impact: Impact, events: list[Event], service: Service, now: int) -> list[Interval]:
    """The time in which the service suffered just this, overlaps merged."""
    hit = [event for event in events if event.suffered[service.id].impact is impact]
    return merged(span for event in hit if (span := event.span(now)))


def _outages(events: list[Event], service: Service, now: int) -> Iterator[Outage]:
    for event in events:
        suffered, span = event.suffered[service.id], event.span(now)
        if span and suffered.impact in OUT_OF_SERVICE:
            cause = event.cause if isinstance(event, Incident) else None
            yield Outage(span, cause, suffered.affected_users, suffered.total_users)


def _meets(event: Event, within: Interval, now: int) -> bool:
    span = event.span(now)
    return span is not None and span.start < within.end and within.start < span.end
