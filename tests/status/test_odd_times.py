"""The books at odd times: overlaps, the nights the clock changes, and the turns of months and years."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from calculators.availability import State
from scripts.status.ledger import Ledger, open_ledger
from scripts.status.model import Incident, Status
from tests.status.sample import second

CASES = yaml.safe_load(Path(__file__).with_name("odd_times.yml").read_text(encoding="utf-8"))
NOW = second("2027-02-10T09:00+01:00")


@pytest.mark.parametrize("name", CASES)
def test_counts(name: str, ledger: Ledger, library: dict[str, Any], incident: Callable[..., Incident]):
    """So many minutes of each class, and every second of every month in one."""
    case = CASES[name]
    service = replace(ledger.status.service("vps"), measured_from=case.get("since", date(2026, 9, 1)))
    hit = tuple(
        replace(incident(service, each["from"], each.get("to"), cause=each.get("cause")), id=f"stop-{number}")
        for number, each in enumerate(case["incidents"])
    )
    opened = open_ledger(Status((service,), hit), library, NOW)
    books = {book.label: book for book in opened.months["vps"]}
    assert min(books) == f"{service.measured_from:%Y-%m}"
    for label, minutes in case["expect"].items():
        assert {state: books[label].seconds[State(state)] // 60 for state in minutes} == minutes
    for book in books.values():
        assert sum(book.seconds.values()) + book.not_yet == book.whole.seconds
    others = [book for label, book in books.items() if label not in case["expect"]]
    assert not any(book.seconds[State.DOWN] for book in others)
    for day, hours in case.get("out_of_service_all_day", {}).items():
        [found] = [each for book in books.values() for each in opened.days(book) if each.day == day]
        assert found.out_of_service == found.whole.seconds == hours * 3600
