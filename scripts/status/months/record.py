"""The records of a closed month as JSON, and their hashes: each holds that of the service's record before it.

An edition is a way of reckoning a month up; records of the first name none, and a month is revised in its own.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

EDITIONS = (1, 2)  # the second has samples as evidence
FILE_MEMBERS = ("paragraf_month", "service", "month", "records")
MEMBERS = ("number", "previous", "frozen_on", "because", "contents", "sha256")


class NoMonthFile(ValueError):
    """A text that is no file of a closed month, and why; `is_changed` where it was one before it was changed."""

    def __init__(self, reason: str, is_changed: bool = False) -> None:
        super().__init__(reason)
        self.is_changed = is_changed


@dataclass(frozen=True)
class Record:
    """What a month came to, written on a day; `number` and `previous` place it in the service's chain.

    `because` is the reason of a revision, empty where the record closed the month.
    """

    number: int
    previous: str  # the hash of the service's record before it; empty where it is the first
    frozen_on: date
    because: str
    contents: Mapping[str, Any]
    sha256: str

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in MEMBERS} | {"frozen_on": self.frozen_on.isoformat()}


@dataclass(frozen=True)
class MonthFile:
    """The records of one service's month, the first of which closed it."""

    service: str
    month: str  # "2026-10"
    records: tuple[Record, ...]

    @property
    def latest(self) -> Record:
        return self.records[-1]

    @property
    def format(self) -> int:
        """The number that a program has to know to read the file: the latest edition in it."""
        return max(edition_of(record.contents) for record in self.records)

    def known_on(self, day: date) -> "MonthFile | None":
        """The file with the records written by a day, if there was any."""
        written = tuple(record for record in self.records if record.frozen_on <= day)
        return MonthFile(self.service, self.month, written) if written else None

    def text(self) -> str:
        """The file, written in the one way that it is written."""
        records = [record.as_json() for record in self.records]
        members = (self.format, self.service, self.month, records)
        return json.dumps(dict(zip(FILE_MEMBERS, members, strict=True)), ensure_ascii=False, indent=1) + "\n"

    def with_record(
        self, number: int, previous: str, frozen_on: date, because: str, contents: Mapping[str, Any]
    ) -> "MonthFile":
        """The file with one record more, sealed with its hash."""
        unsealed = Record(number, previous, frozen_on, because, contents, "")
        sealed = Record(number, previous, frozen_on, because, contents, self.seal(unsealed))
        return MonthFile(self.service, self.month, (*self.records, sealed))

    def seal(self, record: Record) -> str:
        """The hash of a record: of whose month it is, and of all that it says."""
        said = {name: value for name, value in record.as_json().items() if name != "sha256"}
        return sum_of({"service": self.service, "month": self.month, **said})


def read_month_file(text: str) -> MonthFile:
    """The records a text holds; NoMonthFile where it is not, to the byte, as the command writes it."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise NoMonthFile(f"this is no JSON: {fault}") from None
    _check_members(kept, FILE_MEMBERS, "the file")
    if kept["paragraf_month"] not in EDITIONS:
        known = " and ".join(map(str, EDITIONS))
        raise NoMonthFile(f"the file has format {kept['paragraf_month']!r}; this program reads {known}")
    if not isinstance(kept["records"], list) or not kept["records"]:
        raise NoMonthFile("the file holds no records")
    read = MonthFile(kept["service"], kept["month"], tuple(map(_record, kept["records"])))
    if read.text() != text:
        raise NoMonthFile("some byte is not as scripts/close_month writes it", is_changed=True)
    for record in read.records:
        if record.sha256 != read.seal(record):
            reason = f"record {record.number} has been changed since it was written: its hash differs"
            raise NoMonthFile(reason, is_changed=True)
    return read


def edition_of(contents: Mapping[str, Any]) -> int:
    """The edition that a record's contents were reckoned up in."""
    return contents.get("edition", EDITIONS[0])


def sum_of(value: Any) -> str:
    """The SHA-256 of a JSON value, whatever the order of its members."""
    return text_sum(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def text_sum(text: str) -> str:
    return hashlib.sha256(text.encode(errors="backslashreplace")).hexdigest()


def _record(kept: Any) -> Record:
    _check_members(kept, MEMBERS, "a record")
    try:
        frozen_on = date.fromisoformat(kept["frozen_on"])
    except (TypeError, ValueError):
        raise NoMonthFile(f"a record was frozen on {kept['frozen_on']!r}, which is no day") from None
    if not isinstance(kept["contents"], dict) or edition_of(kept["contents"]) not in EDITIONS:
        raise NoMonthFile("a record has contents of no edition that this program knows")
    return Record(**{**kept, "frozen_on": frozen_on})


def _check_members(kept: Any, members: tuple[str, ...], what: str) -> None:
    if not isinstance(kept, dict) or set(kept) != set(members):
        raise NoMonthFile(f"{what} is not an object with the members {', '.join(members)}")
