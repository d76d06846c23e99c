"""The status page in Chromium under the production headers: without script, by keyboard, to a reader of any sight."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from scripts.setup.start import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
PAGES = (
    "/status/",
    "/sv/status/vps/",
    "/status/vps/2026-10/",
    "/status/vpn/2026-11/",
    "/en/status/vpn/2026-09/",
    "/sv/status/vps/2026-09/",
    "/status/incidents/2026-10-13-mobile-operator/",
    "/en/status/incidents/2026-11-14-vpn-move/",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_has_no_violations(new_page: Callable[..., Page], scheme: str, size: str):
    """Names, roles, contrast and order hold on every kind of page, and a phone never scrolls sideways."""
    page = new_page(color_scheme=scheme, viewport=SIZES[size], bypass_csp=True)
    for address in PAGES:
        page.goto(address)
        page.evaluate(AXE)
        violations = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [(address, each["id"], each["nodes"][0]["html"]) for each in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_needs_two_requests_and_no_script(new_page: Callable[..., Page]):
    """The document and its style sheet; the answer stands there without anything else."""
    page = new_page(java_script_enabled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto("/status/")
    expect(page.locator("h1")).to_have_text("VPN-tilgang er delvis nede.")
    assert asked == ["document", "stylesheet"]


@pytest.mark.parametrize(("moment", "is_stale"), [("2026-11-20T13:00:00Z", False), ("2026-11-21T12:00:01Z", True)])
def test_says_when_it_is_older_than_it_should_be(page: Page, moment: str, is_stale: bool):
    """The site is as of noon on the twentieth, and a day is long for a status page."""
    page.clock.set_fixed_time(moment)
    page.goto("/en/status/")
    expect(page.locator(".stale")).to_be_visible(visible=is_stale)


def test_says_what_its_times_are_where_the_reader_is(page: Page, new_page: Callable[..., Page]):
    """In Tokyo it is eight hours later than in Oslo in November; a reader in Oslo is told nothing twice."""
    page.goto("/en/status/")
    expect(page.locator("[data-zone]")).to_be_hidden()
    far = new_page(timezone_id="Asia/Tokyo")
    far.goto("/en/status/")
    expect(far.locator("[data-zone]")).to_have_text(re.compile("20 November 2026 at 21:00 .Asia/Tokyo."))
    assert far.locator("main time[datetime*=T]").first.get_attribute("title").startswith("Where you are: ")


def test_leads_from_the_status_to_a_credit_and_to_the_clauses(page: Page):
    """The front of the status page, October, the calculator with October's outages, and a clause it rests on."""
    page.goto("/status/")
    page.get_by_role("link", name="Oktober 2026").first.click()
    expect(page.locator(".lead")).to_contain_text("Reduksjonen er 10")
    page.get_by_role("link", name="Regn ut reduksjonen for din pris").click()
    page.wait_for_selector("[data-answered=computed]")
    expect(page.locator(".headline").first).to_contain_text("69,00")
    assert page.input_value("[id='field-outages[1].start']") == "2026-10-07T09:12"
    page.go_back()
    page.locator(".account a", has_text="punkt 6.2").click()
    page.wait_for_url("**/agreements/nettsoft/vps-access/2026-11-20/#figure-core.hours")


def test_opens_a_day_of_the_history_from_its_words(page: Page):
    """The bars are a picture; the words below them lead to the day."""
    page.goto("/status/vps/")
    page.locator(".in-words summary").press("Enter")
    page.get_by_role("link", name=re.compile("^7. oktober 2026")).press("Enter")
    page.wait_for_url("**/status/vps/2026-10/#07")
    expect(page.locator("li:target")).to_contain_text("Nede 2")


def test_speaks_the_language_chosen(page: Page):
    """The switch leads to the same page, and the whole house around it follows."""
    page.goto("/status/vpn/2026-09/")
    page.get_by_role("link", name="Svenska").click()
    page.wait_for_url("**/sv/status/vpn/2026-09/")
    expect(page.locator("h1")).to_have_text("VPN-åtkomst, september 2026")
    page.get_by_role("link", name="Räkna ut nedsättningen").click()
    page.wait_for_url("**/sv/calculators/availability-credit/?rule=**")


def test_skips_to_the_content_by_keyboard(page: Page):
    """The first stop of the Tab key leads past the menu."""
    page.goto("/status/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
