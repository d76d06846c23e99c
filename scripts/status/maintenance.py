"""Reads the file of one planned maintenance: when it was to be, and when customers were told."""

from calculators.asking import Library
from scripts.agreements.problems import ProblemLog
from scripts.status.event_files import open_event_file
from scripts.status.model import Maintenance
from scripts.status.services import Services

KEYS = ("title", "language", "services", "announced_on", "starts_at", "ends_at")
STATES = ("scheduled", "in-progress", "completed")


def read_maintenance(id: str, text: str, services: Services, library: Library, log: ProblemLog) -> Maintenance | None:
    """The maintenance a file tells of, or None after everything wrong with it is reported."""
    file = open_event_file(id, text, services, library, log)
    if file is None or file.waits_for_services:
        return None
    file.fields.check_keys(KEYS)
    read = Maintenance(
        id=id,
        file=log.file,
        title=file.title(),
        suffered=file.suffered(),
        start=file.fields.instant("starts_at", file.zone),
        end=file.fields.instant("ends_at", file.zone),
        updates=file.updates(STATES),
        announced_on=file.fields.day("announced_on"),
    )
    if read.start is not None and read.end is not None and read.end <= read.start:
        found = f'"ends_at" {file.fields.keys["ends_at"]} is not after "starts_at"'
        expected = f"a time after {file.fields.keys['starts_at']}"
        file.fields.report("ends_at", found, expected, "Are the two swapped, or is one offset wrong?")
    return None if log.problems else read
