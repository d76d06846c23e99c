"""A page that can ask the search of the site, and a small site with several versions of one agreement."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.search.index import index
from scripts.search.records import RECORDS
from scripts.serving.server import serving
from scripts.setup.start import ROOT
from scripts.testing.browser import watch

Ask = Callable[[list[dict]], list[dict]]
AskRecords = Callable[[str, list[dict]], list[dict]]

ASK = """async (requests) => {
  const { ask } = await import("/assets/front/search/client.mjs")
  const answers = []
  for (const request of requests) answers.push(await ask(request))
  return answers
}"""


@pytest.fixture
def ask(page: Page) -> Ask:
    """Asks the search of the whole site, request by request, in one page."""
    page.goto("/")
    return lambda requests: page.evaluate(ASK, requests)


@pytest.fixture
def ask_records(tmp_path: Path, browser: Browser, faults: list[str]) -> Iterator[AskRecords]:
    """Asks the search of a site that has nothing but these records (as JSON)."""
    site = tmp_path / "site"
    (site / RECORDS).parent.mkdir(parents=True)
    scripts = site / "assets" / "front"
    scripts.mkdir()
    (scripts / "search").symlink_to(ROOT / "templates" / "assets" / "javascripts" / "search")
    (site / "index.html").write_text('<!doctype html><title>Søk</title><link rel="icon" href="data:,">')

    def ask(records: str, requests: list[dict]) -> list[dict]:
        (site / RECORDS).write_text(records)
        index(site, tmp_path / "cache")
        with serving(site) as address, browser.new_context(base_url=address) as context:
            page = context.new_page()
            watch(page, faults)
            page.goto("/")
            return page.evaluate(ASK, requests)

    yield ask
    assert faults == []
