"""No page is wider than a small phone: what is wide scrolls in a frame of its own."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

WIDTH = 360
LANGUAGES = ("", "sv/", "en/")
FAMILIES = (*(f"{part}{room}" for part in LANGUAGES for room in ("calculators", "status")), "agreements", "guide")
DEEPEST = 4  # folders: an agreement's versions look like the agreement
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("family", FAMILIES)
def test_fits_a_small_phone(site: Path, base_url: str, browser: Browser, family: str):
    pages = (path.parent.relative_to(site) for path in (site / family).rglob("index.html"))
    addresses = sorted(path.as_posix() for path in pages if len(path.parts) <= DEEPEST)
    context = browser.new_context(viewport={"width": WIDTH, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    wide = {}
    for address in addresses:
        page.goto(f"{base_url}/{address}/")
        if beyond := page.evaluate(TOO_WIDE):
            wide[address] = beyond
    context.close()
    assert addresses
    assert wide == {}
