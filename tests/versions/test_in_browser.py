"""A reader sees at once whether a version is in force, and finds the one that applies to them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

EXAMPLE = "/agreements/example/cloud-storage/"


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 700}, {"width": 1280, "height": 800}])
@pytest.mark.parametrize(
    ("version", "says"),
    [
        ("2024-01-01", "Denne versjonen er avløst. Gjaldt fra 01.01.2024 til 14.04.2024."),
        ("2024-04-15", "Denne versjonen er avløst. Gjaldt fra 15.04.2024 til 30.06.2025."),
        ("2027-03-01", "Denne versjonen gjelder ikke ennå. Trer i kraft 01.03.2027."),
    ],
)
def test_a_version_not_in_force_says_so_on_its_first_screen(new_page: Callable[..., Page], viewport, version, says):
    """Without a script too, with a link to the one that is."""
    page = new_page(viewport=viewport, java_script_enabled=False)
    page.goto(f"{EXAMPLE}{version}/")
    banner = page.locator(".banner")
    expect(banner).to_contain_text(says)
    box = banner.bounding_box()
    assert box["y"] + box["height"] <= viewport["height"]
    banner.get_by_role("link", name="Les den som gjelder nå").click()
    expect(page).to_have_url(EXAMPLE)


def test_the_version_in_force_tells_of_the_next_one(page: Page):
    page.goto(EXAMPLE)
    expect(page.locator(".banner.coming")).to_contain_text("En ny versjon trer i kraft 01.03.2027.")
    expect(page.locator(".standing strong")).to_have_text("Gjelder fra 01.07.2025")
    page.get_by_role("link", name="Se hva som endres").click()
    expect(page).to_have_url(f"{EXAMPLE}2025-07-01...2027-03-01/")


def test_every_version_leads_to_the_others(page: Page):
    """To the one before, the one after, and all of them in a list."""
    page.goto(f"{EXAMPLE}2024-04-15/")
    expect(page.locator("[rel=prev]")).to_have_attribute(
        "href", "../../../../agreements/example/cloud-storage/2024-01-01/"
    )
    page.locator("[rel=next]").click()
    rows = page.locator("#versions tbody tr")
    expect(rows.locator("th a")).to_have_text(["Fra 01.03.2027", "Fra 01.07.2025", "Fra 15.04.2024", "Fra 01.01.2024"])
    expect(page.locator("#versions [aria-current=page]")).to_have_text("Fra 01.07.2025")


@pytest.mark.parametrize(
    ("customer", "agreed_on", "day", "answer"),
    [
        ("existing", "", "2024-01-01", "Da gjelder versjonen fra 01.01.2024."),
        ("existing", "", "2023-12-31", "Ingen versjon her dekker den dagen."),
        ("existing", "2024-05-01", "2025-07-01", "Da gjelder versjonen fra 15.04.2024."),
        ("existing", "2025-06-30", "2025-09-30", "Da gjelder versjonen fra 15.04.2024."),
        ("existing", "2025-06-30", "2025-10-01", "Da gjelder versjonen fra 01.07.2025."),
        ("existing", "2025-07-01", "2025-07-01", "Da gjelder versjonen fra 01.07.2025."),
        ("existing", "2025-07-01", "2027-03-01", "Da gjelder versjonen fra 01.03.2027."),
        ("existing", "2025-07-02", "2025-07-01", "Avtalen var ikke inngått ennå den dagen."),
        ("new", "", "2025-07-01", "Da gjelder versjonen fra 01.07.2025."),
        ("new", "", "2025-06-30", "Da gjelder versjonen fra 15.04.2024."),
        ("new", "", "2027-03-01", "Da gjelder versjonen fra 01.03.2027."),
    ],
)
def test_it_says_which_version_applies(page: Page, customer: str, agreed_on: str, day: str, answer: str):
    """By when the agreement was entered, whether it is a new one, and the day in question."""
    page.goto(f"{EXAMPLE}#versions")
    form = page.locator("form.which")
    form.locator(f"[value={customer}]").check()
    if agreed_on:
        form.get_by_label("Når ble avtalen inngått?").fill(agreed_on)
    form.get_by_label("Hvilken dag gjelder det?").fill(day)
    expect(form.get_by_role("status")).to_have_text(answer)
    expect(page.locator("tr.applies")).to_have_count(1 if answer.startswith("Da gjelder") else 0)


def test_it_asks_about_today_at_first(page: Page):
    page.goto(EXAMPLE)
    expect(page.locator("form.which [name=day]")).to_have_value("2026-11-20")
    expect(page.locator("form.which [role=status]")).to_have_text("Da gjelder versjonen fra 01.07.2025.")


def test_the_answer_follows_the_language(page: Page):
    page.goto(EXAMPLE)
    page.get_by_role("button", name="English").click()
    answer = page.locator("form.which [role=status]")
    expect(answer).to_have_text("The version from 1 July 2025 applies.")
    page.get_by_label("I enter it on that day").check()
    expect(answer).to_have_text("The version from 1 July 2025 applies.")


def test_without_a_script_the_list_says_it_all(new_page: Callable[..., Page]):
    """From when to when each version applies, for new and for older agreements."""
    page = new_page(java_script_enabled=False)
    page.goto(EXAMPLE)
    expect(page.locator("form.which")).to_be_hidden()
    cells = page.locator("[data-version='2025-07-01'] td")
    expect(cells.nth(0)).to_have_text("01.07.2025 – 28.02.2027")
    expect(cells.nth(1)).to_have_text("01.10.2025 – 28.02.2027")


def test_an_agreement_with_one_version_asks_nothing(page: Page):
    page.goto("/agreements/nettsoft/vps-access/")
    expect(page.locator("#versions tbody tr")).to_have_count(1)
    expect(page.locator("form.which")).to_have_count(0)


def test_its_data_for_search_engines_is_no_script(page: Page):
    """The policy lets nothing inside a page run; data in it is there to be read. (Complaints fail every page.)"""
    page.goto(EXAMPLE)
    graph = page.evaluate("JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent)")["@graph"]
    assert (graph[0]["@type"], graph[0]["version"]) == ("DigitalDocument", "2025-07-01")
    assert graph[0]["temporalCoverage"] == "2025-07-01/2027-02-28"
