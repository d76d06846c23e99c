"""The pictures of answers in a browser: built and computed, legible on a narrow phone, never markup of others."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

PAGES = (
    "/calculators/term-and-notice/?rule=nettsoft/vps-access:notice-3m-from-month-end",
    "/sv/calculators/response-deadline/?rule=maco-io/integration-ops:response-times",
    "/en/calculators/availability-credit/?rule=nettsoft/vps-access:uptime-credit",
    "/calculators/rate-card-invoice/?rule=nettsoft/sales-summary:rate-card",
)
PHONE = {"width": 360, "height": 740}
COMPUTED = "[data-answered=computed] .picture svg"
# The words of a picture that cover others or leave it, and the height of the smallest of them in pixels.
MEASURED = """svg => {
  const frame = svg.getBoundingClientRect()
  const found = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()])
  const covers = (a, b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom
  return {
    outside: found.filter(([, a]) => a.left < frame.left - 1 || a.right > frame.right + 1).map(([text]) => text),
    covered: found.filter(([, a], n) => found.some(([, b], m) => m < n && covers(a, b))).map(([text]) => text),
    smallest: Math.min(...found.map(([, a]) => a.height)),
  }
}"""
DRAWN = """async svg => {
  const { drawing } = await import("/assets/front/calculator/parts.mjs")
  const drawn = drawing(svg)
  return drawn ? drawn.outerHTML : null
}"""


@pytest.mark.parametrize("address", PAGES)
def test_is_legible_on_the_narrowest_phone(new_page: Callable[..., Page], address: str):
    page = new_page(viewport=PHONE)
    page.goto(address)
    measured = page.locator(COMPUTED).evaluate(MEASURED)
    assert measured["outside"] == []
    assert measured["covered"] == []
    assert measured["smallest"] >= 10
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("address", PAGES[:2])
def test_says_without_a_script_what_it_shows(new_page: Callable[..., Page], address: str):
    """Where the first rule of a page has a picture it is built in, its words behind a summary that needs no script."""
    page = new_page(java_script_enabled=False)
    page.goto(address.partition("?")[0])
    picture = page.locator(".picture").first
    picture.locator("summary").click()
    told = picture.locator(".facts").inner_text()
    assert picture.locator("svg").get_attribute("role") == "img"
    assert len(told.splitlines()) >= 4


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<rect onload='alert(1)'/>",
        "<image href='/elsewhere.png'/>",
        "<a href='/elsewhere'><text>x</text></a>",
        "<foreignObject/>",
        "<rect",
    ],
)
def test_takes_over_nothing_that_runs_loads_or_leads_elsewhere(new_page: Callable[..., Page], inside: str):
    """Nothing needs the content security policy to be kept out."""
    page = new_page(bypass_csp=True)
    page.goto("/calculators/")
    start = '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text>{}</svg>'
    assert "&lt;script&gt;" in page.evaluate(DRAWN, start.format("&lt;script&gt;", ""))
    assert page.evaluate(DRAWN, start.format("", inside)) is None
