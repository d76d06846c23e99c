"""Views of the sample: what pages say, as golden files, and how it changes with the instant they are seen from."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.status.days import Kind
from scripts.status.ledger import Ledger, open_ledger
from scripts.status.model import Incident, Status, Text
from scripts.status.states import Condition, conditions, open_events, upcoming
from scripts.status.views.event import event_view
from scripts.status.views.month import month_view
from scripts.status.views.overview import answer, overview_view
from scripts.status.views.service import service_view
from scripts.status.voice import Voice
from tests.status.sample import second

GOLDEN = Path(__file__).parent / "golden" / "views"
DRAWN = ("rects", "columns", "legend")  # pictures have tests of their own
OF_CALCULATORS = ("readings", "conventions")  # their words are the calculators' to change


def overview(ledger: Ledger) -> dict[str, Any]:
    return overview_view(ledger, Voice("nb", ledger.zone))


def vps_in_october(ledger: Ledger) -> dict[str, Any]:
    return month_view(ledger.months["vps"][1], ledger, Voice("nb", ledger.zone))


def vpn_in_november(ledger: Ledger) -> dict[str, Any]:
    return month_view(ledger.months["vpn"][0], ledger, Voice("sv", ledger.zone))


def vpn_in_english(ledger: Ledger) -> dict[str, Any]:
    return service_view(ledger.status.service("vpn"), ledger, Voice("en", ledger.zone))


def clock_change(ledger: Ledger) -> dict[str, Any]:
    return event_view(event(ledger.status, "2026-10-25-clock-change"), ledger, Voice("en", ledger.zone))


def late_maintenance(ledger: Ledger) -> dict[str, Any]:
    return event_view(event(ledger.status, "2026-11-14-vpn-move"), ledger, Voice("nb", ledger.zone))


VIEWS = (overview, vps_in_october, vpn_in_november, vpn_in_english, clock_change, late_maintenance)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_says(view: Callable[[Ledger], dict[str, Any]], ledger: Ledger):
    """Word for word what stands in the golden file."""
    expected = (GOLDEN / f"{view.__name__}.yml").read_text(encoding="utf-8")
    assert written(view(ledger)) == expected


def written(view: Any) -> str:
    return yaml.safe_dump(_plain(view), allow_unicode=True, sort_keys=False, width=110)


def _plain(value: Any) -> Any:
    """The view without pictures and without what the calculators say."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if name not in (*DRAWN, *OF_CALCULATORS)}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.replace("\u00a0", " ") if isinstance(value, str) else value


VPS, VPN = "VPS for adgangskontroll", "VPN-tilgang"
INSTANTS = (
    ("2026-10-01T12:00+02:00", "operational", "operational", "Alt virker."),
    ("2026-10-07T09:12+02:00", "major-outage", "operational", f"{VPS} er nede."),
    ("2026-10-07T11:40+02:00", "operational", "operational", "Alt virker."),
    ("2026-10-13T14:00+02:00", "partial-outage", "major-outage", f"{VPS} er delvis nede. {VPN} er nede."),
    ("2026-10-17T08:00+02:00", "under-maintenance", "operational", f"{VPS} er under planlagt vedlikehold."),
    ("2026-09-22T11:00+02:00", "degraded", "operational", f"{VPS} virker dårligere enn vanlig."),
    ("2026-11-04T14:10+01:00", "unknown", "unknown", f"Vi vet ikke om {VPS} virker. Vi vet ikke om {VPN} virker."),
)


@pytest.mark.parametrize(("now", "vps", "vpn", "line"), INSTANTS)
def test_answers_in_one_line_whether_it_works(status: Status, library: dict, now: str, vps: str, vpn: str, line: str):
    """At the instant asked about, not at the end of the file: what ended later still goes on."""
    ledger = open_ledger(status, library, second(now))
    assert conditions(status, ledger.now) == {"vps": Condition(vps), "vpn": Condition(vpn)}
    assert answer(ledger, Voice("nb", ledger.zone))["line"] == line


