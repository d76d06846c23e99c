"""Feed readers are told what was announced and what took effect, and are led to the comparison."""

from datetime import date
from xml.etree import ElementTree as xml

import feedparser
import pytest

from scripts.publishing.atom import atom_files
from tests.feeds.shelf import SITE, TODAY, shelf

ALL, OWN = "feeds/agreements.atom", "feeds/example.atom"


@pytest.fixture(scope="module")
def agreements():
    return shelf()


def feeds(agreements, today: date = TODAY, site: str = SITE) -> dict[str, feedparser.FeedParserDict]:
    files = {file.path: file.text for file in atom_files(agreements, today, site)}
    return {path: feedparser.parse(text) for path, text in files.items()}


def test_a_feed_reader_finds_nothing_wrong_with_them(agreements):
    """One feed for all agreements, one for each supplier; each id once, each entry with all that Atom asks."""
    found = feeds(agreements)
    assert set(found) == {ALL, OWN, "feeds/nettsoft.atom"}
    for path, feed in found.items():
        assert not feed.bozo
        assert feed.version == "atom10"
        assert feed.feed.link.startswith(SITE)
        assert any(link.rel == "self" and link.href == f"{SITE}{path}" for link in feed.feed.links)
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids)
        assert all(entry.title and entry.updated and entry.author and entry.link for entry in feed.entries)


def test_it_tells_what_happened_newest_first(agreements):
    told = [(entry.tags[0].term, entry.updated) for entry in feeds(agreements)[OWN].entries]
    assert told == [
        ("announced", "2026-11-02T00:00:00+01:00"),
        ("existing", "2025-10-01T00:00:00+02:00"),
        ("effective", "2025-07-01T00:00:00+02:00"),
        ("announced", "2025-05-02T00:00:00+02:00"),
        ("effective", "2024-04-15T00:00:00+02:00"),
        ("announced", "2024-04-08T00:00:00+02:00"),
        ("effective", "2024-01-01T00:00:00+01:00"),
        ("announced", "2023-11-01T00:00:00+01:00"),
    ]


def test_an_entry_lands_on_the_comparison(agreements):
    """A first version has none to land on."""
    entries = feeds(agreements)[OWN].entries
    assert entries[0].link == f"{SITE}agreements/example/cloud-storage/2025-07-01...2027-03-01/"
    assert entries[-1].link == f"{SITE}agreements/example/cloud-storage/2024-01-01/"


def test_an_entry_says_from_when_for_whom_and_which_figures_are_others(agreements):
    entries = feeds(agreements)[OWN].entries
    assert (
        entries[0].title
        == "Eksempelavtale om lagring på nett, Eksempel AS: ny versjon kunngjort, gjelder fra 01.03.2027"
    )
    assert "Punkt 3.1: 12 måneder → 6 måneder." in entries[0].summary
    assert "For eldre avtaler fra 01.10.2025." in entries[2].summary
    assert entries[4].summary == "Bare språket er rettet. Gjelder fra 15.04.2024."


def test_a_text_of_unknown_date_is_told_of_when_it_was_recorded(agreements):
    (entry,) = feeds(agreements)["feeds/nettsoft.atom"].entries
    assert (entry.tags[0].term, entry.updated[:10]) == ("recorded", "2026-11-20")


def test_it_tells_of_a_day_only_when_it_has_come(agreements):
    assert feeds(agreements, date(2023, 10, 31))[OWN].entries == []
    assert len(feeds(agreements, date(2024, 4, 15))[OWN].entries) == 4
    assert feeds(agreements, date(2027, 3, 1))[OWN].entries[0].tags[0].term == "effective"


def test_ids_outlive_days_and_addresses(agreements):
    """An entry that was read stays read."""
    before = {entry.id for entry in feeds(agreements, date(2025, 1, 1), "")[OWN].entries}
    after = {entry.id for entry in feeds(agreements)[OWN].entries}
    assert before < after
    assert {feed.feed.id for feed in feeds(agreements).values()} == {
        feed.feed.id for feed in feeds(agreements, site="").values()
    }


def test_without_an_address_links_are_relative_to_the_feed(agreements):
    """A site that may stand anywhere."""
    text = next(file.text for file in atom_files(agreements, TODAY, "") if file.path == OWN)
    links = [link.get("href") for link in xml.fromstring(text).iter("{http://www.w3.org/2005/Atom}link")]
    assert links[:2] == ["../feeds/example.atom", "../agreements/example/"]
    assert all(link.startswith("../") for link in links)


def test_two_builds_are_the_same_bytes(agreements):
    assert list(atom_files(agreements, TODAY, SITE)) == list(atom_files(shelf(), TODAY, SITE))
