"""The clause that a reference leads to, shown beside it: by pointer and keyboard, of this page and of another one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.setup.start import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
MAIN = "/agreements/smartday/main/"
SHOWN = {
    "a clause of this page": (MAIN, "#5.4", "5.4"),
    "a clause of another agreement": ("/agreements/smartday/hosting/", "main/#5.4", "5.4"),
    "a heading, with the clause under it": (MAIN, "#11", "11. MISLIGHOLD"),
    "a defined term": (MAIN, "#licence-files", "2.8"),
    "a clause of another version": ("/agreements/example/cloud-storage/2025-07-01/", "2024-04-15/#price-list", ""),
}


def _open(page: Page, address: str) -> None:
    """Go to an agreement and wait until its script has added what it adds to every clause."""
    page.goto(address)
    page.locator(".copy-link").first.wait_for(state="attached")


def _reference(page: Page, ending: str) -> Locator:
    return page.locator(f'.words a[href$="{ending}"]').first


@pytest.mark.parametrize("name", SHOWN)
def test_shows_the_clause_beside_a_focused_reference(page: Page, name: str):
    """Its number and heading, and its text as the other page has it; Escape closes it and the focus stays."""
    address, ending, head = SHOWN[name]
    _open(page, address)
    reference = _reference(page, ending)
    page.keyboard.press("Tab")
    reference.focus()
    preview = page.get_by_role("tooltip")
    expect(preview.locator(".preview-head")).to_contain_text(head)
    target = page.evaluate(
        """async (href) => {
          const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html")
          const clause = page.getElementById(decodeURIComponent(new URL(href).hash.slice(1))).closest(".clause")
          return (clause.querySelector(".words") ?? clause.nextElementSibling.querySelector(".words")).textContent
        }""",
        reference.evaluate("link => link.href"),
    )
    assert preview.locator(".words").evaluate("words => words.textContent") == target
    assert preview.locator("a, button, [id]").count() == 0
    expect(reference).to_have_attribute("aria-describedby", "clause-preview")
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    expect(reference).to_be_focused()


def test_stays_while_the_pointer_is_on_it_and_covers_no_link(page: Page):
    """The pointer can go from the link into the preview; elsewhere it closes."""
    _open(page, MAIN)
    reference = _reference(page, "#5.4")
    reference.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_be_visible()
    box, link = preview.bounding_box(), reference.bounding_box()
    assert box["y"] >= link["y"] + link["height"] or box["y"] + box["height"] <= link["y"]
    preview.hover()
    page.clock.run_for(1000)
    expect(preview).to_be_visible()
    page.mouse.move(2, 2)
    expect(preview).to_have_count(0)


def test_follows_the_link_on_touch(new_page: Callable[..., Page]):
    """A tap opens no preview in between."""
    page = new_page(has_touch=True, viewport={"width": 390, "height": 844})
    _open(page, MAIN)
    _reference(page, "#5.4").tap()
    page.wait_for_url("**/#5.4")
    expect(page.get_by_role("tooltip")).to_have_count(0)


def test_shows_the_clause_that_a_statement_about_a_supplier_rests_on(page: Page):
    """Which agreement goes first is said with its clause, and the clause is at hand."""
    page.goto("/agreements/nettsoft/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    order = page.locator(".relations h3:has([data-word=order]) + ul")
    order.get_by_role("link", name="Overordnet avtale for løpende tjenester, 1.1").focus()
    expect(page.get_by_role("tooltip")).to_contain_text("den underliggende avtalen som går foran")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_has_no_violations_while_it_is_shown(new_page: Callable[..., Page], scheme: str):
    """Axe finds nothing, and the preview stays on a narrow screen."""
    page = new_page(color_scheme=scheme, viewport={"width": 360, "height": 640}, bypass_csp=True)
    _open(page, MAIN)
    _reference(page, "#5.4").hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.evaluate(AXE)
    violations = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
