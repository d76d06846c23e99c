"""The objects of Atlassian Statuspage's API, version 2: every key always, its words for states, names in plain text.

That vocabulary knows no "unknown": a service of which nobody knows whether it works is not told to be operational, but
to have degraded performance. It has no cancellation either: maintenance that was called off is completed.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from scripts.status import addresses
from scripts.status.addresses import Outside
from scripts.status.ledger import Ledger
from scripts.status.machines.ids import lasting_id, update_ids
from scripts.status.machines.instants import (
    Turns,
    ended,
    first_watched,
    last_change,
    measured_since,
    told_first,
)
from scripts.status.maintenance import CANCELLED
from scripts.status.model import Event, Incident, Maintenance, Service, Update
from scripts.status.states import Condition
from scripts.status.text import plain_text
from scripts.status.views.entry import services_of
from scripts.status.views.overview import answer
from scripts.status.voice import Voice

View = dict[str, Any]
OPERATIONAL, UNDER_MAINTENANCE = "operational", "under_maintenance"
COMPONENT = {
    Condition.MAJOR_OUTAGE: "major_outage",
    Condition.PARTIAL_OUTAGE: "partial_outage",
    Condition.UNDER_MAINTENANCE: UNDER_MAINTENANCE,
    Condition.DEGRADED: "degraded_performance",
    Condition.UNKNOWN: "degraded_performance",
    Condition.OPERATIONAL: OPERATIONAL,
}
INDICATOR = {
    Condition.MAJOR_OUTAGE: "critical",
    Condition.PARTIAL_OUTAGE: "major",
    Condition.DEGRADED: "minor",
    Condition.UNKNOWN: "minor",
    Condition.UNDER_MAINTENANCE: "none",
    Condition.OPERATIONAL: "none",
}
UPDATE = {"in-progress": "in_progress", CANCELLED: "completed"}
MONITORING, RESOLVED, POSTMORTEM = "monitoring", "resolved", "postmortem"
NONE, MAINTENANCE = "none", "maintenance"
SEVERITY = ("critical", "major", "minor", NONE)


class Statuspage:
    """Makes the objects of one file, in one language, as they stand at the ledger's instant."""

    def __init__(self, ledger: Ledger, voice: Voice, place: Outside, turns: Turns) -> None:
        self.ledger, self.voice, self.place, self.turns = ledger, voice, place, turns
        self.page_id = lasting_id("page")

    def page(self) -> View:
        return {
            "id": self.page_id,
            "name": self.voice.say("brand"),
            "url": self.place.of(addresses.overview(self.voice.language)),
            "time_zone": self.ledger.zone.name,
            "updated_at": self._time(self.turns.of_page),
        }

    def status(self) -> View:
        """The indicator of the service that is worst off, and the answer that the page gives in one line."""
        indicators = [INDICATOR[condition] for condition in self.ledger.conditions.values()]
        worst = min(indicators, key=SEVERITY.index, default=NONE)
        return {"indicator": worst, "description": answer(self.ledger, self.voice)["line"]}

    def components(self, services: Iterable[Service]) -> list[View]:
        return [self._component(service) for service in services]

    def all_components(self) -> list[View]:
        """Every service, and before the services of a group the group."""
        found: list[View] = []
        for id, services in self.ledger.status.grouped.items():
            members = self.components(services)
            found += members if id is None else [self._group(id, members), *members]
        return found

    def events(self, events: Iterable[Event]) -> list[View]:
        return [self._incident(e) if isinstance(e, Incident) else self._maintenance(e) for e in events]

    def _component(self, service: Service) -> View:
        return {
            "id": service.id,
            "name": service.name.to(self.voice.language),
            "status": COMPONENT[self.ledger.conditions[service.id]],
            "created_at": self._time(measured_since(service)),
            "updated_at": self._time(self.turns.of_service[service.id]),
            "position": self._position(service.id),
            "description": service.about.to(self.voice.language),
            "showcase": True,
            "start_date": service.measured_from.isoformat(),
            "group_id": service.group,
            "page_id": self.page_id,
            "group": False,
            "only_show_if_degraded": False,
        }

    def _group(self, id: str, members: Sequence[View]) -> View:
        """A group of components, which is doing as the one of them that is worst off."""
        return {
            **members[0],
            "id": id,
            "name": self.ledger.status.groups[id].to(self.voice.language),
            "status": min((each["status"] for each in members), key=list(COMPONENT.values()).index),
            "created_at": min((each["created_at"] for each in members), key=datetime.fromisoformat),
            "updated_at": max((each["updated_at"] for each in members), key=datetime.fromisoformat),
            "position": self._position(id),
            "description": None,
            "showcase": False,
            "start_date": None,
            "group_id": None,
            "group": True,
            "components": [each["id"] for each in members],
        }

    def _incident(self, incident: Incident) -> View:
        now = self.ledger.now
        told = incident.told(now)
        latest = told[-1].state if told else "investigating"
        over = POSTMORTEM if latest == POSTMORTEM else RESOLVED
        going_on = MONITORING if latest in (RESOLVED, POSTMORTEM) else latest
        impacts = [INDICATOR[Condition(suffered.impact.value)] for suffered in incident.suffered.values()]
        return self._event(incident) | {
            "status": going_on if incident.is_open(now) else over,
            "monitoring_at": self._time(first_watched(incident, now)),
            "impact": min(impacts, key=SEVERITY.index),
        }

    def _maintenance(self, maintenance: Maintenance) -> View:
        now = self.ledger.now
        begun = "in_progress" if maintenance.is_open(now) else "completed"
        return self._event(maintenance) | {
            "status": "scheduled" if maintenance.is_upcoming(now) else begun,
            "impact": MAINTENANCE,
            "scheduled_for": self._time(maintenance.window.start),
            "scheduled_until": self._time(maintenance.window.end),
        }

    def _event(self, event: Event) -> View:
        """What incidents and maintenance have in common, in the order that Statuspage has it in."""
        return {
            "id": event.id,
            "name": event.title.to(self.voice.language),
            "status": "",
            "created_at": self._time(told_first(event, self.ledger)),
            "updated_at": self._time(last_change(event, self.ledger)),
            "monitoring_at": None,
            "resolved_at": self._time(ended(event, self.ledger.now)),
            "impact": NONE,
            "shortlink": self.place.of(addresses.of_event(event, self.voice.language)),
            "started_at": self._time(event.start),
            "page_id": self.page_id,
            "incident_updates": self._updates(event),
            "components": self.components(services_of(event, self.ledger)),
        }

    def _updates(self, event: Event) -> list[View]:
        """The updates told by now, the newest first."""
        told = [(update, id) for update, id in update_ids(event) if update.at <= self.ledger.now]
        before = [None, *(update for update, _ in told)]
        found = [self._update(event, update, id, last) for (update, id), last in zip(told, before, strict=False)]
        return found[::-1]

    def _update(self, event: Event, update: Update, id: str, last: Update | None) -> View:
        when = self._time(update.at)
        return {
            "id": id,
            "status": UPDATE.get(update.state, update.state),
            "body": plain_text(update.text.to(self.voice.language)),
            "incident_id": event.id,
            "created_at": when,
            "updated_at": when,
            "display_at": when,
            "affected_components": [self._affected(s, event, update, last) for s in services_of(event, self.ledger)],
            "deliver_notifications": False,
            "custom_tweet": None,
            "tweet_id": None,
        }

    def _affected(self, service: Service, event: Event, update: Update, last: Update | None) -> View:
        return {
            "code": service.id,
            "name": service.name.to(self.voice.language),
            "old_status": _status_told(service, event, last),
            "new_status": _status_told(service, event, update),
        }

    def _position(self, id: str) -> int:
        """The place on the page, counted in the group for a service that is in one."""
        grouped = self.ledger.status.grouped
        for group, services in grouped.items():
            inside = [service.id for service in services]
            if group is not None and id in inside:
                return inside.index(id) + 1
        tops = [each for group, own in grouped.items() for each in ([group] if group else [s.id for s in own])]
        return tops.index(id) + 1

    def _time(self, instant: int | None) -> str | None:
        """ISO 8601 with milliseconds and offset, as Statuspage writes it."""
        return None if instant is None else self.ledger.zone.aware(instant).isoformat(timespec="milliseconds")


QUIET: Sequence[str] = (RESOLVED, POSTMORTEM, "scheduled", "completed", CANCELLED)


def _status_told(service: Service, event: Event, update: Update | None) -> str:
    """What an update tells of a service: what the event does to it, or that it works, before and after."""
    if update is None or update.state in QUIET:
        return OPERATIONAL
    impact = Condition(event.suffered[service.id].impact.value)
    if isinstance(event, Maintenance) and impact is not Condition.DEGRADED:
        return UNDER_MAINTENANCE
    return COMPONENT[impact]
