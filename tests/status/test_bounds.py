"""What samples leave open: coverage, the bounds of a month's figures, and a credit only where it is certain."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.availability import State as Class
from calculators.values.intervals import Interval, common, total
from scripts.measuring.intervals import runs_of, seen
from scripts.measuring.samples import Sample, State
from scripts.status.books import MonthBook, month_book
from scripts.status.guarantee import verdict, verdicts
from scripts.status.ledger import open_ledger
from scripts.status.model import Incident, Service, Status
from scripts.status.months.figures import figures
from scripts.status.rules import Rules
from scripts.status.views.month import month_view
from scripts.status.voice import Voice
from tests.status.sample import second

CASES = yaml.safe_load(Path(__file__).with_name("bounds.yml").read_text(encoding="utf-8"))
OCTOBER = date(2026, 10, 1)
MONTH = Interval(second("2026-10-01T00:00+02:00"), second("2026-11-01T00:00+01:00"))
MORNING = second("2026-10-06T07:00+02:00")


@pytest.fixture
def vps(status: Status) -> Service:
    return replace(status.service("vps"), measured="vps-web", measured_from=OCTOBER)


def clock(time: str) -> int:
    return second(f"2026-10-06T{time}+02:00")


def measured(vps: Service, case: dict[str, Any], incident: Callable[..., Incident]) -> Status:
    first, last = (clock(time) for time in case.get("down", ("00:01", "00:00")))
    away = range(*(clock(time) for time in case.get("away", ("00:00", "00:00"))))
    taken = (at for at in range(MONTH.start, MONTH.end, case["step"]) if at not in away)
    samples = (Sample(at, State.DOWN if first <= at <= last else State.UP, case["step"]) for at in taken)
    told = [f"2026-10-06T{time}+02:00" for time in case.get("incident", ())]
    incidents = (incident(vps, *told),) if told else ()
    return Status((vps,), incidents, measured={"vps": seen(runs_of(samples), MONTH)})


@pytest.mark.parametrize("name", CASES)
def test_bounds(name: str, vps: Service, library: dict[str, Any], incident: Callable[..., Incident]):
    """Of the downtime, the guarantee and the credit; and the calculator agrees with the books on both ends."""
    expected = CASES[name]["expect"]
    book = month_book(measured(vps, CASES[name], incident), vps, OCTOBER, Rules(library), MONTH.end)
    found = verdict(book)
    assert list(book.downtime) == expected["downtime"]
    assert book.on_edges == expected["on_edges"]
    assert (found.standing, list(map(plain, found.credit))) == (expected["guarantee"], expected["credit"])
    assert [each.result["downtime_seconds"].count for each in (found.least, found.most)] == expected["downtime"]
    figured = figures(book, 2)
    assert figured["coverage"]["percent"] == f"{expected['coverage']:.4f}"
    assert list(figured["bounds"]["downtime_seconds"].values()) == expected["downtime"]
    is_certain = expected["credit"][0] == expected["credit"][1]
    assert figured["credit_percent"] == (expected["credit"][0] if is_certain else None)
    assert ("lower_bound" in figured) is not is_certain
    assert figured["guarantee_met"] == {"met": True, "missed": False, "undecided": None}[expected["guarantee"]]


def plain(percent: Any) -> str:
    return f"{percent.value:f}"


STEP = 300


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 86_000), max_size=8, unique=True).map(sorted),
    st.lists(st.integers(0, 288), max_size=30, unique=True),
)
def test_the_truth_lies_between(status: Status, library: dict[str, Any], changes: list[int], lost: list[int]):
    """A server that changes its state at most once between two samples, some of which were never taken."""
    day = MORNING - 7 * 3600
    spaced = [at for before, at in pairwise([-STEP, *changes]) if at - before >= STEP]
    edges = [MONTH.start, *(day + at for at in spaced), MONTH.end]
    down = [Interval(start, end) for start, end in pairwise(edges)][1::2]
    instants = (at for at in range(MONTH.start, MONTH.end, STEP) if (at - day) // STEP not in lost)
    samples = [Sample(at, State.DOWN if common(down, [Interval(at, at + 1)]) else State.UP, STEP) for at in instants]
    service = replace(status.service("vps"), measured="vps-web")
    observed = Status((service,), measured={"vps": seen(runs_of(samples), MONTH)})
    book = month_book(observed, service, OCTOBER, Rules(library), MONTH.end)
    outside = [each.interval for each in book.entries.stretches if each.state is Class.OUTSIDE_HOURS]
    least, most = book.downtime
    assert least <= book.seconds[Class.DOWN] <= most
    if not hidden(down, samples):
        assert least <= total(down) - total(common(down, outside)) <= most


def hidden(down: list[Interval], samples: list[Sample]) -> bool:
    """Whether an outage or the time between two lies wholly between samples, where nobody can have seen it."""
    edges = sorted(edge for interval in down for edge in interval)
    taken = sorted(sample.at for sample in samples)
    return any(not any(one <= at < other for at in taken) for one, other in pairwise(edges))


WORDS = {
    "nb": (
        "Om garantien på 99,5 % er holdt, kan ikke avgjøres. Ingen vet sikkert hvor lenge tjenesten var nede.",
        "Derfor kan ingen prosent slås fast. Reduksjonen er mellom 0 % og 10 % av månedsprisen.",
        "Målingene dekker 99,1548 % av kjernetiden.",
    ),
    "sv": (
        "Om garantin på 99,5 % är uppfylld går inte att avgöra. Ingen vet säkert hur länge tjänsten var nere.",
        "Därför kan ingen procentsats fastställas. Nedsättningen är mellan 0 % och 10 % av månadspriset.",
        "Mätningarna täcker 99,1548 % av kärntiden.",
    ),
    "en": (
        "Whether the guarantee of 99.5% is met cannot be decided. "
        "Nobody knows for certain how long the service was down.",
        "So no percentage can be settled. The credit is between 0% and 10% of the monthly price.",
        "The measurements cover 99.1548% of the core time.",
    ),
}


@pytest.mark.parametrize("language", WORDS)
def test_says_what_cannot_be_decided(
    language: str, vps: Service, library: dict[str, Any], incident: Callable[..., Incident]
):
    """In plain words, with the bounds of the credit in place of a figure, also by each reading of the text."""
    ledger = open_ledger(measured(vps, CASES["a gap may have been an outage"], incident), library, MONTH.end)
    book: MonthBook = ledger.months["vps"][-1]
    page = month_view(book, ledger, Voice(language, vps.zone))
    undecided, credit, coverage = (said.replace(" %", "\u00a0%") for said in WORDS[language])
    assert page["sentences"][2:] == [undecided, credit]
    assert page["measured"]["coverage"] == coverage
    assert page["as_booked"]
    by_reading = dict(zip(verdicts(book), page["readings"], strict=True))
    assert by_reading["calendar-24h"]["guarantee"] == Voice(language, vps.zone).say("service.met")
