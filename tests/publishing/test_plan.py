"""A plan names every address of the chapters that are made after it, so that other pages may lead there."""

import shutil
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest

from scripts.keeping.keep import anew
from scripts.publishing.planning import drafted
from scripts.publishing.words import LANGUAGES, words
from scripts.setup.start import ROOT

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_it_names_what_its_chapters_turn_out_to_have():
    """Of the project's own texts: pages and files, the PDFs beside them."""
    draft = drafted(ROOT / "docs", NOON, "tag", printing=False)
    plan, chapters = draft.planned(anew), [each.make() for each in draft.chapters]
    assert sorted(plan.page_paths) == sorted(page.path for each in chapters for page in each.pages)
    files = {path for path in plan.file_paths if not path.endswith(".pdf")}
    assert files == {file.path for file in chain.from_iterable(each.files for each in chapters)}


def test_an_outline_leaves_out_what_stays_in_the_chapter():
    """It has every page with its anchors; of the links those to other pages, and to the PDFs."""
    draft = drafted(ROOT / "docs", NOON, "tag", printing=False)
    chapter = next(each for each in draft.chapters if each.made_from[1] == "example/cloud-storage").make()
    assert [page.anchors for page in chapter.outline.links] == [page.anchors for page in chapter.links]
    inside = {page.path for page in chapter.pages}
    led_to = {address.partition("#")[0] for page in chapter.outline.links for address in page.addresses}
    assert led_to
    assert not inside & led_to
    assert draft.planned(anew).broken_links([each.make().outline for each in draft.chapters]) == []


@pytest.mark.parametrize("left_out", ["none", "status"])
def test_a_draft_knows_the_rooms_before_their_pages_are_made(tmp_path: Path, left_out: str):
    """The header of a page leads to a room that is there, and to no other."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns(left_out))
    draft = drafted(tmp_path / "docs", NOON, "tag", printing=False)
    plan = draft.planned(anew)
    made = {page.path for page in plan.pages} | {file.path.removesuffix("index.html") for file in plan.files}
    named = {room["path"] for language in LANGUAGES for room in words(language)["site"]["rooms"].values()}
    assert draft.rooms == named & made
    assert ("status/" in draft.rooms) == (left_out == "none")
