"""Whatever stands in a text field, every file of the section is well-formed and holds no markup but our own."""

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import feedparser
import pytest
from icalendar import Calendar

from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from tests.status.hostile.written import EVERY, write_hostile
from tests.status.sample import NOW

MARKUP = re.compile(r"<[a-zA-Z!/?]")
LEADS = re.compile(r"https?://|data:image/svg\+xml,%3Csvg|#|(\.\./)*([\w-]+/)*[\w.-]*(#|\?|$)|\./$")
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"}
IN_A_FEED = {"ul", "ol", "li", "p", "div", "time", "strong", "em", "code", "blockquote", "br", "a"}
ATTRIBUTES = {"href", "rel", "class", "datetime", "lang"}
IN_A_PAGE = {
    *("html", "head", "meta", "title", "link", "body", "header", "nav", "main", "footer", "section", "article"),
    *("h1", "h2", "h3", "span", "dl", "div", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th"),
    *("td", "figure", "figcaption", "details", "summary", "svg", "g", "path", "circle", "rect", "q"),
    *("pre", *IN_A_FEED),
}


class Tags(HTMLParser):
    """The tags of a text, and the names and values of their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attributes]


@pytest.fixture(params=EVERY, ids=range(len(EVERY)))
def files(request: pytest.FixtureRequest, library: dict[str, Any], tmp_path: Path) -> dict[str, str]:
    """The section with one hostile text in all its fields."""
    status = read_status(write_hostile(tmp_path, [request.param], [request.param]), library)
    assert [str(problem) for problem in status.problems] == []
    return dict(pages_of(status, library, NOW, "https://status.example/"))


OWN_SCRIPT = re.compile(r'<script src="(?:\.\./)*(?:status/)?now\.js" defer></script>')


def test_every_file_is_sound(files: dict[str, str]):
    """Pages, API, feeds, calendar, badges and banner, in three languages."""
    checks = {
        ".html": page,
        ".json": data,
        ".atom": feed,
        ".rss": feed,
        ".ics": calendar,
        ".svg": drawing,
        ".css": None,
        ".js": None,
    }
    for path, text in files.items():
        unseen = {c for c in text if unicodedata.category(c) in ("Cc", "Cs", "Cn") and c not in "\n\r\t"}
        turning = {c for c in text if unicodedata.bidirectional(c) in TURNING and c != "\u00ad"}
        assert unseen == turning - unseen == set(), path
        if check := checks[Path(path).suffix]:
            check(text)


def page(text: str) -> None:
    """The one script of the section's own apart: it stands in the head, before anything that was told."""
    found = Tags(OWN_SCRIPT.sub("", text, count=1))
    assert found.names <= IN_A_PAGE
    assert not any(name.startswith("on") or name in ("style", "src", "srcdoc") for name, _ in found.attributes)
    assert sound_links(found)


def data(text: str) -> None:
    """API, JSON Feed and shields: everything is plain text but the feed's HTML."""
    for key, value in strings(json.loads(text)):
        if key == "content_html":
            fragment(value)
        else:
            assert not MARKUP.search(value), (key, value)


def feed(text: str) -> None:
    """The whole reader's view: one incident, whose title is plain."""
    read = feedparser.parse(text, sanitize_html=False)
    assert not read.bozo
    (entry,) = read.entries
    assert not MARKUP.search(entry.title)
    raw = [each.text for each in xml.fromstring(text).iter() if each.tag.endswith(("}content", "description"))]
    for html in raw:
        fragment(html)


def fragment(html: str) -> None:
    found = Tags(html)
    assert found.names <= IN_A_FEED
    assert {name for name, _ in found.attributes} <= ATTRIBUTES
    assert sound_links(found)


def calendar(text: str) -> None:
    read = Calendar.from_ical(text)
    assert [component.name for component in read.walk()] == ["VCALENDAR", "VEVENT"]
    (event,) = read.walk("VEVENT")
    assert event["SUMMARY"].startswith(("Navn", "Namn", "Name"))
    assert not MARKUP.search(event["SUMMARY"] + event["DESCRIPTION"])


def drawing(text: str) -> None:
    root = xml.fromstring(text)
    shapes = {"svg", "title", "clipPath", "rect", "g", "circle", "path", "text"}
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= shapes
    assert not any(name.startswith(("on", "style", "href")) for each in root.iter() for name in each.attrib)


def sound_links(found: Tags) -> bool:
    """Whether no link leaves HTTP or names another host without saying how."""
    return all(LEADS.match(value) for name, value in found.attributes if name == "href")


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a JSON value with the key it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)


def test_the_instant_of_the_files_is_the_one_they_were_asked_for():
    """Both hostile events are told of by then: nothing above is true only because nothing was shown."""
    assert datetime.fromisoformat("2026-11-20T09:00+01:00") < NOW < datetime.fromisoformat("2026-11-28T22:00+01:00")
