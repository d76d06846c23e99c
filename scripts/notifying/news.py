"""The updates that a built site tells of, as messages: what is not published is not known here."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

from scripts.status.fields import LANGUAGES
from scripts.status.incidents import STATES
from scripts.status.words import words

FILES = {"incidents": "incidents", "scheduled-maintenances": "scheduled_maintenances"}


@dataclass(frozen=True)
class News:
    """One update; its id is the same in every build."""

    id: str
    at: int
    title: str
    text: str


def published_news(site: Path, site_url: str) -> list[News]:
    """The updates of the latest events in the site's first language, the oldest first."""
    found = [news for name, key in FILES.items() for news in _news_of(site, name, key, site_url)]
    return sorted(found, key=lambda news: news.at)


def _news_of(site: Path, name: str, key: str, site_url: str) -> Iterator[News]:
    path = f"api/v2/{name}.json"
    for event in json.loads((site / path).read_text(encoding="utf-8"))[key]:
        address = urljoin(f"{site_url.rstrip('/')}/{path}", event["shortlink"])
        for update in reversed(event["incident_updates"]):
            at = int(datetime.fromisoformat(update["display_at"]).timestamp())
            yield News(update["id"], at, _title(update["status"], event["name"]), f"{update['body']}\n\n{address}")


def _title(state: str, name: str) -> str:
    """The event with how far it has come; the API has one state for maintenance that is over and that is cancelled."""
    return f"{words(LANGUAGES[0])['state'][state]}: {name}" if state in STATES else name
