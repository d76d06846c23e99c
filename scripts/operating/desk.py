"""What an operator's act needs at hand: the services, the terms, the events as they stand, and how one is saved."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from calculators.asking import Library
from calculators.values.zones import ZONES, Zone
from scripts.agreements.corpus import read_corpus
from scripts.agreements.problems import Problem, ProblemLog
from scripts.agreements.source import decoded
from scripts.agreements.terms import terms
from scripts.operating.filing import put_text
from scripts.operating.refusal import Refused
from scripts.operating.times import Clock
from scripts.status.incidents import read_incident
from scripts.status.maintenance import read_maintenance
from scripts.status.model import Event, Incident, Maintenance, Status
from scripts.status.reading import FOLDER, ID, SERVICES, read_status
from scripts.status.rules import Rules
from scripts.status.services import Services, read_services

INCIDENTS, MAINTENANCE = "incidents", "maintenance"
READERS: dict[str, Callable[..., Event | None]] = {INCIDENTS: read_incident, MAINTENANCE: read_maintenance}


@dataclass(frozen=True)
class Desk:
    """The folder docs/status as it stands at an instant, and where the operator's times are read."""

    docs: Path
    status: Status
    services: Services
    library: Library
    now: int
    place: str | None = None

    @cached_property
    def rules(self) -> Rules:
        """What the terms say of the services."""
        return Rules(self.library)

    @property
    def folder(self) -> Path:
        return self.docs / FOLDER

    @property
    def incidents(self) -> list[Incident]:
        """The incidents with the drafts, oldest first."""
        return self._with_drafts(self.status.incidents, Incident)

    @property
    def maintenance(self) -> list[Maintenance]:
        return self._with_drafts(self.status.maintenance, Maintenance)

    def clock(self, service: str | None = None) -> Clock:
        """The clock of a service, or of the first one."""
        found = self.services.get(service) if service else next(iter(self.services.services), None)
        return Clock(self.now, found.zone if found else Zone(ZONES[0]), self.place)

    def clock_of(self, event: Event) -> Clock:
        return self.clock(next(iter(event.suffered)))

    def language_of(self, service: str) -> str:
        """The language of the supplier whose agreement the service is measured by."""
        agreement = self.services.get(service).rule.partition(":")[0]
        return self.library[agreement]["supplier"]["language"]

    def path(self, kind: str, id: str) -> Path:
        return self.folder / kind / f"{id}.md"

    def text(self, kind: str, id: str) -> str:
        """The text of a file that has been read as sound."""
        return decoded(self.path(kind, id).read_bytes(), ProblemLog(""))

    def free_name(self, wanted: str) -> str:
        """The name, with a number behind it where an event has it already."""
        taken = {path.stem for kind in READERS for path in (self.folder / kind).glob("*.md")}
        names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    def read(self, kind: str, id: str, text: str) -> Event:
        """The event that a text tells of; refused with the reader's words where it is not sound."""
        if not ID.fullmatch(id):
            raise Refused(f'--name: "{id}" is no name for a file; type lower-case words with hyphens, as vpn-login.')
        log = ProblemLog(f"{self.docs.name}/{FOLDER}/{kind}/{id}.md")
        composed = decoded(text.encode("utf-8", "replace"), log)
        event = READERS[kind](id, composed, self.services, self.rules, log) if composed is not None else None
        if event is None:
            problems = log.problems or self.problems_of(SERVICES)
            raise Refused("\n".join(["The file would not be sound, so nothing was written.", *map(str, problems)]))
        return event

    def save(self, kind: str, id: str, text: str) -> Event:
        """Put a text that is sound in its place, its letters composed."""
        event = self.read(kind, id, text)
        put_text(self.path(kind, id), unicodedata.normalize("NFC", text))
        return event

    def problems_of(self, name: str) -> list[Problem]:
        return [problem for problem in self.status.problems if problem.file.endswith(name)]

    def _with_drafts(self, shown: tuple, kind: type) -> list:
        drafts = [event for event in self.status.drafts if isinstance(event, kind)]
        return sorted((*shown, *drafts), key=lambda event: (event.start, event.id))


def open_desk(docs: Path, now: int, place: str | None = None) -> Desk:
    """The desk at an instant, with the agreements as they were known on its day."""
    today = datetime.fromtimestamp(now, UTC).date()
    library = {agreement.id: terms(agreement.known_on(today)) for agreement in read_corpus(docs).agreements}
    file = docs / FOLDER / SERVICES
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    status, services = read_status(docs, library), read_services(text, library, ProblemLog(file.name))
    if not services.services:
        found = "\n".join(str(problem) for problem in status.problems) or f"There is no {file}."
        raise Refused(f"No service can be read, so there is nothing to report on.\n{found}")
    return Desk(docs, status, services, library, now, place)
