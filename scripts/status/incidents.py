"""Reads the file of one incident and holds its parts against each other."""

from calculators.conditions import causes
from scripts.agreements.problems import ProblemLog
from scripts.status.event_files import EventFile, open_event_file
from scripts.status.model import Incident
from scripts.status.rules import Rules
from scripts.status.services import Services

RESPONSES = ("reported_at", "responded_at", "fix_started_at")
OPENED_BY, MEASUREMENTS = "opened_by", "measurements"
TIMES = ("started_at", *RESPONSES, "resolved_at")
KEYS = ("title", "language", "services", "cause", "severity", *TIMES, OPENED_BY, "draft")
RESOLVED = "resolved"
POSTMORTEM = "postmortem"
STATES = ("investigating", "identified", "monitoring", RESOLVED, POSTMORTEM)


def read_incident(id: str, text: str, services: Services, rules: Rules, log: ProblemLog) -> Incident | None:
    """The incident a file tells of, or None after everything wrong with it is reported."""
    file = open_event_file(id, text, services, rules, log)
    if file is None or file.waits_for_services:
        return None
    file.fields.check_keys(KEYS)
    start = file.fields.instant("started_at", file.zone)
    end = file.fields.instant("resolved_at", file.zone) if file.fields.has("resolved_at") else None
    read = Incident(
        id=id,
        file=log.file,
        title=file.title(),
        suffered=file.suffered(),
        start=start,
        end=end,
        updates=file.updates(STATES),
        cause=_cause(file, start),
        is_draft=file.is_draft(),
        is_by_measurements=_is_by_measurements(file),
        severity=_severity(file, start),
        **{key: file.fields.instant(key, file.zone) for key in RESPONSES if file.fields.has(key)},
    )
    if start is not None:
        _check_times(file, read)
        _check_responses(file, read)
    return None if log.problems else read


def _cause(file: EventFile, start: int | None) -> str | None:
    if not file.fields.has("cause") or not file.named_services or start is None:
        return None
    known = _known_causes(file, start)
    cause = file.fields.keys["cause"]
    if cause == "planned":
        likely = "Planned maintenance has files of its own, in the folder maintenance."
        file.fields.wrong("cause", f"one of {', '.join(known)}", likely)
        return None
    return file.fields.choice("cause", known)


def _known_causes(file: EventFile, start: int) -> tuple[str, ...]:
    """The causes that the rule of every service hit knows in the month the incident started."""
    common: list[str] | None = None
    for service in file.named_services:
        known = causes(file.rules.at(service, start))
        common = known if common is None else [cause for cause in common if cause in known]
    return tuple(cause for cause in common or () if cause != "planned")


def _is_by_measurements(file: EventFile) -> bool:
    """Whether the file says so; what an operator knows of the cause would then be without effect, and is a fault."""
    if not file.fields.has(OPENED_BY):
        return False
    if file.fields.choice(OPENED_BY, (MEASUREMENTS,)) and file.fields.has("cause"):
        found, expected = f'"cause" beside "{OPENED_BY}: {MEASUREMENTS}"', "one of the two"
        likely = f'Take out "{OPENED_BY}": then the times of the file count, and the cause with them.'
        file.fields.report("cause", found, expected, likely)
    return True


def _severity(file: EventFile, start: int | None) -> str | None:
    """One that the rule on response times of a service hit knows."""
    if not file.fields.has("severity") or not file.named_services or start is None:
        return None
    known = dict.fromkeys(name for each in file.named_services for name in file.rules.severities(each, start))
    if known:
        return file.fields.choice("severity", tuple(known))
    found = '"severity" is given, but no service hit has a rule on response times'
    file.fields.report("severity", found, "no severity, or responses_by in services.yml")
    return None


def _check_responses(file: EventFile, incident: Incident) -> None:
    """Reports an answer before the report, and a report before the start."""
    reported = "started_at" if incident.reported_at is None else "reported_at"
    for key, first in {"reported_at": "started_at", "responded_at": reported, "fix_started_at": reported}.items():
        at, since = getattr(incident, key), incident.start if key == "reported_at" else incident.reported
        if at is not None and at < since:
            expected = f"a time not before {file.zone.aware(since).isoformat(timespec='minutes')}"
            file.fields.report(key, f'"{key}" {file.fields.keys[key]} is before "{first}"', expected)


def _check_times(file: EventFile, incident: Incident) -> None:
    """Reports an end before the start, an update before it, and an end told only above or only below."""
    if incident.end is not None and incident.end <= incident.start:
        found = f'"resolved_at" {file.fields.keys["resolved_at"]} is not after "started_at"'
        expected = f"a time after {file.fields.keys['started_at']}"
        file.fields.report("resolved_at", found, expected, "Are the two swapped, or is one offset wrong?")
    told = [update for update in incident.updates if update.at < incident.start]
    if told:
        file.fields.report("started_at", '"started_at" is later than the first update', "the time it began")
    resolved = next((update for update in incident.updates if update.state == RESOLVED), None)
    if resolved and incident.end is None:
        likely = f"It was told as resolved at {file.zone.aware(resolved.at).isoformat(timespec='minutes')}."
        file.fields.wrong("resolved_at", "the time the service was back", likely)
    elif incident.end is not None and resolved is None:
        file.fields.report("resolved_at", "no update says that it is resolved", f"an update with the state {RESOLVED}")
