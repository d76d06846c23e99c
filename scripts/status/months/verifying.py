"""Whether the evidence of a closed month holds: every record computed anew from the file alone, nothing else read."""

import json
from collections.abc import Iterator
from datetime import date

from scripts.status.months.account import NotSettled, contents
from scripts.status.months.comparing import differences
from scripts.status.months.evidence import NotReadable, read_back
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


def _faults(file: MonthFile) -> Iterator[str]:
    for earlier, later in zip(file.records, file.records[1:], strict=False):
        if later.number == earlier.number + 1 and later.previous != earlier.sha256:
            yield f"record {later.number} does not hold the hash of record {earlier.number}"
        if later.number <= earlier.number:
            yield f"record {later.number} stands after record {earlier.number}"
    for record in file.records:
        yield from (f"record {record.number}: {fault}" for fault in _recomputed(file, record))


def _recomputed(file: MonthFile, record: Record) -> Iterator[str]:
    try:
        status, library = read_back(record.contents["evidence"])
        month = date.fromisoformat(f"{file.month}-01")
        now = contents(status, status.service(file.service), month, library)
        found = differences(record.contents, now)
        yield from found
        if not found and json.dumps(record.contents) != json.dumps(now):
            yield "the members of the record stand in another order, or there are others"
    except (NotReadable, NotSettled) as fault:
        yield f"the evidence cannot be reckoned up: {fault}"
    except (KeyError, TypeError, ValueError, AttributeError, StopIteration) as fault:
        yield f"the evidence is not whole: {type(fault).__name__} {fault}"
