"""Measurements fill what no event says: an incident outranks them, a gap is unknown, contradictions are listed."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.availability import State as Class
from calculators.values.intervals import Interval, common, total
from scripts.building.status_section import Unsound, section_files
from scripts.measuring import samples
from scripts.measuring.intervals import Observed, Seen
from scripts.measuring.store import open_store
from scripts.publishing.site import site
from scripts.setup.start import ROOT
from scripts.status.books import month_book
from scripts.status.ledger import open_ledger
from scripts.status.measured import with_stored
from scripts.status.model import Impact, Incident, Status, Suffered, Text
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from scripts.status.rules import Rules
from scripts.status.states import Condition, conditions
from tests.status.sample import NOW, second

UP, DOWN, UNKNOWN = samples.State.UP, samples.State.DOWN, samples.State.UNKNOWN
OCTOBER = date(2026, 10, 1)
FIRST, LAST = second("2026-10-01T00:00+02:00"), second("2026-11-01T00:00+01:00")
TUESDAY = second("2026-10-06T09:00+02:00")  # within core time
HOUR = 3600


@pytest.fixture
def vps(status):
    return replace(status.service("vps"), measured="vps-web")


def seen(*changes: tuple[int, samples.State]) -> Seen:
    """Up from the first of October on, then what each change says from its instant on."""
    edges = [(FIRST, UP), *changes, (LAST, UP)]
    times = pairwise(edges)
    return Seen(tuple(Observed(Interval(at, until), state) for (at, state), (until, _) in times if at < until))


def october(vps, library, incidents, observed):
    status = Status((vps,), tuple(incidents), measured={"vps": observed})
    return month_book(status, vps, OCTOBER, Rules(library), LAST)


def test_a_measured_outage_without_an_incident_counts(vps, library):
    book = october(vps, library, [], seen((TUESDAY, DOWN), (TUESDAY + HOUR, UP)))
    assert book.seconds[Class.DOWN] == HOUR
    assert book.answer.outcome.result["downtime_seconds"].count == HOUR
    assert book.measured.untold == (Interval(TUESDAY, TUESDAY + HOUR),)


def test_a_gap_is_unknown(vps, library):
    book = october(vps, library, [], seen((TUESDAY, UNKNOWN), (TUESDAY + HOUR, UP)))
    assert (book.seconds[Class.UNKNOWN], book.seconds[Class.DOWN]) == (HOUR, 0)


@pytest.mark.parametrize("measured", [UP, DOWN, UNKNOWN])
@pytest.mark.parametrize(
    ("impact", "expected"), [("major-outage", Class.DOWN), ("degraded", Class.UP), ("unknown", Class.UNKNOWN)]
)
def test_an_incident_outranks_what_was_measured(vps, library, incident, impact, expected, measured):
    told = incident(vps, "2026-10-06T09:00+02:00", "2026-10-06T10:00+02:00", impact)
    book = october(vps, library, [told], seen((TUESDAY, measured), (TUESDAY + HOUR, UP)))
    within = [stretch.state for stretch in book.stretches_in(Interval(TUESDAY, TUESDAY + HOUR))]
    assert within == [expected]


@given(
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from([UP, DOWN, UNKNOWN])), max_size=8),
    st.integers(0, 150),
    st.integers(1, 60),
)
def test_an_incident_that_measurements_opened_changes_no_figure(status, library, changes, start, length):
    """Whatever was seen while it lasted: its time counts as it was measured, gaps included."""
    vps = replace(status.service("vps"), measured="vps-web")
    observed = seen(*sorted((FIRST + HOUR * at, state) for at, state in dict(changes).items()))
    span = (FIRST + HOUR * start, FIRST + HOUR * (start + length))
    suffered = {"vps": Suffered(Impact.MAJOR_OUTAGE)}
    opened = Incident("stop", "a.md", Text("nb", {"nb": "Stans"}), suffered, *span, (), is_by_measurements=True)
    without, with_it = (october(vps, library, events, observed) for events in ([], [opened]))
    assert (with_it.seconds, with_it.outages, with_it.answer) == (without.seconds, without.outages, without.answer)


def test_an_operators_times_count_and_beyond_them_what_was_measured(vps, library, incident):
    """Reported 9 to 10 and measured ten minutes longer at either end: the cause exempts what the operator tells of."""
    times = (vps, "2026-10-06T09:00+02:00", "2026-10-06T10:00+02:00")
    observed = seen((TUESDAY - 600, DOWN), (TUESDAY + 1800, UP), (TUESDAY + 3000, DOWN), (TUESDAY + HOUR + 600, UP))
    book = october(vps, library, [incident(*times, cause="external-supplier")], observed)
    beyond = (Interval(TUESDAY - 600, TUESDAY), Interval(TUESDAY + HOUR, TUESDAY + HOUR + 600))
    assert (book.seconds[Class.DOWN], book.measured.untold) == (1200, beyond)
    within = {stretch.state for stretch in book.stretches_in(Interval(TUESDAY, TUESDAY + HOUR))}
    assert within == {Class.EXCLUDED}


def test_an_outage_that_has_an_incident_is_not_listed_as_untold(vps, library, incident):
    times = (vps, "2026-10-06T09:00+02:00", "2026-10-06T10:00+02:00")
    observed = seen((TUESDAY, DOWN), (TUESDAY + HOUR, UP), (TUESDAY + 2 * HOUR, DOWN), (TUESDAY + 3 * HOUR, UP))
    for told in (incident(*times), incident(*times, is_by_measurements=True)):
        book = october(vps, library, [told], observed)
        assert book.measured.untold == (Interval(TUESDAY + 2 * HOUR, TUESDAY + 3 * HOUR),)
        assert book.seconds[Class.DOWN] == 2 * HOUR


def test_where_nobody_measures_any_more_the_times_of_the_file_count(status, library, incident):
    vps = status.service("vps")
    told = incident(vps, "2026-10-06T09:00+02:00", "2026-10-06T10:00+02:00", is_by_measurements=True)
    assert october(vps, library, [told], ()).seconds[Class.DOWN] == HOUR


hours = st.integers(0, 744)


@given(st.lists(st.tuples(hours, st.sampled_from([UP, DOWN, UNKNOWN])), max_size=8), hours, st.integers(1, 48))
def test_every_second_is_classed_once_whatever_was_seen(status, library, changes, start, length):
    """Measured downtime is all in the book, save where the incident speaks."""
    vps = replace(status.service("vps"), measured="vps-web")
    observed = seen(*sorted((FIRST + HOUR * at, state) for at, state in dict(changes).items()))
    book = october(vps, library, [], observed)
    assert sum(book.seconds.values()) == book.whole.seconds
    down = [interval for interval, state in observed.stretches if state is DOWN]
    outside = [s.interval for s in book.entries.stretches if s.state is Class.OUTSIDE_HOURS]
    assert book.seconds[Class.DOWN] == total(down) - total(common(down, outside))


@pytest.mark.parametrize(
    ("observed", "expected"),
    [(UP, Condition.OPERATIONAL), (DOWN, Condition.MAJOR_OUTAGE), (UNKNOWN, Condition.UNKNOWN)],
)
def test_a_service_does_as_it_was_last_seen_unless_an_incident_is_open(vps, incident, observed, expected):
    measured = {"vps": Seen((Observed(Interval(FIRST, LAST), observed),))}
    assert conditions(Status((vps,), measured=measured), LAST) == {"vps": expected}
    told = incident(vps, "2026-10-31T12:00+01:00", None, "degraded")
    assert conditions(Status((vps,), (told,), measured=measured), LAST) == {"vps": Condition.DEGRADED}


def test_a_measured_service_without_a_store_is_unknown_and_one_that_nobody_measures_is_not(vps, status, library):
    book = month_book(Status((vps,)), vps, OCTOBER, Rules(library), LAST)
    assert book.seconds[Class.UP] == 0
    assert conditions(Status((vps,)), LAST) == {"vps": Condition.UNKNOWN}
    assert conditions(Status((status.service("vps"),)), LAST) == {"vps": Condition.OPERATIONAL}


def test_it_reads_the_store_and_shows_what_it_finds(vps, library, incident, tmp_path):
    """An hour without answer, an incident that says otherwise than the samples, and no name of a target on any page."""
    told = incident(vps, "2026-10-07T09:00+02:00", "2026-10-07T10:00+02:00")
    now = int(NOW.timestamp())
    with open_store(tmp_path / "store.sqlite") as store:
        down = Interval(TUESDAY, TUESDAY + HOUR)
        states = ((at, DOWN if down.start <= at < down.end else UP) for at in range(FIRST - 31 * 86400, now, 600))
        store.write({"vps-web": [samples.Sample(at, state, 600) for at, state in states]})
    status = with_stored(Status((vps,), (told,)), tmp_path / "store.sqlite", now)
    assert status.problems == ()
    (book,) = (book for book in open_ledger(status, library, now).months["vps"] if book.label == "2026-10")
    assert book.measured.untold == (down,)
    pages = dict(pages_of(status, library, NOW))
    month = pages["en/status/vps/2026-10/index.html"]
    assert "<li>6 October 2026, 09:00–10:00 (1\u00a0h)</li>" in month
    reported, measured = (f"as {state} 7 October 2026, 09:00–10:00 (1\u00a0h)." for state in ("down", "up"))
    assert f"Reported {reported} Measured {measured}" in month
    assert not [path for path, text in pages.items() if "vps-web" in text]


@pytest.mark.parametrize(
    ("services", "expected"),
    [
        (["vps", "vpn"], "Time without a reported event is as it was measured, and counts as up for a service that"),
        (["vps"], "Time that is neither reported nor measured is unknown."),
        (["vpn"], "Time without a reported event counts as up."),
    ],
)
def test_a_page_says_what_becomes_of_time_that_nobody_tells_of(status, vps, library, services, expected):
    known = {"vps": vps, "vpn": status.service("vpn")}
    shown = Status(tuple(known[id] for id in services), measured={"vps": seen()})
    assert expected in dict(pages_of(shown, library, NOW))["en/status/index.html"]


def test_a_store_that_cannot_be_read_is_a_problem_of_the_build(vps, tmp_path):
    (problem,) = with_stored(Status((vps,)), tmp_path / "none.sqlite", LAST).problems
    assert "none.sqlite: could not open the store" in str(problem)


@pytest.fixture
def docs(tmp_path):
    """The texts as they are, with a line in services.yml: `docs("measured: vps-web")`."""

    def written(line: str):
        for room in ("agreements", "status"):
            copytree(ROOT / "docs" / room, tmp_path / "docs" / room)
        services = tmp_path / "docs" / "status" / "services.yml"
        text = services.read_text(encoding="utf-8")
        services.write_text(text.replace("    measured_from:", f"    {line}\n    measured_from:", 1), encoding="utf-8")
        return tmp_path / "docs"

    return written


def test_services_yml_names_the_target(docs, library):
    assert [each.measured for each in read_status(docs("measured: vps-web"), library).services] == ["vps-web", None]


def test_a_target_is_named_as_the_probe_names_it(docs, library):
    (problem,) = read_status(docs("measured: https://vps.example"), library).problems
    assert '"measured" is «https://vps.example»; expected the name of a target of scripts/probe' in str(problem)


def test_publishing_follows_what_is_measured(docs, tmp_path):
    texts, store = docs("measured: vps-web"), tmp_path / "store.sqlite"
    now = int(NOW.timestamp())
    with open_store(store) as opened:
        opened.write({"vps-web": [samples.Sample(now - 60, UP, 60)]})
        before = section_files(texts, NOW, store)["api/v2/components.json"]
        opened.write({"vps-web": [samples.Sample(now - 10, DOWN, 60)]})
    after = section_files(texts, NOW, store)["api/v2/components.json"]
    assert '"major_outage"' in after
    assert '"major_outage"' not in before
    with pytest.raises(Unsound, match=r"none\.sqlite: could not open the store"):
        section_files(texts, NOW, tmp_path / "none.sqlite")


def test_a_site_whose_store_is_not_there_is_not_made(docs, tmp_path):
    made = site(docs("measured: vps-web"), NOW, "tag", measurements=tmp_path / "none.sqlite")
    assert made.pages == ()
    assert any("none.sqlite: could not open the store" in problem for problem in made.problems)
