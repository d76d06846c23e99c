"""An agreement page in a browser: figures that offer to compute, links to clauses, language, light and dark."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

VPS = "/agreements/nettsoft/vps-access/"


def test_offers_to_compute_beside_a_focused_figure(page: Page):
    """The offer lists the rules that read the figure and closes with Escape."""
    page.goto(VPS)
    page.locator("a.figure").first.focus()
    offer = page.locator(".offer")
    expect(offer).to_contain_text("Regn med dette")
    assert offer.get_by_role("link").count() >= 1
    page.keyboard.press("Escape")
    expect(offer).to_be_hidden()


def test_lists_what_can_be_computed_without_a_script(new_page: Callable[..., Page]):
    """Without a script the clause itself lists its rules, and a figure is a link."""
    page = new_page(java_script_enabled=False)
    page.goto(VPS)
    expect(page.locator(".compute").first).to_contain_text("Regn på dette punktet")
    rule = "?rule=nettsoft/vps-access:term-36m-then-rolling"
    expect(page.locator("a.figure").first).to_have_attribute("href", f"../../../calculators/term-and-notice/{rule}")


def test_marks_the_clause_an_address_names(page: Page):
    """By number and by anchor."""
    for target in ("6.6", "initial-term"):
        page.goto(f"{VPS}#{target}")
        expect(page.locator(".clause:target, .clause:has(> :target)")).to_have_count(1)


def test_copies_the_address_of_a_clause(new_page: Callable[..., Page]):
    """The button beside a clause puts its address on the clipboard."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(VPS)
    page.locator(".clause:has(> [id='6.6']) .copy-link").click()
    expect(page.locator(".copy-link.done")).to_have_text("Kopiert")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{VPS}#6.6")


def test_speaks_another_language_around_the_text(page: Page):
    """The words around the text change, the text does not; calculators open in the language chosen."""
    page.goto("/agreements/cloud-nine/general/")
    text = page.locator(".clause .words").first.inner_text()
    page.get_by_role("button", name="English").click()
    standing = "In force since an unknown date, recorded on 20 November 2026"
    expect(page.locator(".standing strong")).to_have_text(standing)
    assert "/en/calculators/" in page.locator(".compute a").first.evaluate("link => link.href")
    assert page.locator(".clause .words").first.inner_text() == text


def test_remembers_light_or_dark(page: Page):
    """The reader's choice outlives the page and comes before the first paint."""
    page.goto("/")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Mørkt utseende").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto("/agreements/")
    assert page.evaluate(paper) == dark


def test_follows_the_reader_in_the_contents(page: Page):
    """The line of the contents list for the clause in sight is the current one."""
    page.goto(f"{VPS}#6.6")
    expect(page.locator(".contents a[aria-current]")).to_contain_text("6.6")


def test_leads_from_a_clause_to_the_same_clause_in_other_versions(new_page: Callable[..., Page]):
    """Also without a script; what is new or gone is said in words."""
    page = new_page(java_script_enabled=False)
    page.goto("/agreements/example/cloud-storage/2025-07-01/")
    expect(page.locator("#passwords .tools")).to_have_text("Nytt i denne versjonen Ikke med i neste versjon")
    page.locator("#allowance").hover()
    page.locator("#allowance .tools").get_by_role("link", name="Forrige versjon").click()
    page.wait_for_url("**/2024-04-15/#allowance")


def test_shows_the_clause_of_the_version_before_in_a_preview(page: Page):
    """The preview of another version's clause leaves what describes the link as it was."""
    page.goto("/agreements/example/cloud-storage/2025-07-01/")
    page.locator(".copy-link").first.wait_for(state="attached")
    page.keyboard.press("Tab")
    link = page.locator("#allowance .tools a").first
    described = link.get_attribute("aria-describedby")
    link.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("200 GB")
    page.keyboard.press("Escape")
    expect(link).to_have_attribute("aria-describedby", described)
