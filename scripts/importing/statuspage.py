"""Answers of Atlassian Statuspage's API v2: incidents.json and scheduled-maintenances.json, one or both."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from calculators.values.intervals import Interval
from scripts.importing.entries import (
    GRAVITY,
    Entry,
    Faulty,
    History,
    Told,
    choice,
    instant,
    objects_in,
    objects_of,
    read_each,
    read_json,
    text_of,
)
from scripts.operating.refusal import Refused
from scripts.operating.times import Clock
from scripts.status.incidents import POSTMORTEM, RESOLVED, STATES
from scripts.status.model import Impact

LISTS = ("incidents", "scheduled_maintenances")
FILES = ("incidents.json", "scheduled-maintenances.json")
COMPONENT_IMPACTS = {
    "operational": None,
    "under_maintenance": None,
    "degraded_performance": Impact.DEGRADED,
    "partial_outage": Impact.PARTIAL_OUTAGE,
    "major_outage": Impact.MAJOR_OUTAGE,
}
IMPACTS = {"minor": Impact.DEGRADED, "major": Impact.PARTIAL_OUTAGE, "critical": Impact.MAJOR_OUTAGE}
INCIDENT_STATES = {state: state for state in STATES}
MAINTENANCE_STATES = {
    "scheduled": "scheduled",
    "in_progress": "in-progress",
    "verifying": "in-progress",
    "completed": "completed",
}


def history(path: Path, clock: Clock) -> History:
    """The incidents and the maintenance of one answer, or of those that lie in a folder."""
    files = [path / name for name in FILES if (path / name).is_file()] if path.is_dir() else [path]
    if not files:
        raise Refused(f"{path}: there is neither {' nor '.join(FILES)} here.")
    found = [entry for file in files for entry in _entries(file, clock)]
    lost = ("Shortlinks, tweets and the ids of updates have no place here.",)
    return History(tuple(found), (*lost, "The API gives the latest 50 of each: what is older is in no answer."))


def _entries(file: Path, clock: Clock) -> tuple:
    answer = read_json(file)
    lists = [key for key in LISTS if key in answer] if isinstance(answer, dict) else []
    if not lists:
        raise Refused(f"{file}: expected an object with {' or '.join(LISTS)}; is it of another format?")
    readers = {"incidents": partial(_incident, clock=clock), "scheduled_maintenances": partial(_planned, clock=clock)}
    return tuple(
        entry
        for key in lists
        for entry in read_each(_named(objects_of(answer[key], file, f'"{key}"'), file.name), readers[key])
    )


def _named(entries: list[dict], file: str) -> dict[str, dict]:
    """The entries by file and id, or by place in the list where one has none of its own."""
    named: dict[str, dict] = {}
    for number, entry in enumerate(entries, 1):
        source = f"{file}, {entry.get('id') or f'number {number}'}"
        named[source if source not in named else f"{source} (number {number})"] = entry
    return named


def _incident(source: str, entry: dict, clock: Clock) -> Entry:
    lost: list[str] = []
    start = instant(entry.get("started_at") or entry.get("created_at"), "started_at", clock)
    end = instant(entry["resolved_at"], "resolved_at", clock) if entry.get("resolved_at") else None
    if end is None and entry.get("status") in (RESOLVED, POSTMORTEM):
        raise Faulty('it is resolved, but "resolved_at" is missing; expected the time it was over.')
    if end is not None:
        lost.append("the end is when it was told as resolved, which may be later than it was")
    fallback = partial(choice, entry.get("impact"), "impact", IMPACTS)
    title, updates = text_of(entry.get("name"), "name"), _updates(entry, INCIDENT_STATES, clock)
    return Entry(source, title, _hit(entry, fallback, lost), start, end, updates, lost=tuple(lost))


def _planned(source: str, entry: dict, clock: Clock) -> Entry:
    starts, ends = (instant(entry.get(key), key, clock) for key in ("scheduled_for", "scheduled_until"))
    if ends <= starts:
        raise Faulty('"scheduled_until" is not after "scheduled_for"; expected a later time.')
    lost = ["customers are taken to have been told on the day of the first update"]
    updates = _updates(entry, MAINTENANCE_STATES, clock)
    begun = next((told.at for told in updates if told.state == "in-progress"), None)
    over = next((told.at for told in updates if told.state == "completed"), None)
    if over is not None and begun is None:
        raise Faulty("it is told as completed, but no update says when it began.")
    hit = _hit(entry, lambda: Impact.MAJOR_OUTAGE, lost)
    return Entry(
        source, text_of(entry.get("name"), "name"), hit, begun, over, updates, Interval(starts, ends), tuple(lost)
    )


def _updates(entry: dict, states: Mapping[str, str], clock: Clock) -> tuple[Told, ...]:
    read = [
        Told(
            instant(each.get("display_at") or each.get("created_at"), "display_at", clock),
            choice(each.get("status"), "status", states),
            text_of(each.get("body"), "body"),
        )
        for each in reversed(objects_in(entry, "incident_updates"))
    ]
    return tuple(sorted(read, key=lambda told: told.at))


def _hit(entry: dict, fallback, lost: list[str]) -> dict[str, Impact]:
    """The gravest that the updates say of each component; where they say nothing, that of the whole entry."""
    named = [text_of(each.get("name"), "name") for each in objects_in(entry, "components")]
    worst: dict[str, set[Impact]] = {name: set() for name in named}
    for update in objects_in(entry, "incident_updates"):
        for each in objects_in(update, "affected_components"):
            impact = choice(each.get("new_status"), "new_status", COMPONENT_IMPACTS)
            worst.setdefault(text_of(each.get("name"), "name"), set()).update({impact} - {None})
    if not worst:
        raise Faulty('"components" names no component; expected the ones that were hit.')
    if any(len(impacts) > 1 for impacts in worst.values()):
        lost.append("the impact changed over time; the gravest is kept for all of it")
    if not all(worst.values()):
        lost.append(f"a component's own impact is not told; {fallback()} is taken")
    return {name: min(impacts, key=GRAVITY.index) if impacts else fallback() for name, impacts in worst.items()}
