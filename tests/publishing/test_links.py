"""Addresses are written from the site's root and published relative to the page."""

import pytest

from scripts.publishing.finished import finished
from scripts.publishing.links import broken_links, cut, public_links, relative_links
from scripts.publishing.page import Page


@pytest.mark.parametrize(
    ("path", "written", "published"),
    [
        ("", '<a href="/agreements/">', '<a href="agreements/">'),
        ("", '<a href="/">', '<a href="./">'),
        ("sv/agreements/", '<a href="/agreements/x/#6.6">', '<a href="../../agreements/x/#6.6">'),
        ("a/b/", '<a href="/">', '<a href="../../">'),
        ("a/", '<a href="#6.6">', '<a href="#6.6">'),
        ("a/", '<a href="//elsewhere.example/">', '<a href="//elsewhere.example/">'),
        ("a/", '<div data-terms="/api/agreements/">', '<div data-terms="../api/agreements/">'),
        ("a/", 'href="/a/" in the text', 'href="/a/" in the text'),
        ("a/", '<a title="/" href="/b/">x</a>="/', '<a title="/" href="../b/">x</a>="/'),
        ("", '<a title="/" href="/b/" id="x">', '<a title="/" href="b/" id="x">'),
    ],
)
def test_makes_an_address_relative_to_its_page(path: str, written: str, published: str):
    """A site may be published below any folder of a host."""
    assert relative_links(cut(written), path) == published


@pytest.mark.parametrize(
    ("site", "published"),
    [
        ("https://vilkar.example/", '<a class="term" href="https://vilkar.example/a/#6.6">x</a> <a href="#6.6">y</a>'),
        ("", '<a class="term">x</a> <a href="#6.6">y</a>'),
    ],
)
def test_leads_from_paper_to_the_site(site: str, published: str):
    """With the whole address of a link, where the site has one; a link within the document stays."""
    assert public_links('<a class="term" href="/a/#6.6">x</a> <a href="#6.6">y</a>', site) == published


def test_names_a_link_that_leads_nowhere():
    """A page, a file or an id that is not there is found when the site is built."""
    addresses = ("/a/#here", "/a/#there", "/b/", "/terms.json")
    front = _page("", " ".join(f'<a href="{address}">x</a>' for address in addresses))
    other = _page("a/", '<p id="here">x</p> <a href="/?rule=x">x</a>')
    broken = list(broken_links(finished([front, other]).links, ["terms.json"]))
    assert broken == [("", "/a/#there"), ("", "/b/")]


def _page(path: str, body: str) -> Page:
    return Page(path=path, title="A page", lang="en", description="", body=body)
