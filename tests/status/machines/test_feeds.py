"""Feed readers follow incidents in three formats and three languages, all of them saying the same."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as xml

import feedparser
import pytest

from scripts.status.machines import feed_addresses
from scripts.status.model import Status, Text
from tests.status.machines.made import INSTANTS, SITE, TROUBLE, made

LANGUAGES = {"nb": "", "sv": "sv/", "en": "en/"}
CHANGED = {"atom": "updated_parsed", "rss": "published_parsed"}
JSON_FEED = {"version", "title", "home_page_url", "feed_url", "language", "authors", "items"}
ITEM = {"id", "url", "title", "content_html", "date_published", "date_modified", "language", "tags"}


@pytest.fixture(scope="module")
def files(status: Status, library: dict[str, Any]) -> dict[str, str]:
    return made(status, library, TROUBLE)


@pytest.mark.parametrize("at", INSTANTS)
@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_feed_reader_finds_nothing_wrong(status: Status, library: dict[str, Any], form: str, at: str):
    """Whole addresses, each id once, and the newest change first."""
    for path, text in made(status, library, at).items():
        if not path.endswith(f".{form}"):
            continue
        feed = feedparser.parse(text)
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.version == {"atom": "atom10", "rss": "rss20"}[form]
        assert any(link.rel == "self" and link.href == f"{SITE}{path}" for link in feed.feed.links)
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids))
        assert all(entry.title and entry.link.startswith(SITE) and entry.summary for entry in feed.entries)
        changed = [entry[CHANGED[form]] for entry in feed.entries]
        assert changed == sorted(changed, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["incidents", "vps", "vpn"])
def test_the_formats_say_the_same(files: dict[str, str], language: str, name: str):
    """The same entries under the same ids with the same text, in the language of the feed."""
    stem = f"{LANGUAGES[language]}feeds/status/{name}"
    found = json.loads(files[f"{stem}.json"])
    assert set(found) == JSON_FEED
    assert all(set(item) == ITEM for item in found["items"])
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert (found["language"], found["feed_url"]) == (language, f"{SITE}{stem}.json")
    told = [(item["id"], item["title"], item["url"], item["content_html"]) for item in found["items"]]
    assert told
    atom = xml.fromstring(files[f"{stem}.atom"])
    space = "{http://www.w3.org/2005/Atom}"
    assert [
        (e.findtext(f"{space}id"), e.findtext(f"{space}title"), e.find(f"{space}link").get("href"), e[-1].text)
        for e in atom.iter(f"{space}entry")
    ] == told
    items = xml.fromstring(files[f"{stem}.rss"]).iter("item")
    names = ("guid", "title", "link", "description")
    assert [tuple(item.findtext(name) for name in names) for item in items] == told


def test_a_services_feed_has_its_own_incidents(files: dict[str, str]):
    everything = {item["id"] for item in json.loads(files["feeds/status/incidents.json"])["items"]}
    vps, vpn = (json.loads(files[f"feeds/status/{name}.json"])["items"] for name in ("vps", "vpn"))
    assert {item["id"] for item in (*vps, *vpn)} == everything
    assert all("VPN-tilgang" in item["tags"] for item in vpn)
    assert len(vpn) < len(everything)


def test_an_entry_keeps_its_id_and_tells_more(status: Status, library: dict[str, Any]):
    """In every language too: who read it in one does not get it anew."""
    before, after = (
        json.loads(made(status, library, at)["feeds/status/vpn.json"])["items"][0]
        for at in ("2026-11-20T08:45+01:00", "2026-11-20T09:30+01:00")
    )
    assert (before["id"], before["date_published"]) == (after["id"], after["date_published"])
    assert before["date_modified"] < after["date_modified"]
    assert before["content_html"].count('class="update"') == 1
    assert after["content_html"].count('class="update"') == 2
    assert json.loads(made(status, library, TROUBLE)["sv/feeds/status/vpn.json"])["items"][0]["id"] == after["id"]


def test_links_in_a_text_lead_from_wherever_it_is_read(status: Status, library: dict[str, Any]):
    """A link from the root of the site would lead nowhere in a feed reader."""
    link = '<p><a href="/agreements/nettsoft/">avtalen</a></p>'
    incident = status.incidents[-1]
    update = replace(incident.updates[0], text=Text("nb", {"nb": link}))
    linked = replace(status, incidents=(replace(incident, updates=(update,)),))
    for site, led in ((SITE, f"{SITE}agreements/nettsoft/"), ("", "../../agreements/nettsoft/")):
        (item,) = json.loads(made(linked, library, TROUBLE, site)["feeds/status/incidents.json"])["items"]
        assert f'<a href="{led}">avtalen</a>' in item["content_html"]


def test_every_address_that_pages_lead_to_is_there(files: dict[str, str], status: Status):
    for language in LANGUAGES:
        for service in (None, *status.services):
            for form in feed_addresses.FORMATS:
                assert feed_addresses.feed(service, form, language)[1:] in files
        assert feed_addresses.calendar(language)[1:] in files