def test_names_the_number_where_many_services_have_problems(status: Status, ledger: Ledger):
    """More than two sentences would be no answer in one line."""
    services = tuple(replace(status.services[1], id=f"vpn-{number}") for number in range(3))
    suffered = dict.fromkeys(
        (service.id for service in services), event(status, "2026-11-20-vpn-login").suffered["vpn"]
    )
    broken = replace(event(status, "2026-11-20-vpn-login"), suffered=suffered)
    many = Ledger(Status(services, (broken,)), ledger.rules, ledger.now, {})
    assert answer(many, Voice("en", ledger.zone))["line"] == "3 of 3 services have problems."


def test_tells_of_nothing_before_it_is_known(status: Status, library: dict[str, Any]):
    """Before 18 November nobody has heard of the maintenance of the 28th, nor of what happened later."""
    ledger = open_ledger(status, library, second("2026-11-17T12:00+01:00"))
    assert upcoming(status, ledger.now) == []
    assert open_events(status, ledger.now) == []
    assert max(event.start for event in ledger.events) <= ledger.now
    later = open_ledger(status, library, second("2026-11-18T00:00+01:00"))
    assert [event.id for event in upcoming(status, later.now)] == ["2026-11-28-storage-firmware"]
    assert event(status, "2026-10-07-vps-network").told(second("2026-10-07T10:05+02:00"))[-1].state == "identified"


def test_shows_each_of_ninety_days_by_the_gravest_of_what_it_was(ledger: Ledger):
    """Downtime before exempt stops before planned ones; days before the books begin are not measured."""
    days = {day.day: day.kind for day in ledger.history(ledger.status.service("vps"))}
    assert len(days) == 90
    assert (min(days), max(days)) == (date(2026, 8, 23), date(2026, 11, 20))
    expected = {
        date(2026, 8, 31): Kind.UNMEASURED,
        date(2026, 9, 1): Kind.UP,
        date(2026, 9, 22): Kind.DEGRADED,
        date(2026, 9, 30): Kind.DOWN,
        date(2026, 10, 1): Kind.DOWN,
        date(2026, 10, 7): Kind.DOWN,
        date(2026, 10, 13): Kind.EXEMPT,
        date(2026, 10, 17): Kind.PLANNED,
        date(2026, 10, 20): Kind.EXEMPT,
        date(2026, 10, 25): Kind.EXEMPT,
        date(2026, 11, 4): Kind.UNKNOWN,
    }
    assert {day: days[day] for day in expected} == expected


def test_leaves_the_guarantee_open_where_unknown_time_decides(
    status: Status, library: dict[str, Any], ledger: Ledger, incident: Callable[..., Incident]
):
    """Two unknown hours on top of one hour down may or may not have broken it."""
    service = status.service("vps")
    down = incident(service, "2026-10-07T10:00+02:00", "2026-10-07T11:00+02:00")
    gap = incident(service, "2026-10-08T10:00+02:00", "2026-10-08T12:00+02:00", "unknown")
    open_ended = open_ledger(Status((service,), (down, gap)), library, ledger.now)
    view = month_view(open_ended.months["vps"][1], open_ended, Voice("en", ledger.zone))
    assert view["sentences"] == [
        "Uptime was between 99.1501% and 99.7167%.",
        "Of that, 2\u00a0h is unknown.",
        "Whether the guarantee of 99.5% is met cannot be decided. "
        "Nobody knows for certain how long the service was down.",
        "So no percentage can be settled. The credit is between 0% and 10% of the monthly price.",
    ]
    assert (view["as_booked"], view["button"]) == (
        "It counts the unknown time as up and the outages as they were measured.",
        "button",
    )


def test_marks_a_text_that_is_not_in_the_language_of_the_page(ledger: Ledger):
    """A screen reader then reads it in its own."""
    voice = Voice("en", ledger.zone)
    assert voice.text(Text("nb", {"nb": "Stans"})) == {"text": "Stans", "lang": "nb"}
    assert voice.text(Text("nb", {"nb": "Stans", "en": "Stop"})) == {"text": "Stop", "lang": ""}


def event(status: Status, id: str) -> Any:
    return next(event for event in status.events if event.id == id)
