"""What a month's figures rest on, as JSON: services, files of events, terms, samples; and what can be read back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from calculators.asking import Library
from calculators.values.zones import Zone
from scripts.agreements.problems import Problem, ProblemLog
from scripts.status.incidents import read_incident
from scripts.status.maintenance import read_maintenance
from scripts.status.model import Event, Incident, Maintenance, Service, Status, Text
from scripts.status.months.record import sum_of, text_sum
from scripts.status.months.samples import Days, sealed
from scripts.status.months.terms_used import terms_used
from scripts.status.rules import Rules
from scripts.status.services import Services


class NotReadable(Exception):
    """Evidence that cannot be read back: the problems of its files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(" ".join(map(str, problems)))


def evidence(
    status: Status, service: Service, month: date, events: list[Event], library: Library, samples: Days | None
) -> dict[str, dict[str, Any]]:
    """Services, files, terms and samples, each with its hash; another service only where an event hit it."""
    named = {service.id, *(id for event in events for id in event.suffered)}
    services = [each for each in status.services if each.id in named]
    days = [month, *(day for event in events for each in services for day in _days(event, each))]
    terms = terms_used((rule for each in services for rule in each.rules), days, library)
    return {
        "services": {each.id: _declared(each) for each in services},
        "files": {event.file: _file(status.sources[event.file]) for event in events},
        "terms": {name: {"sha256": sum_of(each), "terms": each} for name, each in terms.items()},
    } | ({} if samples is None else {"samples": sealed(samples)})


def read_back(kept: Mapping[str, Any]) -> tuple[Status, Library]:
    """The status and the library that evidence holds; NotReadable where its files tell of no such events."""
    library: Library = {name: json.loads(json.dumps(each["terms"])) for name, each in kept["terms"].items()}
    services = Services(tuple(_service(id, each, library) for id, each in kept["services"].items()))
    rules = Rules(library)
    sources = {path: each["text"] for path, each in kept["files"].items()}
    events = sorted(
        (_event(path, text, services, rules) for path, text in sources.items()), key=lambda e: (e.start, e.id)
    )
    planned = tuple(event for event in events if isinstance(event, Maintenance))
    incidents = tuple(event for event in events if not isinstance(event, Maintenance))
    return Status(services.services, incidents, planned, sources=sources), library


def _days(event: Event, service: Service) -> Iterator[date]:
    """The days whose versions of the terms are asked about the event."""
    instants = (event.start, event.reported) if isinstance(event, Incident) else (event.start,)
    for instant in instants:
        day = service.zone.day(instant)
        yield from (day, max(day, service.measured_from))


def _declared(service: Service) -> dict[str, str]:
    """What services.yml says of the service as far as it is counted by it."""
    declared = {"measured_by": service.rule, "measured_from": f"{service.measured_from:%Y-%m}"}
    return declared | {"responses_by": service.responses_by} if service.responses_by else declared


def _file(text: str) -> dict[str, str]:
    return {"sha256": text_sum(text), "text": text}


def _service(id: str, kept: Mapping[str, str], library: Library) -> Service:
    name = Text("nb", {"nb": id})
    zone = Zone(library[kept["measured_by"].partition(":")[0]]["supplier"]["time_zone"])
    since = date.fromisoformat(f"{kept['measured_from']}-01")
    return Service(id, name, name, kept["measured_by"], zone, since, None, kept.get("responses_by"))


def _event(path: str, text: str, services: Services, rules: Rules) -> Event:
    place = PurePosixPath(path)
    read = read_maintenance if place.parent.name == "maintenance" else read_incident
    log = ProblemLog(path)
    event = read(place.stem, text, services, rules, log)
    if event is None:
        raise NotReadable(log.problems)
    return event
