"""scripts/close_month: writes a service's month down for good, or revises one that is closed."""

import argparse
import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from calculators.asking import Library
from scripts.calculating.command import library
from scripts.closing.stored import taken
from scripts.measuring.places import VARIABLE, Misplaced, store_path
from scripts.operating.filing import only_writer, put_text
from scripts.setup.start import ROOT
from scripts.status.model import Service, Status
from scripts.status.months.closing import Refused, closed, revised
from scripts.status.months.reading import changed_since, month_path
from scripts.status.months.record import MonthFile
from scripts.status.months.samples import days_in
from scripts.status.reading import read_status

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def main(arguments: list[str]) -> int:
    """Write the files; 0 when all that was asked for is written, 1 when something was refused."""
    options = parser().parse_args(arguments)
    try:
        store = store_path(options.store, os.environ, Path.home(), ROOT)
    except Misplaced as error:
        print(f"scripts/close_month: {error}")
        return 1
    with only_writer(ROOT / "docs" / "status"):
        return run(ROOT / "docs", library(), options, datetime.now(UTC), store)


def run(docs: Path, library: Library, options: argparse.Namespace, now: datetime, store: Path) -> int:
    """The same for a folder of documentation, at an instant, with the store of what was measured."""
    status = read_status(docs, library)
    mended = {problem for log in changed_since(docs, status, library) for problem in log.problems if options.revise}
    faults = [problem for problem in status.problems if problem not in mended]
    if faults:
        print("\n".join(map(str, [*faults, "Nothing was written."])))
        return 1
    refused = 0
    for service in _services(status, options):
        today = options.today or service.zone.day(int(now.timestamp()))
        try:
            file = _made(status, service, library, today, options, store)
        except Refused as reason:
            print(f"scripts/close_month: {reason}")
            refused += 1
            continue
        path = month_path(docs, service.id, date.fromisoformat(f"{file.month}-01"))
        put_text(path, file.text())
        verb = "revised" if options.revise else "closed"
        print(f"{path.relative_to(docs.parent)}: {verb}. SHA-256 {file.latest.sha256}{_coverage(file)}")
    return 1 if refused else 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/close_month", description=__doc__)
    add = options.add_argument
    add("month", nargs="*", help="[SERVICE] [YYYY-MM]; else every service, and the month before this one")
    add("--service", help="only this service")
    add("--revise", action="store_true", help="add a revision to a closed month that comes out otherwise now")
    add("--because", default="", help="the reason of the revision, for everyone to read")
    add("--store", help=f"the file of what was measured; ${VARIABLE} or ~/.local/state/paragraf when left out")
    add("--today", type=date.fromisoformat, help="the day it is written on (YYYY-MM-DD)")
    return options


def _coverage(file: MonthFile) -> str:
    """How much was measured: whoever forgot to collect the last samples sees it here."""
    coverage = file.latest.contents["figures"].get("coverage")
    return f". Samples cover {coverage['percent']} % of the time in which service was agreed" if coverage else ""


def _services(status: Status, options: argparse.Namespace) -> Iterator[Service]:
    """The services asked for; a name that is none of them ends the command."""
    named = [word for word in options.month if not MONTH.fullmatch(word)] + [options.service] * bool(options.service)
    known = {service.id: service for service in status.services}
    if unknown := [name for name in named if name not in known]:
        raise SystemExit(f'scripts/close_month: no service "{unknown[0]}"; there are {", ".join(known)}.')
    if options.revise and len(named) != 1:
        raise SystemExit('scripts/close_month: name one service to revise, as --revise --because "..." vps 2026-10.')
    return (known[name] for name in named or known)


def _made(
    status: Status, service: Service, library: Library, today: date, options: argparse.Namespace, store: Path
) -> MonthFile:
    labels = [word for word in options.month if MONTH.fullmatch(word)] or [f"{_month_before(today):%Y-%m}"]
    month = date.fromisoformat(f"{labels[0]}-01")
    file = status.closed(service.id, labels[0], date.max)
    is_unmeasured = file is not None and days_in(file.latest.contents) is None  # and is revised so, if at all
    samples = None if is_unmeasured else taken(store, service, month)
    if options.revise:
        return revised(status, service, month, library, today, options.because, samples)
    return closed(status, service, month, library, today, samples)


def _month_before(today: date) -> date:
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)
