"""/api/v2/*.json: what a client of Atlassian Statuspage asks for, in the language of the site's root."""

import json
from collections.abc import Iterator
from typing import Any

from scripts.status.addresses import Outside
from scripts.status.fields import LANGUAGES
from scripts.status.ledger import Ledger
from scripts.status.machines.instants import Turns, turns
from scripts.status.machines.statuspage import Statuspage
from scripts.status.model import Incident, Maintenance
from scripts.status.states import open_events, upcoming
from scripts.status.voice import Voice

LATEST = 50
INCIDENTS, MAINTENANCE = "incidents", "scheduled_maintenances"


def api_files(ledger: Ledger, site: str) -> Iterator[tuple[str, str]]:
    """Path and text of every file; each says which page it is of."""
    turned = turns(ledger)
    return (_file(address, ledger, site, lists, turned) for address, lists in _lists(ledger).items())


def _lists(ledger: Ledger) -> dict[str, dict[str, Any]]:
    """Which lists of events each file has, by its address below /api/v2/."""
    incidents = [event for event in ledger.events if isinstance(event, Incident)][:LATEST]
    maintenance = [event for event in ledger.events if isinstance(event, Maintenance)][:LATEST]
    going_on = open_events(ledger.status, ledger.now)
    unresolved = [event for event in going_on if isinstance(event, Incident)]
    active = [event for event in going_on if isinstance(event, Maintenance)]
    ahead = upcoming(ledger.status, ledger.now)
    return {
        "summary": {INCIDENTS: unresolved, MAINTENANCE: [*active, *ahead]},
        "status": {},
        "components": {},
        "incidents": {INCIDENTS: incidents},
        "incidents/unresolved": {INCIDENTS: unresolved},
        "scheduled-maintenances": {MAINTENANCE: maintenance},
        "scheduled-maintenances/upcoming": {MAINTENANCE: ahead},
        "scheduled-maintenances/active": {MAINTENANCE: active},
    }


def _file(address: str, ledger: Ledger, site: str, lists: dict[str, Any], turned: Turns) -> tuple[str, str]:
    path = f"/api/v2/{address}.json"
    objects = Statuspage(ledger, Voice(LANGUAGES[0], ledger.zone), Outside(site, path), turned)
    content: dict[str, Any] = {"page": objects.page()}
    if address in ("summary", "components"):
        content["components"] = objects.all_components()
    content |= {name: objects.events(events) for name, events in lists.items()}
    if address in ("summary", "status"):
        content["status"] = objects.status()
    return path[1:], f"{json.dumps(content, ensure_ascii=False, indent=1)}\n"
