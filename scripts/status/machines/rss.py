"""A feed of incidents as RSS 2.0."""

from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as xml

from scripts.status.machines.feed import Entry, Feed

ATOM = "http://www.w3.org/2005/Atom"


def rss(feed: Feed) -> str:
    """The whole document."""
    root = xml.Element("rss", {"version": "2.0", "xmlns:atom": ATOM})
    channel = xml.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.home)
    _add(channel, "description", feed.title)
    _add(channel, "language", feed.language)
    _add(channel, "lastBuildDate", _date(feed.updated))
    _add(channel, "atom:link", rel="self", type="application/rss+xml", href=feed.address)
    for entry in feed.entries:
        _item(channel, entry)
    xml.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml.tostring(root, encoding="unicode")}\n'


def _item(channel: xml.Element, entry: Entry) -> None:
    """RSS knows one date: the one on which the entry last became another."""
    within = xml.SubElement(channel, "item")
    _add(within, "guid", f"urn:uuid:{entry.id}", isPermaLink="false")
    _add(within, "title", entry.title)
    _add(within, "link", entry.link)
    _add(within, "pubDate", _date(entry.updated))
    for service in entry.services:
        _add(within, "category", service)
    _add(within, "description", entry.html)


def _date(instant: str) -> str:
    return format_datetime(datetime.fromisoformat(instant))


def _add(parent: xml.Element, name: str, text: str | None = None, **attributes: str) -> None:
    xml.SubElement(parent, name, attributes).text = text
