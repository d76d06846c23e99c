"""What another page's history is read into, and how its times and files are read."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from calculators.values.intervals import Interval
from scripts.agreements.problems import ProblemLog, excerpt
from scripts.agreements.source import read_source
from scripts.operating.refusal import Refused
from scripts.operating.times import Clock
from scripts.status.model import Impact

TIME = re.compile(
    r"(?P<wall>\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?)(\.\d+)? ?(?P<place>Z|[+-]\d{2}:?\d{2})?", re.ASCII
)
GRAVITY = tuple(Impact)  # the gravest first


class Faulty(Exception):
    """Why an entry is kept out."""


@dataclass(frozen=True)
class Told:
    """What was told at an instant, in a state of ours."""

    at: int
    state: str
    text: str


@dataclass(frozen=True)
class Entry:
    """An incident of the other page, or its maintenance where `planned` says when that was to be."""

    source: str  # "issues/2026-10-07-api.md", or "incidents.json, p31zjtct2jer"
    title: str
    hit: Mapping[str, Impact]  # by the other page's name for the component
    start: int | None  # of maintenance: None where nobody told that it began
    end: int | None
    updates: tuple[Told, ...]  # oldest first
    planned: Interval | None = None
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptOut:
    """An entry that is not taken over, and why."""

    source: str
    reason: str


@dataclass(frozen=True)
class History:
    """All that was found, and what the format has that ours has no place for."""

    found: tuple[Entry | KeptOut, ...]
    lost: tuple[str, ...] = ()


def read_each(sources: Mapping[str, object], read: Callable[[str, object], Entry]) -> tuple[Entry | KeptOut, ...]:
    """Each source as an entry, or as kept out with the reason."""

    def outcome(source: str, content: object) -> Entry | KeptOut:
        try:
            return read(source, content)
        except Faulty as fault:
            return KeptOut(source, str(fault))

    return tuple(outcome(source, content) for source, content in sources.items())


def instant(value: object, key: str, clock: Clock) -> int:
    """The second a time names, its fractions cut off; faulty where it names no zone and none was given for all."""
    match = TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        found = f'"{key}" is missing' if value in (None, "") else f'"{key}" is «{excerpt(str(value))}»'
        raise Faulty(f"{found}; expected a time, as 2026-11-20T09:12:00+01:00.")
    if match["place"] is None and clock.place is None:
        raise Faulty(f'"{key}" {value} names no time zone; name the one they all are in with --zone.')
    try:
        return clock.instant(f"{match['wall']}{match['place'] or ''}", f'"{key}"')
    except Refused as refusal:
        raise Faulty(str(refusal)) from refusal


def text_of(value: object, key: str) -> str:
    """A text that says something."""
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise Faulty(f'"{key}" is missing; expected a text.')


def choice(value: object, key: str, known: Mapping[str, object]) -> object:
    """What stands for a word of the other page."""
    if isinstance(value, str) and value in known:
        return known[value]
    raise Faulty(f'"{key}" is «{excerpt(str(value))}»; expected one of {", ".join(known)}.')


def read_json(path: Path) -> object:
    """The content of a JSON file; refused where it is none, as nothing can be read from it."""
    log = ProblemLog(path.name)
    text = read_source(path, log)
    if text is None:
        raise Refused(f"{path.parent}/{log.problems[0]}")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise Refused(f"{path}: this is not JSON ({excerpt(str(fault))}).") from fault


def objects_of(values: object, path: Path, key: str) -> list[dict]:
    """A list of objects; refused where the file is of another shape."""
    if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
        raise Refused(f"{path}: expected {key} to be a list of objects; is it of another format?")
    return values


def objects_in(entry: Mapping[str, object], key: str) -> list[dict]:
    """A list of objects inside an entry; empty where it is left out."""
    values = entry.get(key) or []
    if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
        raise Faulty(f'"{key}" is «{excerpt(str(values))}»; expected a list of objects.')
    return values
