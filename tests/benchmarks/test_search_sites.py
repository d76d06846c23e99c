"""What the benchmark of the search is run on: an invented site without faults, and a reader who finds something."""

from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from scripts.benchmarks.corpus import write_corpus
from scripts.benchmarks.search_sites import search_contestants, share_all_but_texts
from scripts.publishing.site import site
from scripts.setup.start import ROOT


def test_it_is_a_whole_repository_with_other_texts(tmp_path):
    """The invented texts make a site without a problem, in a folder that has everything else of ours."""
    write_corpus(tmp_path, 2, 2)
    share_all_but_texts(ROOT, tmp_path / "ours")
    made = site(tmp_path / "ours" / "docs", datetime(2026, 11, 20, 12, tzinfo=UTC), "none")
    assert made.problems == ()
    assert "agreements/supplier-1/agreement-2/2025-01-01/" in {page.path for page in made.pages}
    assert (tmp_path / "ours" / "mkdocs.yml").read_bytes() == (ROOT / "mkdocs.yml").read_bytes()


def test_its_reader_searches_as_soon_as_there_is_a_search(page: Page):
    """The script that stands for a reader gets to a result by itself."""
    ours, _ = search_contestants("oppsigelse")
    page.add_init_script(ours.reader)
    page.goto(ours.address)
    expect(page.locator(ours.answered).first).to_be_visible()
