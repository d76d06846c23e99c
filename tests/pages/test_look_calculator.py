"""A calculator page in a browser: the example, one's own figures, the share link, errors, and the keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from scripts.calculating.receipts import main as verify

NOTICE = "/calculators/term-and-notice/?rule=nettsoft/vps-access:notice-3m-from-month-end"
UPTIME = "/calculators/availability-credit/?rule=nettsoft/vps-access:uptime-credit"
COMPUTED = "[data-answered=computed]"

NUMBERS = {
    ("1 234,50", "nb"): {"value": "1234.50"},
    ("1234.5", "nb"): {"value": "1234.5"},
    ("kr 2000,-", "nb"): {"value": "2000"},
    ("1.234,50", "nb"): {"value": "1234.50"},
    ("1,234.50", "en"): {"value": "1234.50"},
    ("12.345.678", "nb"): {"value": "12345678"},
    ("3.000", "nb"): {"ambiguous": {"many": "3000", "few": "3,0"}},
    ("3,000", "en"): {"ambiguous": {"many": "3000", "few": "3.0"}},
    ("3,125", "nb"): {"value": "3.125"},
    ("0.125", "nb"): {"value": "0.125"},
    ("−40", "nb"): {"value": "-40"},
    ("many", "en"): {"value": "many"},
}


def test_leads_from_a_clause_to_an_answer_and_back(page: Page):
    """Clause, calculator, answer, its steps, the clause again."""
    page.goto("/agreements/nettsoft/vps-access/#5.14")
    page.locator(".clause:has(> [id='5.14']) .compute a").first.click()
    page.wait_for_selector(COMPUTED)
    assert "/calculators/term-and-notice/" in page.url
    page.locator(".steps a").first.click()
    page.wait_for_url("**/agreements/nettsoft/vps-access/2026-11-20/#*")
    expect(page.locator(".clause:has(:target)")).to_be_visible()


def test_computes_what_it_had_built(new_page: Callable[..., Page]):
    """The example answered in the browser reads like the one that stood there before."""
    without = new_page(java_script_enabled=False)
    without.goto("/calculators/availability-credit/")
    built = without.locator(".answer").inner_text()
    page = new_page()
    page.goto("/calculators/availability-credit/")
    page.wait_for_selector(COMPUTED)
    computed = page.locator(".answer").inner_text()
    assert _lines(computed)[1:] == _lines(built)[1:]  # the first says "an example" or "the answer"


def test_answers_ones_own_date_and_keeps_it_in_the_address(page: Page, new_page: Callable[..., Page]):
    """The address of an answer, opened anew, gives the same question and the same answer."""
    page.goto(NOTICE)
    page.wait_for_selector(COMPUTED)
    page.fill("#field-notice_date", "2026-08-31")
    page.keyboard.press("Enter")
    headline = page.locator(".headline", has_text="30. november 2026")
    expect(headline).to_be_focused()
    assert "notice_date=2026-08-31" in page.url
    again = new_page()
    again.goto(page.url)
    again.wait_for_selector(COMPUTED)
    assert again.input_value("#field-notice_date") == "2026-08-31"
    assert again.locator(".headline").inner_text() == headline.inner_text()


def test_shows_each_refusal_beside_its_field_and_in_a_summary(page: Page):
    """31 February in the address: the field is marked, the summary leads to it, nothing is computed."""
    page.goto(f"{NOTICE}&notice_date=2026-02-31")
    page.wait_for_selector(COMPUTED)
    summary = page.locator(".errors")
    expect(summary).to_be_focused()
    expect(page.locator("#field-notice_date")).to_have_attribute("aria-invalid", "true")
    summary.get_by_role("link").click()
    expect(page.locator("#field-notice_date")).to_be_focused()
    page.fill("#field-notice_date", "2026-02-28")
    page.keyboard.press("Enter")
    expect(summary).to_be_hidden()


def test_takes_and_drops_the_entries_of_a_list_by_keyboard(page: Page):
    """A second outage is added, filled in, computed, and taken out again."""
    page.goto(UPTIME)
    page.wait_for_selector(COMPUTED)
    outages = page.locator("#field-outages")
    outages.get_by_role("button", name="Legg til").press("Enter")
    expect(page.locator("[id='field-outages[1].start']")).to_be_focused()
    page.fill("[id='field-outages[1].start']", "2026-02-12T10:00")
    page.fill("[id='field-outages[1].end']", "2026-02-12T09:00")
    page.get_by_role("button", name="Regn ut").press("Enter")
    expect(page.locator("[id='field-outages[1].end']")).to_have_attribute("aria-invalid", "true")
    outages.get_by_role("button", name="Fjern").nth(1).press("Enter")
    page.get_by_role("button", name="Regn ut").press("Enter")
    expect(page.locator(".headline")).to_be_focused()
    assert page.locator("#field-outages .item").count() == 1


def test_computes_by_another_reading(page: Page):
    """Each reading beside the one used can take its place, and the address says so."""
    page.goto(UPTIME)
    page.wait_for_selector(COMPUTED)
    other = page.locator(".reading:not(.used)").first
    name = other.locator("h4").inner_text()
    other.get_by_role("button").click()
    expect(page.locator(".reading.used h4")).to_have_text(name)
    assert "reading=" in page.url


def test_asks_the_questions_of_the_rule_chosen(page: Page):
    """Another rule brings its own form and example."""
    page.goto(UPTIME)
    page.wait_for_selector(COMPUTED)
    page.select_option("#field-rule", "cloud-nine/general:late-response-credit")
    expect(page.locator("#field-outages")).to_have_count(0)
    expect(page.locator(f"{COMPUTED} .headline")).to_contain_text("SEK")


def test_says_so_when_a_rule_is_not_known(page: Page):
    """A misspelt rule in the address gets a message, not a blank page."""
    page.goto("/calculators/term-and-notice/?rule=nettsoft/vps-access:notise")
    page.wait_for_selector(COMPUTED)
    expect(page.locator(".errors")).to_be_visible()


def test_says_so_when_it_cannot_compute(page: Page, faults: list[str]):
    """Where the terms cannot be fetched, the reader is told, and the example stays."""
    page.route("**/terms.json", lambda route: route.abort())
    page.goto(NOTICE)
    expect(page.locator(".machine")).to_contain_text("Utregningen kom ikke i gang")
    expect(page.locator("[data-answered=built] .headline")).to_be_visible()
    faults.clear()


def test_starts_one_worker_before_the_page_is_there(page: Page):
    """The head starts it, and the page's client asks that one."""
    started = []
    page.on("worker", lambda worker: started.append(worker.url))
    page.goto(NOTICE)
    page.wait_for_selector(COMPUTED)
    assert started == [page.evaluate("earlyWorker.address")]


