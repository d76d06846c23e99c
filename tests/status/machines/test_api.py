"""The API has the shape that clients of Atlassian Statuspage expect, and says what the pages say."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from scripts.status.model import Impact, Incident, Status, Suffered, Text, Update
from tests.status.machines.made import ALL_DOWN, INSTANTS, MAINTENANCE, QUIET, TROUBLE, UNKNOWN, api, made
from tests.status.sample import second

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "statuspage.schema.json").read_text("utf-8")))
LISTS = {
    "summary": {"components", "incidents", "scheduled_maintenances", "status"},
    "status": {"status"},
    "components": {"components"},
    "incidents": {"incidents"},
    "incidents/unresolved": {"incidents"},
    "scheduled-maintenances": {"scheduled_maintenances"},
    "scheduled-maintenances/upcoming": {"scheduled_maintenances"},
    "scheduled-maintenances/active": {"scheduled_maintenances"},
}


@pytest.mark.parametrize("at", INSTANTS)
def test_every_answer_has_the_shape(status: Status, library: dict[str, Any], at: str):
    """Every key of every object, states from the known vocabulary, whole addresses, times with their offset."""
    found = api(status, library, at)
    assert {name: set(answer) - {"page"} for name, answer in found.items()} == LISTS
    for name, answer in found.items():
        assert [error.message for error in SCHEMA.iter_errors(answer)] == [], name


@pytest.mark.parametrize(
    ("at", "indicator", "components"),
    [
        (QUIET, "none", ["operational", "operational"]),
        (TROUBLE, "major", ["operational", "partial_outage"]),
        (MAINTENANCE, "none", ["operational", "under_maintenance"]),
        (ALL_DOWN, "critical", ["major_outage", "major_outage"]),
        (UNKNOWN, "minor", ["degraded_performance", "degraded_performance"]),
    ],
)
def test_says_how_services_are(status: Status, library: dict[str, Any], at: str, indicator: str, components: list[str]):
    """What nobody knows is never told as operational."""
    summary = api(status, library, at)["summary"]
    assert summary["status"]["indicator"] == indicator
    assert [component["status"] for component in summary["components"]] == components


@pytest.mark.parametrize(
    ("at", "unresolved", "upcoming", "active"),
    [
        (QUIET, [], [], []),
        (TROUBLE, ["2026-11-20-vpn-login"], ["2026-11-28-storage-firmware"], []),
        ("2026-11-14T16:29:59+01:00", [], ["2026-11-14-vpn-move"], []),
        ("2026-11-14T16:30+01:00", [], [], ["2026-11-14-vpn-move"]),
        ("2026-11-14T19:00+01:00", [], [], []),
    ],
)
def test_lists_what_is_going_on(
    status: Status, library: dict[str, Any], at: str, unresolved: list[str], upcoming: list[str], active: list[str]
):
    """Maintenance moves from list to list at the second of its window, and the summary has what the lists have."""
    found = api(status, library, at)
    assert ids(found["incidents/unresolved"]["incidents"]) == unresolved
    assert ids(found["scheduled-maintenances/upcoming"]["scheduled_maintenances"]) == upcoming
    assert ids(found["scheduled-maintenances/active"]["scheduled_maintenances"]) == active
    assert ids(found["summary"]["incidents"]) == unresolved
    assert ids(found["summary"]["scheduled_maintenances"]) == active + upcoming


def test_tells_an_incident_from_its_last_update_to_its_first(status: Status, library: dict[str, Any]):
    found = {event["id"]: event for event in api(status, library, TROUBLE)["incidents"]["incidents"]}
    network = found["2026-10-07-vps-network"]
    assert [update["status"] for update in network["incident_updates"]] == [
        *("resolved", "monitoring", "identified", "investigating"),
    ]
    changes = [update["affected_components"][0] for update in network["incident_updates"]]
    assert [(change["old_status"], change["new_status"]) for change in changes] == [
        ("major_outage", "operational"),
        ("major_outage", "major_outage"),
        ("major_outage", "major_outage"),
        ("operational", "major_outage"),
    ]
    assert (network["status"], network["impact"]) == ("resolved", "critical")
    assert network["started_at"] == "2026-10-07T09:12:00.000+02:00"
    assert network["monitoring_at"] == "2026-10-07T11:43:00.000+02:00"
    assert network["resolved_at"] == "2026-10-07T11:40:00.000+02:00"
    assert network["updated_at"] == "2026-10-07T13:00:00.000+02:00"
    assert network["shortlink"] == "https://status.example/status/incidents/2026-10-07-vps-network/"


def test_ids_stay_when_texts_are_corrected_and_time_goes_on(status: Status, library: dict[str, Any]):
    """No client takes an old update for a new one; no two objects share an id."""
    later = update_ids(api(status, library, TROUBLE))
    assert update_ids(api(status, library, QUIET)) < later
    corrected = [
        replace(event, updates=tuple(replace(update, text=Text("nb", {"nb": "x"})) for update in event.updates))
        for event in status.incidents
    ]
    assert update_ids(api(replace(status, incidents=tuple(corrected)), library, TROUBLE, "")) == later
    assert len(later) == sum(len(event.told(second(TROUBLE))) for event in status.incidents)


def test_an_incident_without_updates_or_end_has_an_answer_too(status: Status, library: dict[str, Any]):
    start = second("2026-11-19T10:00+01:00")
    hit = {"vps": Suffered(Impact.MAJOR_OUTAGE)}
    bare = Incident("bare", "a.md", Text("nb", {"nb": "Stans"}), hit, start, None, ())
    answer = api(replace(status, incidents=(bare,)), library, TROUBLE)["incidents/unresolved"]
    assert list(SCHEMA.iter_errors(answer)) == []
    assert (answer["incidents"][0]["status"], answer["incidents"][0]["incident_updates"]) == ("investigating", [])
    assert answer["page"]["updated_at"] == "2026-11-19T10:00:00.000+01:00"


@pytest.mark.parametrize(
    ("at", "told", "expected"),
    [
        ("2026-11-19T11:00+01:00", "resolved", "monitoring"),
        ("2026-11-19T12:00+01:00", "resolved", "resolved"),
        ("2026-11-19T12:00+01:00", "monitoring", "resolved"),
        ("2026-11-19T12:00+01:00", "postmortem", "postmortem"),
    ],
)
def test_what_goes_on_is_unresolved_whatever_is_told(
    status: Status, library: dict[str, Any], at: str, told: str, expected: str
):
    """A state never contradicts the list an incident stands in: its times decide."""
    start, end = second("2026-11-19T10:00+01:00"), second("2026-11-19T12:00+01:00")
    update = Update(second("2026-11-19T10:30+01:00"), told, Text("nb", {"nb": "<p>Nytt.</p>"}))
    hit = {"vps": Suffered(Impact.MAJOR_OUTAGE)}
    incident = Incident("stop", "a.md", Text("nb", {"nb": "Stans"}), hit, start, end, (update,))
    found = api(replace(status, incidents=(incident,)), library, at)
    assert [event["status"] for event in found["incidents"]["incidents"]] == [expected]
    assert bool(found["incidents/unresolved"]["incidents"]) == (expected == "monitoring")


def test_maintenance_called_off_is_completed_and_not_to_come(status: Status, library: dict[str, Any]):
    """Statuspage has no word for it; what is completed is in no list that is watched."""
    window = status.maintenance[-1]
    off = Update(second("2026-11-19T09:00+01:00"), "cancelled", Text("nb", {"nb": "<p>Avlyst.</p>"}))
    cancelled = replace(window, updates=(*window.updates, off), cancelled_at=off.at)
    called_off = replace(status, maintenance=(cancelled,))
    found = api(called_off, library, TROUBLE)
    assert all(list(SCHEMA.iter_errors(answer)) == [] for answer in found.values())
    assert found["scheduled-maintenances/upcoming"]["scheduled_maintenances"] == []
    (told,) = found["scheduled-maintenances"]["scheduled_maintenances"]
    assert (told["status"], told["resolved_at"]) == ("completed", "2026-11-19T09:00:00.000+01:00")


def test_has_the_fifty_latest(status: Status, library: dict[str, Any]):
    hit, told = {"vps": Suffered(Impact.DEGRADED)}, Text("nb", {"nb": "Tregt"})
    start = second("2026-10-01T00:00+02:00")
    many = tuple(
        Incident(f"n{n}", "a.md", told, hit, start + 60 * n, start + 60 * n + 30, (Update(start, "resolved", told),))
        for n in range(60)
    )
    found = ids(api(replace(status, incidents=many), library, TROUBLE)["incidents"]["incidents"])
    assert found == [f"n{n}" for n in range(59, 9, -1)]


def test_a_page_without_an_address_names_its_pages_from_where_the_file_is(status: Status, library: dict[str, Any]):
    found = api(status, library, TROUBLE, "")
    assert found["summary"]["page"]["url"] == "../../status/"
    link = found["incidents/unresolved"]["incidents"][0]["shortlink"]
    assert link == "../../../status/incidents/2026-11-20-vpn-login/"


@pytest.mark.parametrize("at", INSTANTS)
def test_two_builds_are_the_same_bytes(status: Status, library: dict[str, Any], at: str):
    assert made(status, library, at) == made(status, library, at)


def test_stays_the_same_while_nothing_happens(status: Status, library: dict[str, Any]):
    """A build says no more than what has happened: only pages show the instant they were made at."""
    assert api(status, library, "2026-11-21T12:00+01:00") == api(status, library, "2026-11-22T12:00+01:00")


def ids(objects: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in objects]


def update_ids(found: dict[str, Any]) -> set[str]:
    return {update["id"] for event in found["incidents"]["incidents"] for update in event["incident_updates"]}
