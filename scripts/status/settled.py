"""When what a page tells of came to rest: the last instant that has a part in it, None while one is still to come.

From then on the page comes out the same, whenever it is made, until somebody writes more or other samples are found.
"""

from collections.abc import Iterator
from datetime import timedelta

from scripts.status.books import MonthBook
from scripts.status.disagreements import disagreement
from scripts.status.ledger import Ledger
from scripts.status.model import Event, Incident, Maintenance


def event_settled(event: Event, ledger: Ledger) -> int | None:
    """When the last happened that the page of an event tells of."""
    return ledger.once(("settled", event.id), lambda: _last(_instants_of(event, ledger), ledger.now))


def month_settled(book: MonthBook, ledger: Ledger) -> int | None:
    """When the last happened that the page of a month tells of; until it is closed, its figures may still change."""
    return _last(_instants_in(book, ledger), ledger.now)


def _last(instants: Iterator[int | None], now: int) -> int | None:
    found = list(instants)
    return None if None in found or max(found) > now else max(found)


def _instants_in(book: MonthBook, ledger: Ledger) -> Iterator[int | None]:
    yield book.whole.end
    yield from (event_settled(event, ledger) for event in book.events)
    closed, zone = ledger.closed(book), book.service.zone
    yield closed and zone.midnight(closed.latest.frozen_on + timedelta(days=1))


def _instants_of(event: Event, ledger: Ledger) -> Iterator[int | None]:
    """Every instant that is told of an event, or at which the page comes to say something else of it."""
    yield event.end
    yield from (update.at for update in event.updates)
    if isinstance(event, Maintenance):
        yield event.window.end
        yield from (instant for instant in (event.cancelled_at,) if instant is not None)
    if isinstance(event, Incident):
        told = (event.reported, event.responded_at, event.fix_started_at)
        yield from (instant for instant in told if instant is not None)
        for service in map(ledger.status.service, event.suffered):
            answered = ledger.response(event, service)
            ahead = (each for each in (answered.deadlines if answered else ()) if each.done_at is None)
            yield from (deadline.due + 1 for deadline in ahead)  # from that second on it is late
            if measured := disagreement(ledger.status, service, event, ledger.now):
                yield from (each.end for each in (*measured.down, *measured.up, *measured.unknown))
