"""What the head of a page asks of search engines, and the map of the pages they should know."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.setup.start import ROOT
from tests.feeds.shelf import SITE
from tests.versions.history import DRIFT, docs_with_history


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address, of an agreement with a superseded version, one in force and one to come."""
    docs = docs_with_history(tmp_path_factory.mktemp("history"))
    return built(docs, tmp_path_factory.mktemp("site"), SITE)


def built(docs: Path, folder: Path, address: str) -> Path:
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(folder), site_url=address)
    config.extra |= {"today": "2026-11-20", "bundle": "tag"}
    build(config)
    return folder


def head(site: Path, page: str) -> dict[str, Any]:
    """What a page's head says that search engines and feed readers read."""
    html = (site / page / "index.html").read_text("utf-8").partition("</head>")[0]
    found = {
        "robots": re.findall(r'<meta name="robots" content="(.*?)">', html),
        "canonical": re.findall(r'<link rel="canonical" href="(.*?)">', html),
        "feeds": re.findall(r'<link rel="alternate" type="application/atom\+xml" title=".*?" href="(.*?)">', html),
    }
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return found | {"data": json.loads(data[1]) if data else None}


def test_the_version_in_force_stands_at_the_agreements_own_address(published: Path):
    """Its lasting address names that one as the page to keep."""
    for page in (DRIFT, f"{DRIFT}2026-06-01/"):
        assert head(published, page)["canonical"] == [f"{SITE}{DRIFT}"]
        assert head(published, page)["robots"] == []


@pytest.mark.parametrize("version", ["2026-01-01", "2027-01-01"])
def test_a_version_that_is_not_in_force_asks_not_to_be_kept(published: Path, version: str):
    """It is reachable, and stands for itself."""
    found = head(published, f"{DRIFT}{version}/")
    assert (found["robots"], found["canonical"]) == (["noindex"], [f"{SITE}{DRIFT}{version}/"])


def test_the_site_map_has_what_is_in_force_and_nothing_else_of_an_agreement(published: Path):
    listed = re.findall("<loc>(.*?)</loc>", (published / "sitemap.xml").read_text("utf-8"))
    agreements = {address.removeprefix(SITE) for address in listed if "agreements/fjord" in address}
    assert agreements == {"agreements/fjord/", DRIFT}
    assert {SITE, f"{SITE}en/agreements/", f"{SITE}calculators/"} <= set(listed)
    assert len(set(listed)) == len(listed)


def test_robots_may_read_everything_and_find_the_map(published: Path):
    """A page that must not be kept has to be read to say so."""
    text = (published / "robots.txt").read_text("utf-8")
    assert text == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"


def test_every_page_names_the_feed_and_a_suppliers_pages_theirs(published: Path):
    assert head(published, "")["feeds"] == ["feeds/agreements.atom"]
    assert head(published, DRIFT)["feeds"] == ["../../../feeds/fjord.atom", "../../../feeds/agreements.atom"]
    assert all((published / "feeds" / name).is_file() for name in ("fjord.atom", "agreements.atom", "agreements.ics"))


def test_a_version_is_told_of_as_a_document_of_its_supplier(published: Path):
    document, crumbs = head(published, f"{DRIFT}2026-01-01/")["data"]["@graph"]
    assert document["url"] == f"{SITE}{DRIFT}2026-01-01/"
    assert document["temporalCoverage"] == "2026-01-01/2026-05-31"
    assert document["publisher"]["name"] == "Fjord Drift AS"
    assert (published / document["encoding"]["contentUrl"].removeprefix(SITE)).is_file()
    assert [item["item"] for item in crumbs["itemListElement"]] == [f"{SITE}agreements/fjord/", f"{SITE}{DRIFT}"]
    later = head(published, f"{DRIFT}2027-01-01/")["data"]["@graph"][0]
    assert (later["isBasedOn"], later["temporalCoverage"]) == (f"{SITE}{DRIFT}2026-06-01/", "2027-01-01/..")
    assert head(published, "agreements/fjord/")["data"]["@type"] == "Organization"


def test_a_site_that_may_stand_anywhere_names_no_address(site: Path):
    """Links in heads are relative, and without an address there is no map to name."""
    found = head(site, "agreements/example/cloud-storage/2025-07-01")
    assert (found["canonical"], found["robots"]) == (["../"], ["noindex"])
    assert found["data"]["@graph"][0]["url"] == "../../../../agreements/example/cloud-storage/2025-07-01/"
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"
