"""The status section: whole HTML documents in every language, the style sheet they share, and files for machines."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial

from calculators.asking import Library
from scripts.status import addresses
from scripts.status.books import months_of
from scripts.status.environment import TEMPLATES
from scripts.status.fields import LANGUAGES
from scripts.status.framing import Frames
from scripts.status.ledger import Ledger, open_ledger
from scripts.status.machines.files import files_for_machines
from scripts.status.model import Status
from scripts.status.sharing import processors, results
from scripts.status.views.event import event_view
from scripts.status.views.month import month_view
from scripts.status.views.overview import overview_view
from scripts.status.views.past import past_view
from scripts.status.views.service import service_view
from scripts.status.voice import Voice

LONG = 500  # events and books; fewer are told of before other processes have begun
MANY = 2000  # events; one process counts the months without any once for all services
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
    instant = int(now.timestamp())
    ledger = open_ledger(status, library, instant, processes or _processes(len(status.events), MANY))
    parts = [partial(_all, part) for part in _parts(ledger, site)]
    return [file for files in results(parts, processes or _processes(_length(status, instant), LONG)) for file in files]


def _length(status: Status, now: int) -> int:
    return len(status.events) + sum(len(months_of(service, now)) for service in status.services)


def _processes(length: int, long: int) -> int:
    return processors() if length > long else 1


def _parts(ledger: Ledger, site: str) -> Iterator[Part]:
    """What takes long and cannot be divided comes first; a month is told of in all languages by the same process."""
    frames = Frames(ledger)
    yield partial(files_for_machines, ledger, site)
    for language in LANGUAGES:
        yield partial(_pages_now, frames, language, site)
    for month in sorted(ledger.books_by_month.keys() | ledger.events_by_month.keys(), reverse=True):
        yield partial(_pages_of_month, frames, month)
    yield _shared
    yield partial(_evidence, ledger)


def _pages_now(frames: Frames, language: str, site: str) -> Iterator[tuple[str, str]]:
    """The pages about all time: the overview, and one for each service."""
    ledger = frames.ledger
    voice = Voice(language, ledger.zone)
    address = addresses.overview(language)
    yield _path(address), frames.page("overview.html", address, overview_view(ledger, voice, site), voice)
    for service in ledger.status.services:
        voice = Voice(language, service.zone)
        address = addresses.of_service(service, language)
        view = service_view(service, ledger, voice, site)
        yield _path(address), frames.page("service.html", address, view, voice, service)


def _pages_of_month(frames: Frames, month: date) -> Iterator[tuple[str, str]]:
    """The pages about a month: what began in it, each event of that, and every service's book."""
    ledger = frames.ledger
    for language in LANGUAGES:
        if month in ledger.events_by_month:
            voice = Voice(language, ledger.zone)
            address = addresses.of_past(f"{month:%Y-%m}", language)
            yield _path(address), frames.page("past.html", address, past_view(month, ledger, voice), voice)
        for event in ledger.events_by_month.get(month, ()):
            voice = Voice(language, ledger.zone_of(event))
            address = addresses.of_event(event, language)
            yield _path(address), frames.page("event.html", address, event_view(event, ledger, voice), voice)
        for book in ledger.books_by_month.get(month, ()):
            voice = Voice(language, book.service.zone)
            address = addresses.of_month(book.service, book.label, language)
            view = month_view(book, ledger, voice)
            yield _path(address), frames.page("month.html", address, view, voice, book.service)


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
