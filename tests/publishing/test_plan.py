"""A plan names every address of the chapters that are made after it, so that other pages may lead there."""

from datetime import UTC, datetime
from itertools import chain

from scripts.publishing.plan import planned
from scripts.setup.start import ROOT

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_it_names_what_its_chapters_turn_out_to_have():
    """Of the project's own texts: pages and files, the PDFs beside them."""
    plan = planned(ROOT / "docs", NOON, "tag", printing=False)
    chapters = [each.make() for each in plan.chapters]
    assert sorted(plan.page_paths) == sorted(page.path for each in chapters for page in each.pages)
    files = {path for path in plan.file_paths if not path.endswith(".pdf")}
    assert files == {file.path for file in chain.from_iterable(each.files for each in chapters)}


def test_an_outline_leaves_out_what_stays_in_the_chapter():
    """It has every page with its anchors; of the links those to other pages, and to the PDFs."""
    plan = planned(ROOT / "docs", NOON, "tag", printing=False)
    chapter = next(each for each in plan.chapters if each.made_from[1] == "example/cloud-storage").make()
    assert [page.anchors for page in chapter.outline.links] == [page.anchors for page in chapter.links]
    inside = {page.path for page in chapter.pages}
    led_to = {address.partition("#")[0] for page in chapter.outline.links for address in page.addresses}
    assert led_to
    assert not inside & led_to
    assert plan.broken_links([each.make().outline for each in plan.chapters]) == []
