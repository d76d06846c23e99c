"""Whether the evidence of a closed month holds: every record computed anew from the file alone, nothing else read."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import pairwise

from scripts.status.months.account import NotSettled, contents_as
from scripts.status.months.comparing import differences
from scripts.status.months.evidence import NotReadable, read_back
from scripts.status.months.reading import chain
from scripts.status.months.record import MonthFile, NoMonthFile, Record, read_month_file

SAME, DIFFERS, UNREADABLE = 0, 1, 2


def verified(text: str) -> tuple[int, list[str]]:
    """The exit code for a file's text, and what there is to say of it: the first line sums up."""
    try:
        file = read_month_file(text)
    except NoMonthFile as fault:
        return (DIFFERS if fault.is_changed else UNREADABLE), [str(fault)]
    found = list(_faults(file))
    if found:
        return DIFFERS, [f"{len(found)} {'thing differs' if len(found) == 1 else 'things differ'}", *found]
    latest = file.latest
    held = f"{file.service} {file.month}: every figure comes out as frozen on {latest.frozen_on}"
    return SAME, [held, f"SHA-256 {latest.sha256}", "Compare this with the month's page."]


def broken_links(texts: Iterable[str]) -> list[str]:
    """Where records of the same service among these files do not hold the hash of the one before them."""
    chains: dict[str, list[MonthFile]] = {}
    for text in texts:
        with suppress(NoMonthFile):
            file = read_month_file(text)
            chains.setdefault(file.service, []).append(file)
    return [f"{service}: {fault}" for service, files in chains.items() for fault in _unlinked(files)]


def _unlinked(files: list[MonthFile]) -> Iterator[str]:
    for (before, earlier), (after, later) in pairwise(chain(files)):
        if later.number == earlier.number + 1 and later.previous != earlier.sha256:
            place = f"record {later.number}, of {after.month}, does not hold the hash of record {earlier.number}"
            yield f"{place}, of {before.month}"


def _faults(file: MonthFile) -> Iterator[str]:
    yield from _unlinked([file])
    for earlier, later in pairwise(file.records):
        if later.number <= earlier.number:
            yield f"record {later.number} stands after record {earlier.number}"
    for record in file.records:
        yield from (f"record {record.number}: {fault}" for fault in _recomputed(file, record))


def _recomputed(file: MonthFile, record: Record) -> Iterator[str]:
    try:
        status, library = read_back(record.contents["evidence"])
        month = date.fromisoformat(f"{file.month}-01")
        now = contents_as(record.contents, status, status.service(file.service), month, library)
        found = differences(record.contents, now)
        yield from found
        if not found and json.dumps(record.contents) != json.dumps(now):
            yield "the members of the record stand in another order, or there are others"
    except (NotReadable, NotSettled) as fault:
        yield f"the evidence cannot be reckoned up: {fault}"
    except Exception as fault:  # a forger may have written anything, and none of it is a month's evidence
        yield f"the evidence is not whole: {type(fault).__name__} {fault}"
