"""Ids that stay the same in every build, in every language, and wherever the site is published."""

from collections import Counter
from uuid import NAMESPACE_URL, uuid5

from scripts.status.model import Event, Update


def lasting_id(name: str) -> str:
    """An id for what is known by a name that lasts."""
    return str(uuid5(NAMESPACE_URL, f"paragraf:status/{name}"))


def update_ids(event: Event) -> list[tuple[Update, str]]:
    """Every update with its id, which survives a correction of its text and an update put in before it."""
    seen: Counter[tuple[int, str]] = Counter()
    found = []
    for update in event.updates:
        key = (update.at, update.state)
        found.append((update, lasting_id(f"{event.id}#{update.at}-{update.state}-{seen[key]}")))
        seen[key] += 1
    return found
