"""Long histories and many services: no page grows without bound, and the first one stays light."""

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import brotli
import pytest

from scripts.benchmarks.status_corpus import NOW, write_history
from scripts.status import addresses
from scripts.status.ledger import open_ledger
from scripts.status.model import Status
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from scripts.status.views.overview import overview_view
from scripts.status.views.past import LATEST, past_view
from scripts.status.views.service import service_view
from scripts.status.voice import Voice

LIGHT = 40_000


def history(folder: Path, library: dict[str, Any], incidents: int, components: int, since: date) -> Status:
    """An invented history whose services are measured from a month."""
    write_history(folder, incidents, components)
    status = read_status(folder, library)
    assert status.problems == ()
    assert (len(status.events), len(status.services)) == (incidents, components)
    return replace(status, services=tuple(replace(service, measured_from=since) for service in status.services))


@pytest.mark.parametrize("components", [30, 200])
def test_has_a_page_for_each_of_many_services(tmp_path: Path, library: dict[str, Any], components: int):
    """Each has its own pages and its place in the interface for machines."""
    pages = dict(pages_of(history(tmp_path, library, 60, components, date(2029, 12, 1)), library, NOW))
    for number in range(1, components + 1):
        assert f"status/service-{number}/2029-12/index.html" in pages
    assert len(json.loads(pages["api/v2/components.json"])["components"]) == components


def test_is_light_with_thirty_services_and_three_years(tmp_path: Path, library: dict[str, Any]):
    """As either way of compressing it sends it, in every language, with its style sheet."""
    ledger_of = history(tmp_path, library, 400, 30, date(2029, 9, 1))
    pages = dict(pages_of(ledger_of, library, NOW))
    style = pages["status/status.css"].encode()
    for language in addresses.ROOT:
        page = pages[f"{addresses.overview(language)[1:]}index.html"].encode()
        assert len(brotli.compress(page, quality=6)) + len(brotli.compress(style, quality=6)) < LIGHT
        assert len(gzip.compress(page)) + len(gzip.compress(style)) < LIGHT


def test_lists_the_latest_events_and_leads_to_all(tmp_path: Path, library: dict[str, Any]):
    """Overview and service list the latest; every event stands under the month that it began in, once."""
    status = history(tmp_path, library, 200, 2, date(2029, 12, 1))
    ledger = open_ledger(status, library, int(NOW.timestamp()))
    voice = Voice("en", ledger.zone)
    overview, service = overview_view(ledger, voice), service_view(status.services[0], ledger, voice)
    assert len(listed(overview["past"])) == len(listed(service["events"])) == LATEST
    assert service["has_more_events"]
    linked = [month["href"] for year in overview["past_months"] for month in year["months"]]
    assert linked == [f"/en/status/history/{month:%Y-%m}/" for month in ledger.events_by_month]
    assert len(linked) == 36
    by_month = [past_view(month, ledger, voice)["events"] for month in ledger.events_by_month]
    expected = [addresses.of_event(event, "en") for event in reversed(status.events)]
    assert [event["href"] for month in by_month for event in month] == expected


def listed(months: list[dict[str, Any]]) -> list[str]:
    return [event["href"] for month in months for event in month["events"]]
