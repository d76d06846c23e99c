"""Reads the file of one planned maintenance: when it was to be, when customers were told, and how it really went."""

from calculators.values.intervals import Interval
from scripts.agreements.problems import ProblemLog
from scripts.status.event_files import EventFile, open_event_file
from scripts.status.model import Maintenance, Update
from scripts.status.rules import Rules
from scripts.status.services import Services

KEYS = (
    *("title", "language", "services", "announced_on", "starts_at", "ends_at"),
    *("started_at", "finished_at", "draft"),
)
CANCELLED = "cancelled"
STATES = ("scheduled", "in-progress", "completed", CANCELLED)


def read_maintenance(id: str, text: str, services: Services, rules: Rules, log: ProblemLog) -> Maintenance | None:
    """The maintenance a file tells of, or None after everything wrong with it is reported."""
    file = open_event_file(id, text, services, rules, log)
    if file is None or file.waits_for_services:
        return None
    file.fields.check_keys(KEYS)
    title, suffered = file.title(), file.suffered()
    starts, ends = (file.fields.instant(key, file.zone) for key in ("starts_at", "ends_at"))
    started, finished = (_told(file, key) for key in ("started_at", "finished_at"))
    updates, announced_on = file.updates(STATES), file.fields.day("announced_on")
    _check_order(file, ("starts_at", starts), ("ends_at", ends))
    _check_order(file, ("starts_at" if started is None else "started_at", started or starts), ("finished_at", finished))
    _check_cancelled(file, updates, starts, started or finished)
    is_draft = file.is_draft()
    if log.problems:
        return None
    return Maintenance(
        id=id,
        file=log.file,
        title=title,
        suffered=suffered,
        start=starts if started is None else started,
        # What was said to have started goes on until somebody says that it is finished.
        end=finished if finished is not None or started is not None else ends,
        updates=updates,
        announced_on=announced_on,
        planned=Interval(starts, ends),
        cancelled_at=next((update.at for update in updates if update.state == CANCELLED), None),
        is_draft=is_draft,
    )


def _told(file: EventFile, key: str) -> int | None:
    return file.fields.instant(key, file.zone) if file.fields.has(key) else None


def _check_order(file: EventFile, first: tuple[str, int | None], last: tuple[str, int | None]) -> None:
    (start_key, start), (end_key, end) = first, last
    if start is not None and end is not None and end <= start:
        found = f'"{end_key}" {file.fields.keys[end_key]} is not after "{start_key}"'
        expected = f"a time after {file.fields.keys[start_key]}"
        file.fields.report(end_key, found, expected, "Are the two swapped, or is one offset wrong?")


def _check_cancelled(file: EventFile, updates: tuple[Update, ...], starts: int | None, went_on: int | None) -> None:
    """Reports a cancellation of what has begun: the time it took is no less downtime for that."""
    cancelled = next((update for update in updates if update.state == CANCELLED), None)
    if cancelled is None or starts is None:
        return
    if went_on is not None or cancelled.at >= starts:
        found = "the maintenance was cancelled, but it had begun"
        expected = '"finished_at", the time it was broken off, and a last update with the state completed'
        file.fields.report("starts_at", found, expected)
    elif updates[-1] is not cancelled:
        file.fields.report("starts_at", "an update after the cancellation", "the cancellation as the last update")
