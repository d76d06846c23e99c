"""A feed of incidents as Atom (RFC 4287)."""

from xml.etree import ElementTree as xml

from scripts.status.machines.feed import Entry, Feed

SPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> str:
    """The whole document."""
    root = xml.Element("feed", {"xmlns": SPACE, "xml:lang": feed.language})
    _add(root, "id", f"urn:uuid:{feed.id}")
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add(xml.SubElement(root, "author"), "name", feed.author)
    for entry in feed.entries:
        _entry(root, entry)
    xml.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml.tostring(root, encoding="unicode")}\n'


def _entry(root: xml.Element, entry: Entry) -> None:
    within = xml.SubElement(root, "entry")
    _add(within, "id", f"urn:uuid:{entry.id}")
    _add(within, "title", entry.title, **{"xml:lang": entry.lang})
    _add(within, "published", entry.published)
    _add(within, "updated", entry.updated)
    for service in entry.services:
        _add(within, "category", term=service)
    _add(within, "link", rel="alternate", type="text/html", href=entry.link)
    _add(within, "content", entry.html, type="html")


def _add(parent: xml.Element, name: str, text: str | None = None, **attributes: str) -> None:
    xml.SubElement(parent, name, attributes).text = text
