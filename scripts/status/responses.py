"""How fast help came: when an incident was answered and its mending begun, against the deadlines of the agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from calculators.answering import Answer, answered
from calculators.asking import Library
from calculators.contract.figures import ClauseRef
from calculators.contract.rule import BoundRule
from calculators.outcome import Outcome
from scripts.status.credit_inputs import wall_text
from scripts.status.model import Incident, Service
from scripts.status.services import severities

ROLES = {"response": "response_by", "fix_start": "fix_start_by"}
FIRST_STATE = "investigating"


class Verdict(StrEnum):
    """Whether a deadline was kept; none can be told where the clause says "immediately" and gives no number."""

    MET = "met"
    MISSED = "missed"
    AHEAD = "ahead"  # not done, and the time has not run out
    OVERDUE = "overdue"  # not done, and the time has run out
    NO_NUMBER = "no-number"


@dataclass(frozen=True)
class Deadline:
    """One deadline of an incident: what was due when, when it was done, and how far the two are apart."""

    role: str  # "response" or "fix_start"
    done_at: int | None
    is_stated: bool  # by the operator; else taken from the first update that knew more, so "at the latest"
    due: int
    verdict: Verdict
    clause: ClauseRef | None
    readings: Mapping[str, Verdict]  # the other readings of the text that judge otherwise

    @property
    def apart(self) -> int:
        """The seconds between what was due and what was done."""
        return 0 if self.done_at is None else abs(self.done_at - self.due)


@dataclass(frozen=True)
class Response:
    """The deadlines of one incident for one service, by the rule of its agreement."""

    incident: Incident
    service: Service
    rule: BoundRule
    reported_at: int
    reading: str | None  # the one used, where others judge otherwise
    deadlines: tuple[Deadline, ...]


def response(incident: Incident, service: Service, library: Library, now: int) -> Response | None:
    """How the incident was answered by now; None where no rule says how fast, or that depends on an untold severity."""
    reported = incident.reported
    known = severities(service, reported, library)
    if service.responses_by is None or (known and incident.severity not in known):
        return None
    asked = {"reported_at": wall_text(reported, service.zone)} | ({"severity": incident.severity} if known else {})
    answer = answered({"rule": service.responses_by, "inputs": asked}, library, service.zone.day(reported))
    if answer.outcome is None:
        return None
    found = [_deadline(role, incident, answer, now) for role, name in ROLES.items() if answer.outcome.result.get(name)]
    reading = answer.reading if any(each.readings for each in found) else None
    return Response(incident, service, answer.asked.rule, reported, reading, tuple(found))


def _deadline(role: str, incident: Incident, answer: Answer, now: int) -> Deadline:
    stated = {"response": incident.responded_at, "fix_start": incident.fix_started_at}[role]
    done = _first_to_know_more(incident) if stated is None else stated
    done = done if done is not None and done <= now else None
    verdict = _verdict(role, answer.outcome, incident, done, now)
    others = {key: _verdict(role, other, incident, done, now) for key, other in answer.alternatives.items()}
    return Deadline(
        role=role,
        done_at=done,
        is_stated=stated is not None,
        due=_due(role, answer.outcome),
        verdict=verdict,
        clause=next((step.clause for step in answer.outcome.steps if step.key == f"{role}-by"), None),
        readings={key: other for key, other in others.items() if other is not verdict},
    )


def _due(role: str, outcome: Outcome) -> int:
    return outcome.result[ROLES[role]].instant


def _verdict(role: str, outcome: Outcome, incident: Incident, done: int | None, now: int) -> Verdict:
    due = _due(role, outcome)
    if done is not None and done <= due:
        return Verdict.MET
    if due == incident.reported:
        return Verdict.NO_NUMBER
    if done is not None:
        return Verdict.MISSED
    return Verdict.AHEAD if now <= due else Verdict.OVERDUE


def _first_to_know_more(incident: Incident) -> int | None:
    """The first update after those that only say that it is being looked into."""
    return next((update.at for update in incident.updates if update.state != FIRST_STATE), None)
