"""A feed of incidents as JSON Feed 1.1."""

import json
from typing import Any

from scripts.status.machines.feed import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """The whole document."""
    content = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n"


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": f"urn:uuid:{entry.id}",
        "url": entry.link,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "language": entry.lang,
        "tags": list(entry.services),
    }
