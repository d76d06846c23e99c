"""The status section: whole HTML documents in every language, the style sheet they share, and files for machines."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from calculators.asking import Library
from scripts.status import addresses
from scripts.status.environment import TEMPLATES, rendered
from scripts.status.fields import LANGUAGES
from scripts.status.ledger import Ledger, open_ledger
from scripts.status.machines.files import files_for_machines
from scripts.status.model import Service, Status
from scripts.status.views.event import event_view
from scripts.status.views.frame import frame
from scripts.status.views.month import month_view
from scripts.status.views.overview import overview_view
from scripts.status.views.past import past_view
from scripts.status.views.service import service_view
from scripts.status.voice import Voice

View = dict[str, Any]


def pages_of(status: Status, library: Library, now: datetime, site: str = "") -> list[tuple[str, str]]:
    """Path and text of every file of the section as it stands at an instant; none where there are no services.

    `site` is where the section is published, "" for anywhere: files that leave the site name pages by it.
    """
    if not status.services:
        return []
    ledger = open_ledger(status, library, int(now.timestamp()))
    pages = [page for language in LANGUAGES for page in _pages(ledger, language)]
    machines = files_for_machines(ledger, site)
    return [*pages, *_shared(), *_evidence(ledger), *machines]


def _shared() -> Iterator[tuple[str, str]]:
    """The files that every page of the section asks for."""
    for address in (addresses.STYLE, addresses.SCRIPT):
        yield address.removeprefix("/"), (TEMPLATES / address.rpartition("/")[2]).read_text(encoding="utf-8")


def _pages(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    voice = Voice(language, ledger.zone)
    yield _page("overview.html", ledger, voice, addresses.overview(language), overview_view(ledger, voice))
    for month in ledger.events_by_month:
        address = addresses.of_past(f"{month:%Y-%m}", language)
        yield _page("past.html", ledger, voice, address, past_view(month, ledger, voice))
    for service in ledger.status.services:
        voice = Voice(language, service.zone)
        address = addresses.of_service(service, language)
        yield _page("service.html", ledger, voice, address, service_view(service, ledger, voice), service)
        for book in ledger.months[service.id]:
            address = addresses.of_month(service, book.label, language)
            yield _page("month.html", ledger, voice, address, month_view(book, ledger, voice), service)
    for event in ledger.events:
        voice = Voice(language, ledger.zone_of(event))
        yield _page("event.html", ledger, voice, addresses.of_event(event, language), event_view(event, ledger, voice))


def _evidence(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The records of the closed months, as they lie under docs/status/months."""
    for service in ledger.status.services:
        for book in ledger.months[service.id]:
            if closed := ledger.closed(book):
                yield addresses.of_evidence(service, book.label).removeprefix("/"), closed.text()


def _page(
    template: str, ledger: Ledger, voice: Voice, address: str, view: View, service: Service | None = None
) -> tuple[str, str]:
    around = frame(ledger, voice, address, view, service)
    return f"{address[1:]}index.html", rendered(template, address, **around, page=view)
