"""The status section: whole HTML documents in every language, the style sheet they share, and files for machines."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from itertools import batched

from calculators.asking import Library
from scripts.status import addresses
from scripts.status.environment import TEMPLATES
from scripts.status.fields import LANGUAGES
from scripts.status.framing import Frames
from scripts.status.ledger import Ledger, open_ledger
from scripts.status.machines.files import files_for_machines
from scripts.status.model import Event, Status
from scripts.status.sharing import processors, results
from scripts.status.views.event import event_view
from scripts.status.views.month import month_view
from scripts.status.views.overview import overview_view
from scripts.status.views.past import past_view
from scripts.status.views.service import service_view
from scripts.status.voice import Voice

LONG = 500  # events; fewer are told of before other processes have begun
AT_A_TIME = 250
Part = Callable[[], Iterable[tuple[str, str]]]


def pages_of(
    status: Status, library: Library, now: datetime, site: str = "", processes: int | None = None
) -> list[tuple[str, str]]:
    """Path and text of every file of the section as it stands at an instant; none where there are no services.

    `site` is where the section is published, "" for anywhere: files that leave the site name pages by it. A long
    history is dealt out to so many processes, one for each processor when left out.
    """
    if not status.services:
        return []
    ledger = open_ledger(status, library, int(now.timestamp()))
    if processes is None:
        processes = processors() if len(ledger.events) > LONG else 1
    parts = [part for language in LANGUAGES for part in _parts(ledger, language, site)]
    parts += [_shared, partial(_evidence, ledger), partial(files_for_machines, ledger, site)]
    return [file for files in results([partial(_all, part) for part in parts], processes) for file in files]


def _parts(ledger: Ledger, language: str, site: str) -> Iterator[Part]:
    """The pages in one language: those about services and months, then the events, some at a time."""
    yield partial(_pages, ledger, language, site)
    for events in batched(ledger.events, AT_A_TIME):
        yield partial(_event_pages, events, ledger, language)


def _pages(ledger: Ledger, language: str, site: str) -> Iterator[tuple[str, str]]:
    page = Frames(ledger).page
    voice = Voice(language, ledger.zone)
    address = addresses.overview(language)
    yield _path(address), page("overview.html", address, overview_view(ledger, voice, site), voice)
    for month in ledger.events_by_month:
        address = addresses.of_past(f"{month:%Y-%m}", language)
        yield _path(address), page("past.html", address, past_view(month, ledger, voice), voice)
    for service in ledger.status.services:
        voice = Voice(language, service.zone)
        address = addresses.of_service(service, language)
        view = service_view(service, ledger, voice, site)
        yield _path(address), page("service.html", address, view, voice, service)
        for book in ledger.months[service.id]:
            address = addresses.of_month(service, book.label, language)
            yield _path(address), page("month.html", address, month_view(book, ledger, voice), voice, service)


def _event_pages(events: Iterable[Event], ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    page = Frames(ledger).page
    for event in events:
        voice = Voice(language, ledger.zone_of(event))
        address = addresses.of_event(event, language)
        yield _path(address), page("event.html", address, event_view(event, ledger, voice), voice)


def _all(part: Part) -> list[tuple[str, str]]:
    return list(part())


def _path(address: str) -> str:
    return f"{address[1:]}index.html"


def _shared() -> Iterator[tuple[str, str]]:
    """The files that every page of the section asks for."""
    for address in (addresses.STYLE, addresses.SCRIPT):
        yield address.removeprefix("/"), (TEMPLATES / address.rpartition("/")[2]).read_text(encoding="utf-8")


def _evidence(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The records of the closed months, as they lie under docs/status/months."""
    for service in ledger.status.services:
        for book in ledger.months[service.id]:
            if closed := ledger.closed(book):
                yield addresses.of_evidence(service, book.label).removeprefix("/"), closed.text()
