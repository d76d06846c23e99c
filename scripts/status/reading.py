"""Reads docs/status: services, incidents, maintenance and closed months, each file with all its problems."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import batched
from operator import attrgetter
from pathlib import Path

from calculators.asking import Library
from scripts.agreements.problems import Problem, ProblemLog
from scripts.agreements.source import read_source
from scripts.status.incidents import read_incident
from scripts.status.maintenance import read_maintenance
from scripts.status.model import Event, Status
from scripts.status.months.reading import changed_since, read_months
from scripts.status.months.record import MonthFile
from scripts.status.rules import Rules
from scripts.status.services import Services, read_services
from scripts.status.sharing import processors, results

FOLDER = "status"
SERVICES = "services.yml"
LONG = 1000  # files; fewer are read before other processes have begun
AT_A_TIME = 250
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_status(docs_folder: Path, library: Library) -> Status:
    """All that the folder `status` of the documentation says; empty where there is none. No content makes it raise."""
    if not (docs_folder / FOLDER).is_dir():
        return Status()
    reader = _Reader(docs_folder, library)
    services = reader.services()
    incidents = reader.events("incidents", read_incident, services)
    maintenance = reader.events("maintenance", read_maintenance, services)
    reader.check_ids(incidents, maintenance)
    status = Status(
        services=services.services,
        incidents=tuple(incident for incident in incidents if not incident.is_draft),
        maintenance=tuple(event for event in maintenance if not event.is_draft),
        is_sample=services.is_sample,
        drafts=tuple(event for event in (*incidents, *maintenance) if event.is_draft),
        sources=reader.sources,
        groups=services.groups,
        months=reader.months(services),
    )
    if not reader.problems():
        reader.logs += changed_since(docs_folder, status, library)
    return replace(status, problems=tuple(sorted(reader.problems())))


@dataclass(frozen=True)
class EventRead:
    """What came of one file: its problems, its text where it could be read, and the event where it is sound."""

    log: ProblemLog
    text: str | None = None
    event: Event | None = None


class _Reader:
    """Walks the folder and keeps one log per file."""

    def __init__(self, docs_folder: Path, library: Library) -> None:
        self.docs_folder, self.rules = docs_folder, Rules(library)
        self.logs: list[ProblemLog] = []
        self.sources: dict[str, str] = {}

    def problems(self) -> list[Problem]:
        return [problem for log in self.logs for problem in log.problems]

    def log(self, path: Path) -> ProblemLog:
        self.logs.append(self._new_log(path))
        return self.logs[-1]

    def _new_log(self, path: Path) -> ProblemLog:
        return ProblemLog(f"{self.docs_folder.name}/{path.relative_to(self.docs_folder).as_posix()}")

    def services(self) -> Services:
        path = self.docs_folder / FOLDER / SERVICES
        log = self.log(path)
        if not path.is_file():
            log.report(1, f"there is no {SERVICES}", "the services that the status page is about")
            return Services()
        text = read_source(path, log)
        return Services() if text is None else read_services(text, self.rules.library, log)

    def events(self, folder: str, read: Callable[..., Event | None], services: Services) -> list:
        """The readable events of a folder, oldest first; without services there is nothing they could be about."""
        if not services.services:
            return []
        found = (path for path in (self.docs_folder / FOLDER / folder).glob("*") if path.name[0] != ".")
        paths = sorted(found, key=attrgetter("name"))
        parts = [partial(self._read_files, some, read, services) for some in batched(paths, AT_A_TIME)]
        files = [file for part in results(parts, processors() if len(paths) > LONG else 1) for file in part]
        self.logs += [file.log for file in files]
        self.sources |= {file.log.file: file.text for file in files if file.text is not None}
        events = [file.event for file in files if file.event]
        return sorted(events, key=lambda event: (event.start, event.id))

    def months(self, services: Services) -> dict[str, tuple[MonthFile, ...]]:
        """The closed months; where a service is faulty, that is told instead."""
        if services.faulty or not services.services:
            return {}
        read, logs = read_months(self.docs_folder, services.services)
        self.logs += logs
        return read

    def _read_files(
        self, paths: Iterable[Path], read: Callable[..., Event | None], services: Services
    ) -> list[EventRead]:
        return [self._event(path, read, services) for path in paths]

    def _event(self, path: Path, read: Callable[..., Event | None], services: Services) -> EventRead:
        log = self._new_log(path)
        if path.suffix != ".md" or not ID.fullmatch(path.stem) or not path.is_file():
            log.report(1, f'"{path.name}"', "a file in lower-case kebab-case, as 2026-10-07-storage.md")
            return EventRead(log)
        text = read_source(path, log)
        event = read(path.stem, text, services, self.rules, log) if text is not None else None
        return EventRead(log, text, event)

    def check_ids(self, incidents: list[Event], maintenance: list[Event]) -> None:
        """Two events never share an address; the incident keeps it."""
        taken = {incident.id: incident for incident in incidents}
        for event in [event for event in maintenance if event.id in taken]:
            log = self.log(self.docs_folder / FOLDER / "maintenance" / f"{event.id}.md")
            log.report(1, f'the name "{event.id}" is that of {taken[event.id].file} too', "a name of its own")
            maintenance.remove(event)
