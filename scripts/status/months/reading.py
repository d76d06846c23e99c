"""Reads docs/status/months: every file, each service's chain without a gap, and whether the figures still come out."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from calculators.asking import Library
from calculators.values.periods import end_of_month
from scripts.agreements.problems import ProblemLog
from scripts.agreements.source import read_source
from scripts.status.model import Service, Status
from scripts.status.months.account import NotSettled, contents_as
from scripts.status.months.comparing import differences
from scripts.status.months.record import MonthFile, NoMonthFile, Record, read_month_file

FOLDER = "status/months"
NAME = re.compile(r"\d{4}-(0[1-9]|1[0-2])\.json")
MOST_SHOWN = 5


def month_path(docs: Path, service: str, month: date) -> Path:
    return docs / FOLDER / service / f"{month:%Y-%m}.json"


def read_months(docs: Path, services: Iterable[Service]) -> tuple[dict[str, tuple[MonthFile, ...]], list[ProblemLog]]:
    """The closed months of every service, the earliest first, and what is wrong with their files and chains."""
    known, logs, read = {service.id: service for service in services}, [], {}
    for folder in sorted(path for path in (docs / FOLDER).glob("*") if path.name[0] != "."):
        log = ProblemLog(_shown(docs, folder))
        logs.append(log)
        if folder.name not in known:
            log.report(1, f'the closed months of "{folder.name}"', f"a folder of a service: {', '.join(known)}")
            continue
        files = [_read(docs, path, logs) for path in sorted(folder.glob("*")) if path.name[0] != "."]
        if None not in files:
            read[folder.name] = tuple(files)
            _check_chain(known[folder.name], files, log)
    return read, logs


def chain(files: Iterable[MonthFile]) -> list[tuple[MonthFile, Record]]:
    """Every record of a service in the order they were written in, each with its file."""
    return sorted(((file, each) for file in files for each in file.records), key=lambda pair: pair[1].number)


def next_to_close(service: Service, files: Iterable[MonthFile]) -> date:
    """The first month of the service that is not closed."""
    closed, month = {file.month for file in files}, service.measured_from
    while f"{month:%Y-%m}" in closed:
        month = end_of_month(month) + timedelta(days=1)
    return month


def changed_since(docs: Path, status: Status, library: Library) -> list[ProblemLog]:
    """The closed months that come out otherwise now, each with what was frozen and how to mend it."""
    return [
        _compared(docs, status, library, status.service(id), file) for id in status.months for file in status.months[id]
    ]


def _read(docs: Path, path: Path, logs: list[ProblemLog]) -> MonthFile | None:
    log = ProblemLog(_shown(docs, path))
    logs.append(log)
    if not NAME.fullmatch(path.name) or not path.is_file():
        log.report(1, f'"{path.name}"', "the file of a closed month, as 2026-10.json")
        return None
    text = read_source(path, log)
    try:
        read = None if text is None else read_month_file(text)
    except NoMonthFile as fault:
        log.report(1, str(fault), "the records of a closed month as they were written", "Take the file back as it was.")
        return None
    if read and (read.service, read.month) != (path.parent.name, path.stem):
        log.report(1, f"the records of {read.service} {read.month}", f"those of {path.parent.name} {path.stem}")
        return None
    return read


def _check_chain(service: Service, files: list[MonthFile], log: ProblemLog) -> None:
    """Reports a record that does not follow on the one before it, and a month left out."""
    records = chain(files)
    previous = ""
    for number, (file, record) in enumerate(records, start=1):
        if (record.number, record.previous) != (number, previous):
            found = f"record {record.number}, of {file.month}, does not follow on the record before it"
            log.report(1, found, f"record {number} with the hash of the one before it", "Is a file missing?")
            return
        previous = record.sha256
    first = [file.month for file, record in records if not record.because]
    expected = f"{service.measured_from:%Y-%m}" if first else ""
    if first and (first[0] != expected or first != sorted(first) or _has_gap(first)):
        log.report(1, f"the months {', '.join(first)}", f"every month from {expected} on, none left out")


def _has_gap(months: list[str]) -> bool:
    days = [date.fromisoformat(f"{month}-01") for month in months]
    return any(end_of_month(earlier) + timedelta(days=1) != later for earlier, later in pairwise(days))


def _compared(docs: Path, status: Status, library: Library, service: Service, file: MonthFile) -> ProblemLog:
    log = ProblemLog(_shown(docs, docs / FOLDER / service.id / f"{file.month}.json"))
    try:
        frozen = file.latest.contents
        now = contents_as(frozen, status, service, date.fromisoformat(f"{file.month}-01"), library)
        found = differences(frozen, now)
    except NotSettled as reason:
        found = [str(reason)]
    if found:
        more = [f"and {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
        told = "; ".join([*found[:MOST_SHOWN], *more])
        command = f'scripts/close_month --revise --because "..." {service.id} {file.month}'
        likely = f"Undo the edit, or publish it as a revision with its reason: {command}"
        log.report(1, f"the month is closed, but {told}", f"all as on {file.latest.frozen_on}", likely)
    return log


def _shown(docs: Path, path: Path) -> str:
    return f"{docs.name}/{path.relative_to(docs).as_posix()}"
