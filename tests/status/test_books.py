"""The books: every second of a month in one class, whatever happened, and the same figures as the calculator's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.availability import State
from calculators.values.intervals import Interval
from scripts.status.books import MonthBook, month_book, months_of
from scripts.status.days import Kind, days_of, history
from scripts.status.ledger import Ledger
from scripts.status.model import Impact, Incident, Maintenance, Service, Status, Suffered, Text
from scripts.status.rules import Rules
from tests.status.sample import second

OCTOBER, MARCH = date(2026, 10, 1), date(2026, 3, 1)
MINUTE, DAY = 60, 86400
NAME = Text("nb", {"nb": "Stans"})


def test_classes_every_second_of_every_sample_month(ledger: Ledger):
    """Up, down, excluded, planned, outside, unknown and not yet add up to the month, day by day and in all."""
    for months in ledger.months.values():
        assert len(months) == 3
        for book in months:
            assert_adds_up(book)


def test_gives_the_figures_of_the_calculator(ledger: Ledger):
    """A month that is over has the base and the downtime that the credit is computed from."""
    for book in (book for months in ledger.months.values() for book in months if book.is_over):
        result = book.answer.outcome.result
        assert result["available_seconds"].count == book.service_seconds
        assert result["downtime_seconds"].count == book.seconds[State.DOWN]


@pytest.mark.parametrize(
    ("service", "month", "minutes"),
    [
        ("vps", "2026-10", {State.DOWN: 148 + 25, State.PLANNED: 60, State.EXCLUDED: 195, State.UNKNOWN: 0}),
        ("vps", "2026-09", {State.DOWN: 40, State.PLANNED: 0, State.EXCLUDED: 0, State.UNKNOWN: 0}),
        ("vpn", "2026-09", {State.DOWN: 358 + 560, State.PLANNED: 0, State.EXCLUDED: 0, State.UNKNOWN: 0}),
        ("vpn", "2026-10", {State.DOWN: 0, State.PLANNED: 0, State.EXCLUDED: 195 + 135, State.UNKNOWN: 0}),
        ("vpn", "2026-11", {State.DOWN: 90 + 226, State.PLANNED: 0, State.EXCLUDED: 0, State.UNKNOWN: 30}),
        ("vps", "2026-11", {State.DOWN: 0, State.PLANNED: 0, State.EXCLUDED: 0, State.UNKNOWN: 30}),
    ],
)
def test_counts_the_sample_as_reckoned_by_hand(ledger: Ledger, service: str, month: str, minutes: dict[State, int]):
    """Core time alone counts; the operator's fault is excluded; late maintenance is downtime; a gap is unknown."""
    book = next(book for book in ledger.months[service] if book.label == month)
    assert {state: book.seconds[state] // MINUTE for state in minutes} == minutes


def test_leaves_what_is_to_come_out_of_the_books(ledger: Ledger):
    """On 20 November at noon ten and a half days of the month are not yet, and the base ends at noon."""
    book = ledger.months["vps"][0]
    assert book.not_yet == 10 * DAY + DAY // 2
    assert book.service_seconds == (14 * 14 + 2 * 9 + 5) * 3600


def test_knows_the_length_of_a_month_whose_clock_changes(ledger: Ledger):
    """October has 745 hours, its 25th day 25 of them."""
    book = ledger.months["vps"][1]
    assert book.whole.seconds == 745 * 3600
    assert days_of(book)[24].whole.seconds == 25 * 3600


def test_begins_where_the_service_does(ledger: Ledger, library: dict[str, Any]):
    """A service has months from its first one on, and the days before are not measured rather than up."""
    service = replace(ledger.status.service("vps"), measured_from=date(2026, 11, 1))
    assert months_of(service, ledger.now) == [date(2026, 11, 1)]
    book = month_book(Status((service,)), service, date(2026, 11, 1), Rules(library), ledger.now)
    kinds = [day.kind for day in history(days_of(book), service.zone, ledger.now)]
    assert kinds == [Kind.UNMEASURED] * 70 + [Kind.UP] * 20


def test_holds_an_empty_month_at_its_first_instant(ledger: Ledger, library: dict[str, Any]):
    """At midnight a new month has begun and nothing of it has passed."""
    service = ledger.status.service("vps")
    now = service.zone.midnight(date(2026, 12, 1))
    book = month_book(ledger.status, service, date(2026, 12, 1), Rules(library), now)
    assert book.not_yet == book.whole.seconds
    assert_adds_up(book)


def test_follows_the_clause_on_few_users(ledger: Ledger, library: dict[str, Any], incident: Callable[..., Incident]):
    """Four of thirty-eight users without access are too few, five are downtime."""
    service = ledger.status.service("vps")
    for users, state in ((4, State.EXCLUDED), (5, State.DOWN)):
        hit = incident(
            service, "2026-10-07T10:00+02:00", "2026-10-07T11:00+02:00", affected_users=users, total_users=38
        )
        book = month_book(Status((service,), (hit,)), service, OCTOBER, Rules(library), ledger.now)
        assert book.seconds[state] == 3600


SPANS = st.tuples(st.integers(-3 * 24 * 60, 34 * 24 * 60), st.one_of(st.none(), st.integers(1, 5 * 24 * 60)))
USERS = st.sampled_from([(None, None), (3, 38), (5, 38), (1, 2)])
CAUSES = st.sampled_from([None, "supplier", "external-supplier", "force-majeure"])
STOPS = st.lists(st.tuples(SPANS, st.sampled_from(list(Impact)), USERS, CAUSES), max_size=12)
WINDOWS = st.lists(st.tuples(SPANS, st.integers(0, 10)), max_size=4)


@settings(max_examples=60)
@given(month=st.sampled_from([OCTOBER, MARCH]), stops=STOPS, windows=WINDOWS, elapsed=st.integers(0, 40 * 24 * 60))
def test_adds_up_whatever_happened(ledger, library, month, stops, windows, elapsed):
    """Overlapping, touching, nested, crossing months and clock changes, still open, seen at any minute of the month."""
    service = replace(ledger.status.service("vps"), measured_from=date(2026, 1, 1))
    first = service.zone.midnight(month)
    status = Status(
        (service,),
        tuple(stop(number, first, *each) for number, each in enumerate(stops)),
        tuple(window(number, first, service, *each) for number, each in enumerate(windows)),
    )
    book = month_book(status, service, month, Rules(library), first + elapsed * MINUTE)
    assert_adds_up(book)
    if book.is_over:
        result = book.answer.outcome.result
        assert result["available_seconds"].count == book.service_seconds
        assert result["downtime_seconds"].count == book.seconds[State.DOWN]


@pytest.mark.parametrize(
    ("finished", "seen", "planned", "down"),
    [
        ("2026-11-16T09:30+01:00", "2026-11-16T12:00+01:00", 60, 90),
        (None, "2026-11-16T09:00+01:00", 60, 60),
        ("2026-11-16T07:20+01:00", "2026-11-16T12:00+01:00", 20, 0),
    ],
)
def test_counts_maintenance_past_its_window_as_downtime(ledger, library, finished, seen, planned, down):
    """It was to end at 8; what goes on until somebody says that it is finished is an outage like any other."""
    service = ledger.status.service("vps")
    window = Interval(second("2026-11-16T06:00+01:00"), second("2026-11-16T08:00+01:00"))
    end = None if finished is None else second(finished)
    hit = {"vps": Suffered(Impact.MAJOR_OUTAGE)}
    event = Maintenance("late", "a.md", NAME, hit, window.start, end, (), date(2026, 11, 1), planned=window)
    book = month_book(Status((service,), (), (event,)), service, date(2026, 11, 1), Rules(library), second(seen))
    assert book.seconds[State.DOWN] == down * MINUTE
    excused = sum(day.planned for day in days_of(book))
    assert (excused - 60 * MINUTE, event.is_open(second(seen))) == (planned * MINUTE, finished is None)


def stop(number: int, first: int, span: tuple, impact: Impact, users: tuple, cause: str | None) -> Incident:
    start, length = first + span[0] * MINUTE, span[1]
    end = None if length is None else start + length * MINUTE
    return Incident(f"stop-{number}", "a.md", NAME, {"vps": Suffered(impact, *users)}, start, end, (), cause)


def window(number: int, first: int, service: Service, span: tuple, days_before: int) -> Maintenance:
    start = first + span[0] * MINUTE
    announced = date.fromordinal(service.zone.day(start).toordinal() - days_before)
    suffered = {"vps": Suffered(Impact.MAJOR_OUTAGE)}
    end = start + (span[1] or 60) * MINUTE
    return Maintenance(f"window-{number}", "a.md", NAME, suffered, start, end, (), announced)


def assert_adds_up(book: MonthBook) -> None:
    assert sum(book.seconds.values()) + book.not_yet == book.whole.seconds
    assert [s.interval.start for s in book.entries.stretches[1:]] == [
        s.interval.end for s in book.entries.stretches[:-1]
    ]
    days = days_of(book)
    assert sum(day.whole.seconds for day in days) == book.whole.seconds
    assert {state: sum(day.seconds[state] for day in days) for state in State} == book.seconds
    assert all(sum(day.seconds.values()) + day.not_yet == day.whole.seconds for day in days)
