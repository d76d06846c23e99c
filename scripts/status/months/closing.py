"""Closes a month and revises one: the file with one record more, or the reason why nothing is written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from calculators.asking import Library
from calculators.values.periods import end_of_month
from scripts.measuring.samples import Sample, one_per_instant
from scripts.status.model import Service, Status
from scripts.status.months.account import NotSettled, contents, contents_as, events_of_month
from scripts.status.months.comparing import differences
from scripts.status.months.reading import chain, next_to_close
from scripts.status.months.record import MonthFile
from scripts.status.months.samples import Days, days_in, kept, samples_in
from scripts.status.text import plain


class Refused(Exception):
    """Why a month is not closed or revised, in words for the operator."""


def closed(
    status: Status, service: Service, month: date, library: Library, today: date, taken: list[Sample] | None = None
) -> MonthFile:
    """The file of a month closed on a day; Refused where it is not over, is closed, has an open incident or a gap.

    `taken` are the samples around the month, None where nobody measures the service.
    """
    label, files = f"{month:%Y-%m}", status.months.get(service.id, ())
    if month < service.measured_from:
        raise Refused(f"{service.id} is measured from {service.measured_from:%Y-%m} on, so {label} has no books.")
    if before := next((file for file in files if file.month == label), None):
        again = f'To correct it: scripts/close_month --revise --because "..." {service.id} {label}'
        raise Refused(f"{service.id} {label} was closed on {before.records[0].frozen_on}. {again}")
    if today <= end_of_month(month):
        raise Refused(f"{service.id} {label} is not over: it lasts to the end of {end_of_month(month)}.")
    if (first := next_to_close(service, files)) != month:
        raise Refused(f"{service.id} {first:%Y-%m} is not closed yet. Close the months in their order.")
    _check_drafts(status, service, month)
    _check_events(status, service, month, today)
    samples = None if taken is None else kept(taken, service.zone)
    said = _settled(partial(contents, status, service, month, library, samples), service, label)
    return _with(MonthFile(service.id, label, ()), status, today, "", said)


def revised(
    status: Status,
    service: Service,
    month: date,
    library: Library,
    today: date,
    because: str,
    taken: list[Sample] | None = None,
) -> MonthFile:
    """The file of a closed month with a revision; Refused without a reason, or where nothing comes out otherwise.

    Samples that came late are added to the frozen ones, which stay. What was closed unmeasured is revised unmeasured.
    """
    label = f"{month:%Y-%m}"
    file = next((each for each in status.months.get(service.id, ()) if each.month == label), None)
    if file is None:
        raise Refused(f"{service.id} {label} is not closed, so there is nothing to revise.")
    if not (reason := plain(because)):
        raise Refused('A revision says why, for everyone to read: --because "...".')
    if today < file.latest.frozen_on:
        raise Refused(f"{service.id} {label} was written on {file.latest.frozen_on}, after {today}.")
    _check_events(status, service, month, today)
    frozen = file.latest.contents
    samples = _with_late(days_in(frozen), taken or [], service)
    said = _settled(partial(contents_as, frozen, status, service, month, library, samples), service, label)
    if not differences(frozen, said):
        raise Refused(f"{service.id} {label} comes out as it was frozen: there is nothing to revise.")
    return _with(file, status, today, reason, said)


def _check_drafts(status: Status, service: Service, month: date) -> None:
    """Refuses while a draft tells of the month: once it is shown, the month would come out otherwise."""
    drafts = events_of_month(replace(status, incidents=status.drafts, maintenance=()), service, month)
    if drafts:
        told = ", ".join(event.file for event in drafts)
        raise Refused(f"{service.id} {month:%Y-%m} has drafts: {told}. Show or delete them first, then close.")


def _check_events(status: Status, service: Service, month: date, today: date) -> None:
    """Refuses while an incident of the month is open, or is said to end on a later day."""
    tomorrow = service.zone.midnight(today + timedelta(days=1))
    events = events_of_month(status, service, month)
    still_open = [event.file for event in events if event.end is None or event.end > tomorrow]
    if still_open:
        told = ", ".join(still_open)
        raise Refused(f"{service.id} {month:%Y-%m} has what is still open: {told}. Resolve it first, then close.")


def _with_late(frozen: Days | None, taken: list[Sample], service: Service) -> Days | None:
    return None if frozen is None else kept(one_per_instant([*samples_in(frozen), *taken]), service.zone)


def _settled(reckoned: Callable[[], dict[str, Any]], service: Service, label: str) -> dict[str, Any]:
    try:
        return reckoned()
    except NotSettled as reason:
        raise Refused(f"{service.id} {label} cannot be closed: {reason}.") from None


def _with(file: MonthFile, status: Status, today: date, because: str, said: dict[str, Any]) -> MonthFile:
    written = chain(status.months.get(file.service, ()))
    previous = written[-1][1].sha256 if written else ""
    return file.with_record(len(written) + 1, previous, today, because, said)
