"""What an operator states beside what was measured: both are shown where they differ by more than clocks do."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.values.intervals import Interval, without
from scripts.measuring.intervals import Observed, Seen
from scripts.measuring.samples import State
from scripts.status.disagreements import disagreement
from scripts.status.fields import LANGUAGES
from scripts.status.model import Impact, Incident, Status, Suffered, Text
from scripts.status.pages import pages_of
from scripts.status.views.both_accounts import both_accounts
from scripts.status.voice import Voice
from tests.status.sample import NOW, second

UP, DOWN, UNKNOWN = State.UP, State.DOWN, State.UNKNOWN
FIRST, NINE = second("2026-10-01T00:00+02:00"), second("2026-10-06T09:00+02:00")
LAST = int(NOW.timestamp())
STATED = ("2026-10-06T09:00+02:00", "2026-10-06T10:00+02:00")


@pytest.fixture
def vps(status):
    return replace(status.service("vps"), measured="vps-web")


def seen(*changes: tuple[int, State]) -> Seen:
    """Up, but for what each change says from its minute after nine on."""
    edges = [(FIRST, UP), *((NINE + 60 * minute, state) for minute, state in changes), (LAST, UP)]
    return Seen(tuple(Observed(Interval(at, end), state) for (at, state), (end, _) in pairwise(edges)))


def minutes(intervals) -> list[tuple[int, int]]:
    return [((each.start - NINE) // 60, (each.end - NINE) // 60) for each in intervals]


def compared(vps, observed, *incidents):
    status = Status((vps,), incidents, measured={"vps": observed})
    return disagreement(status, vps, incidents[0], LAST)


@pytest.mark.parametrize(
    ("impact", "changes", "down"),
    [
        ("major-outage", [(0, DOWN), (60, UP)], None),
        ("major-outage", [(4, DOWN), (56, UP)], None),  # nearer than an operator's clock
        ("major-outage", [(-4, DOWN), (64, UP)], None),
        ("major-outage", [(0, UNKNOWN), (60, UP)], None),  # nobody can say otherwise
        ("major-outage", [], []),
        ("major-outage", [(20, DOWN), (60, UP)], [(20, 60)]),  # it began later
        ("major-outage", [(0, DOWN), (90, UP)], [(0, 90)]),  # it was over later
        ("major-outage", [(-20, DOWN), (70, UP)], [(-20, 70)]),
        ("major-outage", [(-60, DOWN), (-10, UP)], []),  # another outage
        ("partial-outage", [], None),  # both may be true
        ("partial-outage", [(10, DOWN), (20, UP)], None),
        ("partial-outage", [(10, DOWN), (70, UP)], [(10, 70)]),
        ("degraded", [(10, DOWN), (20, UP)], [(10, 20)]),
        ("degraded", [(10, DOWN), (14, UP)], None),
        ("degraded", [], None),
        ("unknown", [(0, DOWN), (60, UP)], None),
    ],
)
def test_they_differ_when_either_speaks_against_the_other(vps, incident, impact, changes, down):
    found = compared(vps, seen(*changes), incident(vps, *STATED, impact))
    assert (None if found is None else minutes(found.down)) == down


def test_a_service_that_comes_and_goes_is_one_outage(vps, incident):
    observed = seen((20, DOWN), (25, UP), (28, DOWN), (40, UP), (50, DOWN), (60, UP))
    found = compared(vps, observed, incident(vps, *STATED))
    assert minutes(found.down) == [(20, 40), (50, 60)]


def test_what_another_incident_tells_of_is_no_disagreement(vps, incident):
    before = incident(vps, "2026-10-06T08:30+02:00", "2026-10-06T09:00+02:00", "degraded")
    assert compared(vps, seen((-30, DOWN), (60, UP)), incident(vps, *STATED), before) is None


def test_one_that_measurements_opened_agrees_with_them(vps, incident):
    assert compared(vps, seen(), incident(vps, *STATED, is_by_measurements=True)) is None


def test_a_service_that_nobody_measures_has_but_one_account(status, vps, incident):
    told = incident(vps, *STATED)
    assert disagreement(Status((vps,), (told,)), vps, told, LAST) is None


@given(st.lists(st.tuples(st.integers(-90, 150), st.sampled_from([UP, DOWN, UNKNOWN])), max_size=8))
def test_the_whole_stated_time_is_told_of(status, changes):
    """As up, down or unknown: no part of it is left out where the two differ."""
    vps = replace(status.service("vps"), measured="vps-web")
    suffered, time = {"vps": Suffered(Impact.MAJOR_OUTAGE)}, (NINE, NINE + 3600)
    told = Incident("stop", "a.md", Text("nb", {"nb": "Stans"}), suffered, *time, ())
    found = compared(vps, seen(*sorted(dict(changes).items())), told)
    if found:
        assert without([found.stated], [*found.down, *found.up, *found.unknown]) == []


SAID = {
    "nb": "Meldt som nede 6. oktober 2026 kl. 09:00–10:00 (1 t). "
    "Målt som nede 6. oktober 2026 kl. 08:50–10:20 (1 t 30 min).",
    "sv": "Rapporterad som nere 6 oktober 2026 kl. 09:00–10:00 (1 tim). "
    "Uppmätt som nere 6 oktober 2026 kl. 08:50–10:20 (1 tim 30 min).",
    "en": "Reported as down 6 October 2026, 09:00–10:00 (1 h). "
    "Measured as down 6 October 2026, 08:50–10:20 (1 h 30 min).",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_plain_words(vps, incident, language):
    found = compared(vps, seen((-10, DOWN), (80, UP)), incident(vps, *STATED))
    said = both_accounts(found, Voice(language, vps.zone)).replace("\u00a0", " ")
    assert said == SAID[language]


def test_a_gap_is_said_too_and_that_it_was_up_only_where_nothing_worse_was_seen(vps, incident):
    told, voice = incident(vps, *STATED), Voice("en", vps.zone)
    up, both = (
        both_accounts(compared(vps, seen(*changes), told), voice).replace("\u00a0", " ")
        for changes in ([(40, UNKNOWN), (60, UP)], [(20, DOWN), (30, UP), (40, UNKNOWN), (60, UP)])
    )
    gap = "Not measured 6 October 2026, 09:40–10:00 (20 min)."
    assert up.endswith(f"Measured as up 6 October 2026, 09:00–09:40 (40 min). {gap}")
    assert both.endswith(f"Measured as down 6 October 2026, 09:20–09:30 (10 min). {gap}")


PAGES = {"nb": "", "sv": "sv/", "en": "en/"}
COUNTED = {"nb": "gjelder hendelsen", "sv": "gäller händelsen", "en": "the incident counts"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_the_incident_and_of_the_month_show_both(vps, library, incident, language):
    told = incident(vps, *STATED)
    status = Status((vps,), (told,), measured={"vps": seen((-10, DOWN), (80, UP))})
    pages = dict(pages_of(status, library, NOW))
    for page in (f"status/incidents/{told.id}/index.html", "status/vps/2026-10/index.html"):
        shown = pages[f"{PAGES[language]}{page}"].replace("\u00a0", " ")
        assert SAID[language] in shown
        assert COUNTED[language] in shown


def test_the_page_of_an_incident_says_that_measurements_opened_it(vps, library, incident):
    told = incident(vps, *STATED, is_by_measurements=True)
    status = Status((vps,), (told,), measured={"vps": seen((0, DOWN), (60, UP))})
    pages = dict(pages_of(status, library, NOW))
    page = pages[f"en/status/incidents/{told.id}/index.html"]
    assert "<dt>Reported by</dt><dd>The measurements, automatically. The time counts as it was measured." in page
    assert "Measured otherwise" not in page
