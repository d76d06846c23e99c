"""The dates of an answer as an iCalendar file (RFC 5545): days as whole days, instants in UTC."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from calculators.answering import Answer
from calculators.labels import result_label
from calculators.outcome import WallTime
from calculators.page import HIDDEN
from calculators.words import chosen

LONGEST_LINE = 75  # octets, without the break
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Paragraf//Calculators//EN", "CALSCALE:GREGORIAN")


def calendar_file(given: Answer, address: str, today: date, language: str) -> str:
    """Return a calendar with an event for every date of the result; "" where there is none.

    Equal answers give equal identifiers, so that a calendar keeps one event however often it is taken.
    """
    rule = given.asked.rule
    title = chosen(rule.declared["title"], language)
    events: list[str] = []
    for name, value in given.outcome.result.items():
        if name not in HIDDEN and (when := list(_when(value))):
            label = result_label(rule, name, language)
            named = hashlib.sha256(f"{rule.name} {name} {value}".encode()).hexdigest()[:32]
            stamp = f"DTSTAMP:{today:%Y%m%d}T000000Z"
            said = [f"SUMMARY:{_text(f'{title}: {label}')}", f"DESCRIPTION:{_text(_terms(given))}", f"URL:{address}"]
            events += ["BEGIN:VEVENT", f"UID:{named}@paragraf.example", stamp, *when, *said, "END:VEVENT"]
    return "".join(map(_folded, (*HEAD, *events, "END:VCALENDAR"))) if events else ""


def _when(value: object) -> Iterator[str]:
    if isinstance(value, WallTime):
        yield f"DTSTART:{datetime.fromtimestamp(value.instant, UTC):%Y%m%dT%H%M%SZ}"
    elif isinstance(value, date):
        yield f"DTSTART;VALUE=DATE:{value:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{value + timedelta(days=1):%Y%m%d}"


def _terms(given: Answer) -> str:
    version = given.asked.rule.version
    return f"{version.agreement}, {version.label}"


def _text(value: str) -> str:
    for found, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(found, instead)
    return value


def _folded(line: str) -> str:
    """Return a line broken where it is too long; never inside a character."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LONGEST_LINE:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts) + "\r\n"
