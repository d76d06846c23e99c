"""When things became known and when they last changed, read from what is told and never from the clock of a build."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.status.ledger import Ledger
from scripts.status.model import Event, Incident, Maintenance, Service


def told_first(event: Event, ledger: Ledger) -> int:
    """When customers were first told: by an update, else by an announcement, at the latest when it began."""
    told = event.told(ledger.now)
    if told:
        return told[0].at
    if isinstance(event, Maintenance):
        return min(event.start, ledger.zone_of(event).midnight(event.announced_on))
    return event.start


def last_change(event: Event, ledger: Ledger) -> int:
    """When the event was last another than before: told of, begun or ended."""
    told = (update.at for update in event.told(ledger.now))
    return max([told_first(event, ledger), *told, *turning_points(event, ledger.now)])


def ended(event: Event, now: int) -> int | None:
    """When the event was over or called off, where it is by now."""
    if isinstance(event, Maintenance) and event.is_cancelled(now):
        return min(event.cancelled_at, event.window.end)
    return event.end if event.end is not None and event.end <= now else None


def turning_points(event: Event, now: int) -> list[int]:
    """When the services it hits become others than before, as far as it has come by now."""
    return [instant for instant in (event.start, ended(event, now)) if instant is not None and instant <= now]


def first_watched(event: Incident, now: int) -> int | None:
    """When the fault was first told to be mended and watched."""
    return next((update.at for update in event.told(now) if update.state == "monitoring"), None)


def measured_since(service: Service) -> int:
    """The first second that the service's books count."""
    return service.zone.midnight(service.measured_from)


@dataclass(frozen=True)
class Turns:
    """When the status page last changed, and each service; reckoned once for the files that say so many times."""

    of_page: int
    of_service: Mapping[str, int]


def turns(ledger: Ledger) -> Turns:
    return Turns(last_change_of_all(ledger), {each.id: last_turn(each, ledger) for each in ledger.status.services})


def last_turn(service: Service, ledger: Ledger) -> int:
    """When the service's own state may last have changed."""
    turns = (instant for event in ledger.events_by_service[service.id] for instant in turning_points(event, ledger.now))
    return max([measured_since(service), *turns])


def last_change_of_all(ledger: Ledger) -> int:
    """When anything on the status page last changed."""
    begun = [measured_since(service) for service in ledger.status.services]
    return max([*begun, *(last_change(event, ledger) for event in ledger.events)])
