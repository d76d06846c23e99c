"""The dialog: opened from every page, worked by keyboard, usable on a phone, spoken in three languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

AGREEMENT = "/agreements/nettsoft/vps-access/"
PAGES = ("/", "/agreements/", AGREEMENT, "/calculators/", "/calculators/term-and-notice/", "/guide/marks/", "/404.html")


def _ready(page: Page) -> None:
    expect(page.locator("button.seek")).to_be_visible()


def _search(page: Page, words: str) -> None:
    _ready(page)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator(".found a").first).to_be_visible()


@pytest.mark.parametrize("address", PAGES)
def test_a_slash_opens_it_on_every_page(page: Page, address: str):
    page.goto(address)
    _search(page, "brudd på oppetidsgarantien vps-access")
    assert page.locator(".found a").first.get_attribute("href").endswith(f"{AGREEMENT}#uptime-credit")


def test_it_needs_no_mouse(page: Page):
    """The arrows walk through the results and back to the field; Enter goes to the clause."""
    page.goto("/")
    _search(page, "garantert tjenestenivå")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found a").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#guaranteed-level")


def test_a_result_on_the_same_page_closes_it(page: Page):
    page.goto(AGREEMENT)
    _search(page, "vps-access 6.6")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.search")).to_be_hidden()
    assert page.url.endswith(f"{AGREEMENT}#uptime-credit")
    expect(page.locator("#uptime-credit")).to_be_in_viewport()


def test_escape_closes_it_and_gives_the_focus_back(page: Page):
    page.goto("/")
    _ready(page)
    page.locator("button.seek").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("button.seek")).to_be_focused()


def test_control_k_opens_it_where_a_slash_is_a_letter(page: Page):
    page.goto("/calculators/term-and-notice/")
    _ready(page)
    page.locator("form input:visible").first.focus()
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_it_says_how_many_it_found_and_what_it_looked_for_instead(page: Page):
    page.goto("/")
    _search(page, "opsigelse")
    status = page.get_by_role("status").filter(has_text="opsigelse")
    expect(status).to_contain_text("Ingen avtale har «opsigelse». Her er det søkt på «oppsigelse».")
    expect(status).to_contain_text("punkter")
    expect(page.locator(".found mark").first).to_be_visible()


def test_it_says_when_it_finds_nothing(page: Page):
    page.goto("/")
    _ready(page)
    page.keyboard.press("/")
    page.keyboard.type("xyzzyx")
    expect(page.locator("dialog [role=status]")).to_contain_text("Ingen punkter passer til dette.")
    expect(page.locator(".found a")).to_have_count(0)


def test_a_supplier_and_a_language_can_be_chosen(page: Page):
    page.goto("/")
    _search(page, "support")
    page.get_by_label("Leverandør").select_option("Cloud Nine AB")
    expect(page.locator(".found .of").first).to_contain_text("Cloud Nine AB")
    expect(page.locator(".found .of").filter(has_not_text="Cloud Nine AB")).to_have_count(0)
    page.get_by_label("Leverandør").select_option("")
    page.get_by_label("Språk", exact=True).and_(page.locator("select")).select_option("sv")
    expect(page.locator(".found .headline").first).to_have_attribute("lang", "sv")


@pytest.mark.parametrize(
    ("address", "button", "all_suppliers"),
    [("/sv/", "Sök", "Alla leverantörer"), ("/en/", "Search", "All suppliers"), ("/", "Søk", "Alle leverandører")],
)
def test_it_speaks_the_language_of_the_page(page: Page, address: str, button: str, all_suppliers: str):
    page.goto(address)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator("dialog.search select").first).to_contain_text(all_suppliers)


def test_it_follows_the_language_switch_of_an_agreement(page: Page):
    page.goto(AGREEMENT)
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("99.5")
    expect(page.locator("dialog [role=status]")).to_contain_text("clauses")


def test_it_fits_a_phone(new_page: Callable[..., Page]):
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(AGREEMENT)
    _search(page, "oppsigelse")
    assert page.locator("dialog.search").bounding_box()["width"] == 390
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("document.querySelector('dialog.search').scrollWidth") <= 390


def test_without_scripts_it_is_a_link_to_the_agreements(new_page: Callable[..., Page]):
    page = new_page(java_script_enabled=False)
    page.goto("/sv/")
    page.get_by_role("link", name="Sök", exact=True).click()
    assert page.url.endswith("/sv/agreements/")
    expect(page.locator("dialog.search")).to_be_hidden()


def test_it_says_plainly_when_it_cannot_start(page: Page, faults: list[str]):
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto("/")
    _ready(page)
    page.keyboard.press("/")
    page.keyboard.type("oppsigelse")
    expect(page.locator("dialog [role=status]")).to_contain_text("Søket kom ikke i gang i denne nettleseren.")
    faults.clear()


@pytest.mark.parametrize("file", ["vocabulary.json", "front/*/worker.mjs", "pagefind.js"])
def test_it_starts_afresh_when_something_failed_to_load(page: Page, faults: list[str], file: str):
    """A line that was gone for a moment costs one letter, not a new visit."""
    page.route(f"**/{file}", lambda route: route.abort(), times=1)
    page.goto("/")
    _ready(page)
    page.keyboard.press("/")
    page.keyboard.type("oppsigels")
    expect(page.locator("dialog [role=status]")).to_contain_text("Søket kom ikke i gang")
    page.keyboard.type("e")
    expect(page.locator(".found a").first).to_be_visible()
    faults.clear()


def test_status_pages_have_no_search(page: Page):
    page.goto("/status/")
    assert page.locator("script:not([src$='now.js']), dialog, .seek").count() == 0
