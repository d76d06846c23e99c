"""Response times: the clause's deadline, what was done by then, and what the text leaves open."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scripts.status.ledger import Ledger
from scripts.status.model import Incident, Status, Text, Update
from scripts.status.months.account import contents
from scripts.status.responses import response
from scripts.status.views.deadlines import deadlines
from scripts.status.views.event import event_view
from scripts.status.voice import Voice
from tests.status.sample import second

LATER = "2026-11-20T12:00+01:00"
WEDNESDAY = "2026-10-07T"
BY_THE_CLOCK = {"clock-hours": "missed"}

# severity, started, fix started (an update where it ends with "?"), seen at; due, verdict, seconds apart, readings
CASES = {
    "inside office hours, in time": (
        *("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}12:30+02:00", LATER),
        *(f"{WEDNESDAY}13:00+02:00", "met", 1800, {}),
    ),
    "to the second": (
        *("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}13:00+02:00", LATER),
        *(f"{WEDNESDAY}13:00+02:00", "met", 0, {}),
    ),
    "a minute late": (
        *("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}13:01+02:00", LATER),
        *(f"{WEDNESDAY}13:00+02:00", "missed", 60, {}),
    ),
    "late in the day: office hours go on tomorrow, the clock does not": (
        *("non-critical", f"{WEDNESDAY}15:00+02:00", "2026-10-08T10:00+02:00", LATER),
        *("2026-10-08T11:00+02:00", "met", 3600, BY_THE_CLOCK),
    ),
    "over the night the clock changes": (
        *("non-critical", "2026-10-23T15:00+02:00", "2026-10-26T11:00+01:00", LATER),
        *("2026-10-26T11:00+01:00", "met", 0, BY_THE_CLOCK),
    ),
    "told by an update": (
        *("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}14:00+02:00?", LATER),
        *(f"{WEDNESDAY}13:00+02:00", "missed", 3600, {}),
    ),
    "not yet": (
        *("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}14:00+02:00", f"{WEDNESDAY}13:00+02:00"),
        *(f"{WEDNESDAY}13:00+02:00", "ahead", 0, {}),
    ),
    "overdue": (
        *("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}14:00+02:00", f"{WEDNESDAY}13:00:01+02:00"),
        *(f"{WEDNESDAY}13:00+02:00", "overdue", 0, {}),
    ),
    "immediately, and it was": (
        *("critical", f"{WEDNESDAY}22:00+02:00", f"{WEDNESDAY}22:00+02:00", LATER),
        *(f"{WEDNESDAY}22:00+02:00", "met", 0, {}),
    ),
    "immediately has no number": (
        *("critical", f"{WEDNESDAY}22:00+02:00", f"{WEDNESDAY}22:08+02:00", LATER),
        *(f"{WEDNESDAY}22:00+02:00", "no-number", 480, {}),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_holds_the_start_of_mending_against_the_clause(status: Status, library: dict, made: Callable, name: str):
    """Four hours within office hours, or immediately; every case reckoned by hand."""
    severity, started, fixed, seen, due, verdict, apart, readings = CASES[name]
    [found] = response(made(severity, started, fixed), status.service("vps"), library, second(seen)).deadlines
    assert (found.role, found.clause.reference, found.is_stated) == ("fix_start", "6.5", not fixed.endswith("?"))
    assert (found.due, found.verdict, found.apart) == (second(due), verdict, apart)
    assert found.readings == readings


@pytest.fixture
def made(status: Status, incident: Callable[..., Incident]) -> Callable[..., Incident]:
    """An incident of the VPS whose mending began at a time, or is told of by an update where that ends with "?"."""

    def an_incident(severity: str, started: str, fixed: str) -> Incident:
        at = second(fixed.removesuffix("?"))
        hit = incident(status.service("vps"), started, None, severity=severity)
        looking = Update(hit.start, "investigating", Text("nb", {"nb": "Vi ser."}))
        told = replace(looking, at=at, state="identified")
        return replace(hit, updates=(looking, told)) if fixed.endswith("?") else replace(hit, fix_started_at=at)

    return an_incident


def test_counts_from_the_report_where_it_is_told(status: Status, library: dict[str, Any], made: Callable):
    """Two hours after it began the supplier heard of it."""
    late = made("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}14:30+02:00")
    reported = replace(late, reported_at=second(f"{WEDNESDAY}11:00+02:00"))
    for each, verdict in ((late, "missed"), (reported, "met")):
        [found] = response(each, status.service("vps"), library, second(LATER)).deadlines
        assert found.verdict == verdict


def test_judges_the_answer_and_the_start_where_the_clause_has_both(status: Status, library: dict, made: Callable):
    """Two hours to the answer and four to the start, each from the report, in the hours of that agreement."""
    service = replace(status.service("vps"), responses_by="maco-io/integration-ops:response-times")
    hit = made("critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}13:30+02:00")
    answered = replace(hit, responded_at=second(f"{WEDNESDAY}09:10+02:00"))
    found = response(answered, service, library, second(LATER)).deadlines
    judged = [(each.role, each.verdict, each.apart) for each in found]
    assert judged == [("response", "met", 110 * 60), ("fix_start", "missed", 30 * 60)]


def test_asks_for_no_severity_where_the_clause_knows_none(status: Status, ledger: Ledger, made: Callable):
    """Sixty minutes on working days from 8 to 16, whatever the fault."""
    service = replace(status.service("vps"), responses_by="nettsoft/mbn:response-60min")
    hit = made(None, f"{WEDNESDAY}15:30+02:00", "2026-10-08T08:31+02:00")
    [found] = response(hit, service, ledger.rules.library, second(LATER)).deadlines
    assert (found.due, found.verdict, found.apart) == (second("2026-10-08T08:30+02:00"), "missed", 60)
    only = replace(ledger, status=replace(status, services=(service,), incidents=(hit,), maintenance=()))
    said = event_view(hit, only, Voice("nb", ledger.zone))["notices"]
    assert [each["text"] for each in said] == [
        "7. oktober 2026 kl. 15:30",
        "8. oktober 2026 kl. 08:31. 1\u00a0min for sent: fristen var 8. oktober 2026 kl. 08:30.",
    ]


def test_judges_nothing_without_a_rule_or_a_severity(status: Status, library: dict[str, Any], made: Callable):
    """The figure would rest on nothing."""
    vps = status.service("vps")
    hit = made("critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}09:30+02:00")
    assert response(hit, replace(vps, responses_by=None), library, second(LATER)) is None
    assert response(replace(hit, severity=None), vps, library, second(LATER)) is None


def test_says_what_another_reading_would_say(ledger: Ledger, made: Callable):
    hit = made("non-critical", f"{WEDNESDAY}15:00+02:00", "2026-10-08T10:00+02:00")
    found = response(hit, ledger.status.service("vps"), ledger.rules.library, ledger.now)
    [said] = deadlines([found], Voice("en", ledger.zone))
    assert (said["label"], said["text"]) == (
        "Work begun",
        "8 October 2026, 10:00. In time: due 8 October 2026, 11:00, 1\u00a0h later. "
        "Read as “Hours round the clock”: too late.",
    )


def test_says_once_what_holds_for_every_service_hit(ledger: Ledger, made: Callable):
    hit = made("non-critical", f"{WEDNESDAY}09:00+02:00", f"{WEDNESDAY}10:00+02:00")
    services = (ledger.status.service(id) for id in ("vps", "vpn"))
    found = [response(hit, service, ledger.rules.library, ledger.now) for service in services]
    assert len(deadlines(found, Voice("sv", ledger.zone))) == 1


def test_stands_on_the_incident_with_the_time_it_was_reported(status: Status, ledger: Ledger):
    """The sample's outage of 7 October was critical."""
    event = next(each for each in status.incidents if each.id == "2026-10-07-vps-network")
    said = event_view(event, ledger, Voice("en", ledger.zone))["notices"]
    assert [(each["label"], each["text"]) for each in said] == [
        ("Reported", "7 October 2026, 09:12. Critical."),
        (
            "Work begun",
            "7 October 2026, 09:20, 8\u00a0min after the report. "
            "The clause says “immediately” and gives no number, so it cannot be judged.",
        ),
    ]


def test_is_frozen_with_what_was_told_after_the_month(status: Status, library: dict[str, Any], made: Callable):
    """An outage of October's last hour, of which November told."""
    hit = made("non-critical", "2026-10-30T12:00+01:00", "2026-11-01T00:30+01:00?")
    ended = replace(hit, file="a.md", end=second("2026-10-31T23:50+01:00"))
    alone = replace(status, incidents=(ended,), maintenance=(), sources={"a.md": ""})
    [said] = contents(alone, alone.service("vps"), date(2026, 10, 1), library)["responses"]
    assert (said["deadlines"][0]["verdict"], said["deadlines"][0]["done"]) == ("missed", "2026-11-01T00:30:00+01:00")


def test_is_frozen_with_the_month(status: Status):
    """By file, with the clause and its hash."""
    [slow] = [each for each in status.months["vps"][0].latest.contents["responses"] if "slow" in each["file"]]
    [deadline] = slow["deadlines"]
    assert (slow["severity"], slow["reported_at"]) == ("non-critical", "2026-09-22T10:05:00+02:00")
    assert (deadline["due"], deadline["verdict"]) == ("2026-09-22T14:05:00+02:00", "met")
    assert len(deadline["clause"]["sha256"]) == 64
