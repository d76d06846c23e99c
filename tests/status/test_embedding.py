"""What can be put on other sites: the markup leads to files that are there, by their whole addresses."""

import re
from html import unescape
from typing import Any

import pytest

from scripts.status import addresses
from scripts.status.fields import LANGUAGES
from scripts.status.model import Status
from scripts.status.pages import pages_of
from tests.status.sample import NOW

SITE = "https://status.example/at/"
MARKUP = re.compile(r"<pre[^>]*><code>(.*?)</code></pre>", re.DOTALL)
PLACE = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def files(status: Status, library: dict[str, Any]) -> dict[str, str]:
    return dict(pages_of(status, library, NOW, SITE))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "offered"), [("", ["banner/"]), ("vpn/", ["vpn/", "vpn/badge.svg"])])
def test_the_markup_names_files_of_the_site(files: dict[str, str], language: str, page: str, offered: list[str]):
    overview = addresses.overview(language)[1:]
    [markup] = MARKUP.findall(files[f"{overview}{page}index.html"])
    places = PLACE.findall(unescape(markup))
    assert places == [f"{SITE}{overview}{name}" for name in offered]
    for place in places:
        path = place.removeprefix(SITE)
        assert (f"{path}index.html" if path.endswith("/") else path) in files


def test_there_is_no_markup_where_the_sites_address_is_not_known(status: Status, library: dict[str, Any]):
    """What was copied would lead nowhere from another site."""
    pages = dict(pages_of(status, library, NOW))
    assert MARKUP.findall(pages["status/index.html"]) == []
    assert 'href="../status/banner/"' in pages["status/index.html"]
