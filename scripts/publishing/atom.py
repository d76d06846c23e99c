"""Changes as Atom feeds, for all agreements and for each supplier; an entry leads to the comparison."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from xml.etree import ElementTree as xml
from zoneinfo import ZoneInfo

from scripts.agreements.model import Agreement
from scripts.publishing.addresses import Addresses
from scripts.publishing.agreement_lists import by_supplier
from scripts.publishing.changes import Change, changes, lasting_id
from scripts.publishing.feed_addresses import ALL_CHANGES, feed_path
from scripts.publishing.page import StaticFile
from scripts.publishing.words import words

NEWEST = 100
SPACE = "http://www.w3.org/2005/Atom"
LANGUAGE_OF_ALL = "nb"


def atom_files(agreements: Sequence[Agreement], today: date, site: str) -> Iterator[StaticFile]:
    """The feed of all agreements and one for each supplier."""
    told = changes(agreements, today)
    title = words(LANGUAGE_OF_ALL)["feeds"]["all"]
    yield _feed(ALL_CHANGES, title, LANGUAGE_OF_ALL, "agreements/", told, today, site)
    for supplier, _ in by_supplier(agreements):
        own = [change for change in told if change.agreement.supplier == supplier]
        title = words(supplier.language)["feeds"]["of_supplier"].format(supplier=supplier.name)
        home = f"agreements/{supplier.id}/"
        yield _feed(feed_path(supplier.id), title, supplier.language, home, own, today, site)


def _feed(
    path: str, title: str, language: str, home: str, told: Sequence[Change], today: date, site: str
) -> StaticFile:
    addresses = Addresses(site, path)
    feed = xml.Element("feed", {"xmlns": SPACE, "xml:lang": language})
    _add(feed, "id", f"urn:uuid:{lasting_id(path)}")
    _add(feed, "title", title)
    _add(feed, "updated", _instant(told[0]) if told else f"{today}T00:00:00Z")
    _add(feed, "link", rel="self", type="application/atom+xml", href=addresses.of(path))
    _add(feed, "link", rel="alternate", type="text/html", href=addresses.of(home))
    for change in told[:NEWEST]:
        _entry(feed, change, language, addresses)
    xml.indent(feed, " ")
    return StaticFile(path, f'<?xml version="1.0" encoding="utf-8"?>\n{xml.tostring(feed, encoding="unicode")}\n')


def _entry(feed: xml.Element, change: Change, language: str, addresses: Addresses) -> None:
    entry = xml.SubElement(feed, "entry", {} if change.language == language else {"xml:lang": change.language})
    _add(entry, "id", f"urn:uuid:{change.id}")
    _add(entry, "title", change.title)
    _add(entry, "published", _instant(change))
    _add(entry, "updated", _instant(change))
    _add(xml.SubElement(entry, "author"), "name", change.agreement.supplier.name)
    _add(entry, "category", term=change.what)
    _add(entry, "category", term=change.version.kind or "substantive")
    _add(entry, "link", rel="alternate", type="text/html", href=addresses.of(change.path))
    _add(entry, "link", rel="related", type="text/html", href=addresses.of(change.version.href))
    _add(entry, "summary", change.summary)


def _add(parent: xml.Element, name: str, text: str | None = None, **attributes: str) -> None:
    xml.SubElement(parent, name, attributes).text = text


def _instant(change: Change) -> str:
    """The first moment of the day where the supplier is."""
    zone = ZoneInfo(change.agreement.supplier.time_zone)
    return datetime.combine(change.day, time(), zone).isoformat()
