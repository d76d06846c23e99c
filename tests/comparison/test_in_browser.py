"""Comparisons in a browser: those that are built, in both layouts and all languages, and any other pair."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

ROOM = "/agreements/example/cloud-storage/"
BUILT = f"{ROOM}2024-04-15...2025-07-01/"
FOUND = f"{ROOM}compare/?from=2024-04-15&to=2025-07-01"
COMPUTED = "[data-answered=computed]"
PARTS = ".lead, .counts, .figures, .answers-differ, .clauses-differ"


def test_it_finds_in_the_browser_what_was_built(new_page: Callable[..., Page]):
    """The same pair, compared by the same Python, reads the same and leads to the same places."""
    built, found = new_page(java_script_enabled=False), new_page()
    built.goto(BUILT)
    found.goto(FOUND)
    found.wait_for_selector(COMPUTED)
    expected = [_lines(each) for each in built.locator(PARTS).all_inner_texts()]
    assert [_lines(each) for each in found.locator(f".pair :is({PARTS})").all_inner_texts()] == expected
    links = "links => links.map(link => link.href)"
    inside = f":is({PARTS}) a"
    assert found.locator(f".pair {inside}").evaluate_all(links) == built.locator(inside).evaluate_all(links)


def test_it_compares_any_two_versions_that_a_reader_picks(page: Page):
    """The form names them in the address, which opens the same comparison again."""
    page.goto(f"{ROOM}compare/")
    page.select_option("#compare-from", "2024-01-01")
    page.select_option("#compare-to", "2027-03-01")
    page.get_by_role("button", name="Vis endringene").click()
    page.wait_for_selector(COMPUTED)
    assert page.url.endswith("?from=2024-01-01&to=2027-03-01")
    expect(page.locator("#change-allowance .one")).to_contain_text("200 GB")
    expect(page.locator("#change-allowance .one ins")).to_contain_text("1 TB")


def test_it_shows_both_versions_side_by_side_without_a_script(new_page: Callable[..., Page]):
    """The changes stand in the text at first; a choice sets the versions side by side."""
    page = new_page(java_script_enabled=False)
    page.goto(BUILT)
    change = page.locator("#change-notice, #change-end-of-agreement").first
    expect(change.locator(".one")).to_be_visible()
    expect(change.locator(".sides")).to_be_hidden()
    page.get_by_label("side ved side").check()
    expect(change.locator(".one")).to_be_hidden()
    before, after = change.locator(".side").all()
    expect(before.locator("del")).to_contain_text("3 måneders")
    expect(after.locator("ins")).to_contain_text("2 måneders")


def test_it_speaks_another_language_around_both_texts(page: Page):
    """What the house says changes, in the built page and in the computed one; what the agreement says does not."""
    for address in (BUILT, FOUND):
        page.goto(address)
        if address == FOUND:
            page.wait_for_selector(COMPUTED)
        clause = page.locator("#change-allowance .words:visible ins .figure").inner_text()
        page.get_by_role("button", name="English").click()
        expect(page.locator(".counts")).to_contain_text("figures have changed")
        expect(page.locator("#change-allowance .fate")).to_have_text("Reworded")
        assert page.locator("#change-allowance .words:visible ins .figure").inner_text() == clause == "500 GB"
        page.get_by_role("button", name="Norsk").click()
        expect(page.locator(".counts")).to_contain_text("tall er endret")


def test_it_computes_in_the_language_chosen_before(page: Page):
    """A reader who chose English on another page gets the computed comparison in English."""
    page.goto(BUILT)
    page.get_by_role("button", name="English").click()
    expect(page.locator(".counts")).to_contain_text("figures have changed")
    page.goto(FOUND)
    page.wait_for_selector(COMPUTED)
    expect(page.locator(".counts")).to_contain_text("figures have changed")


def test_it_says_so_when_an_address_names_no_pair(page: Page):
    """A version that does not exist, and a version with itself."""
    page.goto(f"{ROOM}compare/?from=2024-01-01&to=2099-01-01")
    expect(page.get_by_role("status")).to_have_text("Adressen nevner en versjon som ikke finnes.")
    page.goto(f"{ROOM}compare/?from=2024-01-01&to=2024-01-01")
    expect(page.get_by_role("status")).to_have_text("Velg to ulike versjoner.")


def test_it_says_why_when_a_version_cannot_be_fetched(page: Page, faults: list[str]):
    """The reason stands beside the form, which still works."""
    page.route("**/2027-03-01.json", lambda route: route.fulfill(status=503))
    page.goto(f"{ROOM}compare/?from=2024-01-01&to=2027-03-01")
    expect(page.get_by_role("status")).to_contain_text("503")
    assert len(faults) == 1
    faults.clear()


def test_it_leads_from_the_list_of_versions_to_every_comparison(page: Page):
    """Each version to what it changed, and all of them to the choice of any two."""
    page.goto(ROOM)
    page.locator(".versions").get_by_role("link", name="Sammenlign to versjoner").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sammenlign to versjoner")
    page.locator(".pairs-built a").first.click()
    expect(page.locator(".counts")).to_be_visible()


def _lines(text: str) -> list[str]:
    """The words line by line; where a line wraps is the browser's business."""
    return re.sub(r"\s+", " ", text).strip().split(" ")