def test_says_so_when_the_worker_failed_before_the_page_was_there(page: Page, faults: list[str]):
    """What the early worker told nobody is not lost."""
    page.route("**/worker.mjs", lambda route: route.fulfill(status=404))
    page.goto(NOTICE)
    expect(page.locator(".machine")).to_contain_text("Utregningen kom ikke i gang")
    faults.clear()


def test_says_so_when_another_rules_form_cannot_be_had(page: Page, faults: list[str]):
    """The form that stands there stays, and the next choice tries again."""
    page.route("**/forms.html", lambda route: route.abort())
    page.goto(UPTIME)
    expect(page.locator(".machine")).to_contain_text("Utregningen kom ikke i gang")
    page.unroute("**/forms.html")
    page.select_option("#field-rule", "cloud-nine/general:late-response-credit")
    expect(page.locator(f"{COMPUTED} .headline")).to_contain_text("SEK")
    expect(page.locator(".machine")).to_be_hidden()
    faults.clear()


def test_says_what_would_be_otherwise(page: Page):
    """Other levels stand beside the answer; a changed field shows its difference."""
    page.goto("/calculators/subscription-fee/?rule=webexpressen/sla:level-price&level=1&months=12")
    page.wait_for_selector(COMPUTED)
    page.locator(".whatif summary").click()
    rows = page.locator(".whatif tr", has_text="Nivå")
    expect(rows).to_have_count(3)
    expect(page.locator(".whatif .current")).to_contain_text("9 000,00")
    page.fill("#field-months", "10")
    page.keyboard.press("Enter")
    expect(page.locator(".whatif td", has_text="−")).to_contain_text("1 500,00")


def test_gives_the_answer_away_as_files(page: Page, tmp_path: Path):
    """The receipt verifies, the calendar and the lines hold the answer; another answer has files of its own."""
    page.goto(f"{NOTICE}&notice_date=2026-08-31")
    page.wait_for_selector(COMPUTED)
    page.locator(".take summary").click()
    links = page.locator(".take a")
    expect(links).to_have_count(3)
    taken = {}
    for link in links.all():
        with page.expect_download() as download:
            link.click()
        taken[download.value.suggested_filename.rpartition(".")[2]] = Path(download.value.path()).read_text("utf-8")
    (tmp_path / "receipt.html").write_text(taken["html"], encoding="utf-8")
    assert verify([str(tmp_path / "receipt.html")]) == 0
    assert "DTSTART;VALUE=DATE:20261130" in taken["ics"]
    assert "30. november 2026" in taken["csv"]
    page.fill("#field-notice_date", "2026-09-30")
    page.keyboard.press("Enter")
    expect(page.locator(".headline", has_text="31. desember 2026")).to_be_visible()
    expect(links).to_have_count(0)


def test_lists_what_follows_from_an_agreement(page: Page, new_page: Callable[..., Page]):
    """A start date brings dates, each leading to its calculator; the address brings them back."""
    page.goto("/calculators/applies/cloud-nine/")
    expect(page.locator(".follows .said")).to_have_count(0)
    page.fill("#field-agreement_start", "2026-02-01")
    page.keyboard.press("Enter")
    answer = page.locator(".follows li", has_text="Du er bundet til og med 31. januar 2027.")
    expect(answer).to_be_visible()
    again = new_page()
    again.goto(page.url)
    expect(again.locator(".follows li", has_text="31. januar 2027")).to_be_visible()
    answer.get_by_role("link", name="Se regnestykket").click()
    page.wait_for_selector(COMPUTED)
    expect(page.locator(".headline")).to_have_text("Du er bundet til og med 31. januar 2027.")


def test_names_the_fact_that_cannot_be(page: Page):
    """A negative fee is refused beside its field; what stood there is still there."""
    page.goto("/calculators/applies/smartday/?monthly_fee=-5")
    expect(page.locator(".errors")).to_contain_text("Tallet kan ikke være negativt.")
    expect(page.locator("#field-monthly_fee")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#field-monthly_fee")).to_have_value("-5")
    expect(page.locator(".follows li").first).to_be_visible()


def test_reads_a_number_as_people_write_it(page: Page):
    """Spaces, commas, full stops and currencies; what could mean two numbers is not guessed."""
    page.goto("/404.html")
    module = "/assets/front/calculator/numbers.mjs"
    script = f"async ([typed, language]) => (await import('{module}')).readNumber(typed, language)"
    assert {case: page.evaluate(script, list(case)) for case in NUMBERS} == NUMBERS


def _lines(text: str) -> list[str]:
    return [re.sub(r"\s+", " ", line) for line in text.splitlines() if line.strip() and line != "Regn slik"]
