"""All the books of all services as they stand at an instant, each made once and read by every page."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import groupby
from typing import Any

from calculators.asking import Library
from calculators.values.zones import ZONES, Zone
from scripts.status.books import MonthBook, month_book, months_of
from scripts.status.days import Day, days_of, history, reaches_history
from scripts.status.model import Event, Incident, Service, Status
from scripts.status.months.record import MonthFile
from scripts.status.responses import Response, response
from scripts.status.rules import Rules
from scripts.status.sharing import results
from scripts.status.states import Condition, conditions, is_announced


@dataclass(frozen=True)
class Ledger:
    """What the files say, the terms, the instant it is seen from, and every service's months, the newest first."""

    status: Status
    rules: Rules
    now: int
    months: Mapping[str, tuple[MonthBook, ...]]

    @property
    def zone(self) -> Zone:
        """The clock of pages about more than one service: the first one's."""
        return next((service.zone for service in self.status.services), Zone(ZONES[0]))

    def zone_of(self, event: Event) -> Zone:
        """The clock of an event: that of the first service it hit."""
        return self.status.service(next(iter(event.suffered))).zone

    @cached_property
    def conditions(self) -> Mapping[str, Condition]:
        """How every service is doing, by its id."""
        return conditions(self.status, self.now)

    @cached_property
    def events(self) -> list[Event]:
        """What has been made known by now, the latest first."""
        return [event for event in reversed(self.status.events) if is_announced(self.status, event, self.now)]

    @cached_property
    def events_by_service(self) -> Mapping[str, list[Event]]:
        """The same under each service that they hit."""
        found: dict[str, list[Event]] = {service.id: [] for service in self.status.services}
        for event in self.events:
            for id in event.suffered:
                found[id].append(event)
        return found

    @cached_property
    def events_by_month(self) -> Mapping[date, list[Event]]:
        """The same under the first day of the month they began in, the latest month first."""
        months = groupby(self.events, key=lambda event: self.zone.day(event.start).replace(day=1))
        return {month: list(events) for month, events in months}

    @cached_property
    def books_by_month(self) -> Mapping[date, list[MonthBook]]:
        """The books of all services under the month that they are of."""
        found: dict[date, list[MonthBook]] = {}
        for book in (book for months in self.months.values() for book in months):
            found.setdefault(book.month, []).append(book)
        return found

    def days(self, book: MonthBook) -> list[Day]:
        """Every day of a book."""
        return self.once(("days", book.service.id, book.month), lambda: days_of(book))

    def history(self, service: Service) -> list[Day]:
        """The last ninety days of a service, the oldest first."""
        zone, months = service.zone, self.months[service.id]
        recent = [book for book in months if reaches_history(book.month, zone, self.now)]
        return history((day for book in recent for day in self.days(book)), zone, self.now)

    def closed(self, book: MonthBook) -> MonthFile | None:
        """The records of a book's month as far as they had been written by now; None where it was not closed then."""
        return self.status.closed(book.service.id, book.label, book.service.zone.day(self.now))

    def books_of(self, event: Event) -> list[MonthBook]:
        """The books in which an event stands, by service, then by month."""
        return [book for id in event.suffered for book in self._books_by_event[id].get(event.id, ())]

    def response(self, incident: Incident, service: Service) -> Response | None:
        """How fast an incident was answered for a service."""
        reckoned = partial(response, incident, service, self.rules.library, self.now)
        return self.once(("response", incident.id, service.id), reckoned)

    def once[Made](self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is made under a key, made when the first page asks for it."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    @cached_property
    def _books_by_event(self) -> Mapping[str, Mapping[str, list[MonthBook]]]:
        """For each service the books of every event that hit it, by the event's id, the oldest first."""
        found: dict[str, dict[str, list[MonthBook]]] = {}
        for id, months in self.months.items():
            of_service = found[id] = {}
            for book in reversed(months):
                for event in book.events:
                    of_service.setdefault(event.id, []).append(book)
        return found

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}


def open_ledger(status: Status, library: Library, now: int, processes: int = 1) -> Ledger:
    """The books of every service and month up to now, made by so many processes."""
    rules = Rules(library)
    books = results([partial(_books, status, service, rules, now) for service in status.services], processes)
    months = {service.id: of_service for service, of_service in zip(status.services, books, strict=True)}
    return Ledger(status, rules, now, months)


def _books(status: Status, service: Service, rules: Rules, now: int) -> tuple[MonthBook, ...]:
    return tuple(month_book(status, service, month, rules, now) for month in months_of(service, now))
