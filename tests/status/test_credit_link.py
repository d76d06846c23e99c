"""From an incident's file to the credit: the link on a month's page asks for exactly what the page says."""

import json
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from calculators.answer import answer
from calculators.values.zones import Zone
from scripts.setup.start import ROOT
from scripts.status.books import MonthBook
from scripts.status.credit_inputs import wall_text
from scripts.status.ledger import Ledger
from scripts.status.pages import pages_of
from tests.status.sample import NOW, second

LISTS = ("outages", "planned_windows")
LINK = re.compile(r'<a class="button[^"]*" href="([^"]+)"')


@pytest.fixture(scope="module")
def pages(ledger: Ledger, library: dict[str, Any]) -> dict[str, str]:
    return dict(pages_of(ledger.status, library, NOW))


def test_takes_one_outage_from_its_file_to_the_credit(ledger: Ledger, library: dict[str, Any], pages: dict[str, str]):
    """7 October 09:12 to 11:40: file, incident, book, page, link, answer."""
    text = (ROOT / "docs" / "status" / "incidents" / "2026-10-07-vps-network.md").read_text(encoding="utf-8")
    assert "\nstarted_at: 2026-10-07T09:12+02:00\n" in text
    assert "\nresolved_at: 2026-10-07T11:40+02:00\n" in text
    page = pages["status/vps/2026-10/index.html"]
    request = request_of(link_on(page))
    assert {"start": "2026-10-07T09:12", "end": "2026-10-07T11:40", "cause": "supplier"} in request["inputs"]["outages"]
    response = answer(request, library, NOW.date())
    assert response["result"]["credit_percent"] == "10"
    assert response["result"]["credit"] == "69.00"
    lead = re.search(r'<p class="lead">(.*?)</p>', page)[1].replace("\u00a0", " ")
    assert lead == "Oppetiden var 99,1831 %. Garantien på 99,5 % er brutt. Reduksjonen er 10 % av månedsprisen."
    assert response["result"]["uptime_percent"] == "99.1831"


def test_says_on_every_month_page_what_the_calculator_answers(
    ledger: Ledger, library: dict[str, Any], pages: dict[str, str]
):
    """In every language and month: the same result, the same readings, the same bounds."""
    for language in ("", "sv/", "en/"):
        for months in ledger.months.values():
            for book in months:
                page = pages[f"{language}status/{book.service.id}/{book.label}/index.html"]
                assert_same(book, answer(request_of(link_on(page)), library, NOW.date()))


def assert_same(book: MonthBook, response: dict[str, Any]) -> None:
    outcome, result = book.answer.outcome, response["result"]
    assert response["status"] == book.answer.status
    assert result["available_seconds"] == outcome.result["available_seconds"].count
    assert result["downtime_seconds"] == outcome.result["downtime_seconds"].count
    assert result["guarantee_met"] == outcome.result["guarantee_met"]
    assert (response["bounds"] is None) == (outcome.bounds is None)
    if outcome.bounds is None:
        assert result["credit_percent"] == f"{outcome.result['credit_percent'].value:f}"
    assert [each["key"] for each in response["alternatives"]] == list(book.answer.alternatives)


def test_shows_bounds_and_no_figure_in_the_hole_of_the_table(pages: dict[str, str]):
    """September's VPN lies between two tiers."""
    page = pages["en/status/vpn/2026-09/index.html"]
    assert "Uptime was 95.5523%." in page
    assert "the credit is between 30% and 40% of the monthly price" in page


def test_names_an_offset_only_where_the_clock_shows_a_time_twice():
    """The hour that comes twice on 25 October; an hour before and after it does not."""
    zone = Zone("Europe/Oslo")
    assert wall_text(second("2026-10-25T02:30+02:00"), zone) == "2026-10-25T02:30+02:00"
    assert wall_text(second("2026-10-25T02:20+01:00"), zone) == "2026-10-25T02:20+01:00"
    assert wall_text(second("2026-10-25T03:20+01:00"), zone) == "2026-10-25T03:20"
    assert wall_text(second("2026-10-25T01:59:30+02:00"), zone) == "2026-10-25T01:59:30"


def test_cuts_an_open_outage_at_the_instant_of_the_page_and_leaves_one_across_months_whole(pages: dict[str, str]):
    """The calculator cuts to the month itself; what goes on ends at now."""
    november = request_of(link_on(pages["status/vpn/2026-11/index.html"]))["inputs"]["outages"]
    assert {"start": "2026-11-20T08:14", "end": "2026-11-20T12:00", "affected_users": 9, "total_users": 38} in november
    october = request_of(link_on(pages["status/vps/2026-10/index.html"]))["inputs"]["outages"]
    assert october[0] == {"start": "2026-09-30T20:20", "end": "2026-10-01T07:25", "cause": "supplier"}


def link_on(page: str) -> str:
    return unescape(LINK.search(page)[1])


def request_of(href: str) -> dict[str, Any]:
    """The request that the address of a calculator page asks."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(href).query, strict_parsing=True).items()}
    inputs = {name: json.loads(text) if name in LISTS else text for name, text in query.items() if name != "rule"}
    return {"rule": query["rule"], "inputs": inputs}
