"""Measurements open an incident and resolve it, once each; an operator's word outranks them."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.measuring.samples import Sample, State
from scripts.measuring.store import open_store
from scripts.operating.templates import read_template
from scripts.setup.start import ROOT
from scripts.status.fields import LANGUAGES
from scripts.status.reading import read_status
from tests.operating.conftest import NOW, Command
from tests.operating.test_acts import contents

MINUTE, STEP = 60, 30
UP, DOWN, UNKNOWN = State.UP, State.DOWN, State.UNKNOWN
FILE = "docs/status/incidents/2026-11-20-vps-no-answer.md"  # today, as the folder is called in messages

OPENED = """\
---
title:
  nb: Tjenesten svarer ikke
  sv: Tjänsten svarar inte
  en: The service does not answer
services:
  vps: {impact: major-outage}
started_at: 2026-11-20T14:10+01:00
opened_by: measurements
---

## 2026-11-20T14:20+01:00 investigating

Målingene våre får ikke svar. Vi undersøker hvorfor.

### sv

Våra mätningar får inget svar. Vi undersöker varför.

### en

Our measurements get no answer. We are finding out why.
"""
RESOLVED = (
    OPENED.replace("opened_by: measurements", "opened_by: measurements\nresolved_at: 2026-11-20T14:30+01:00")
    + """
## 2026-11-20T14:35+01:00 resolved

Målingene våre får svar igjen.

### sv

Våra mätningar får svar igen.

### en

Our measurements get answers again.
"""
)

Follow = Callable[..., tuple[int, str]]


@pytest.fixture
def ask(docs: Path) -> Callable[[str], None]:
    """Says in services.yml what the measurements of vps may do: `ask("open")`."""

    def said(incidents: str) -> None:
        file = docs / "status" / "services.yml"
        text = file.read_text(encoding="utf-8")
        lines = f"    measured: vps-web\n    incidents: {incidents}\n"
        file.write_text(text.replace("    measured_from:", f"{lines}    measured_from:", 1), encoding="utf-8")

    return said


@pytest.fixture
def follow(run: Command, tmp_path: Path) -> Follow:
    """Runs the command at some minutes from now; before, what was seen since the minutes given is put in the store."""

    def done(*changes: tuple[float, State], at: float = 0) -> tuple[int, str]:
        now = NOW + round(MINUTE * at)
        with open_store(tmp_path / "store.sqlite") as store:
            for (begun, state), (end, _) in pairwise([*changes, (at, UNKNOWN)]):
                first, last = (NOW + round(MINUTE * minutes) for minutes in (begun, end))
                store.write({"vps-web": [Sample(instant, state, STEP) for instant in range(first, last, STEP)]})
        return run(f"incident follow --store {tmp_path / 'store.sqlite'}", now)

    return done


@pytest.fixture
def file(docs: Path) -> Path:
    return docs.parent / FILE


def test_an_outage_opens_an_incident_and_its_end_resolves_it(ask, follow, file, docs, library):
    ask("open")
    assert follow((-60, UP), (-10, DOWN)) == (0, f"{FILE}: investigating")
    assert file.read_text(encoding="utf-8") == OPENED
    assert follow((0, DOWN), (10, UP), at=15) == (0, f"{FILE}: resolved")
    assert file.read_text(encoding="utf-8") == RESOLVED
    assert read_status(docs, library).problems == ()


def test_a_second_run_writes_nothing(ask, follow, docs):
    ask("open")
    follow((-60, UP), (-10, DOWN))
    opened = contents(docs)
    assert follow() == follow(at=0.1) == (0, "")
    assert contents(docs) == opened
    follow((0, DOWN), (10, UP), at=15)
    resolved = contents(docs)
    assert follow(at=15) == follow((15, UP), at=60) == (0, "")
    assert contents(docs) == resolved


def test_the_next_outage_is_an_incident_of_its_own(ask, follow):
    ask("open")
    follow((-60, UP), (-10, DOWN))
    follow((0, UP), at=5)
    second = FILE.replace(".md", "-2.md")
    assert follow((5, UP), (20, DOWN), at=25) == (0, f"{second}: investigating")


def test_a_draft_stays_one_until_an_operator_publishes_it(ask, follow, run, file, docs, library):
    ask("draft")
    assert follow((-60, UP), (-10, DOWN)) == (0, f"{FILE}: investigating, a draft")
    assert [event.id for event in read_status(docs, library).drafts] == [file.stem]
    assert follow((0, UP), at=5) == (0, f"{FILE}: resolved, a draft")
    assert run("incident update vps-no-answer --publish", NOW + 6 * MINUTE)[0] == 0
    status = read_status(docs, library)
    assert (status.drafts, [event.id for event in status.incidents][-1]) == ((), file.stem)


@pytest.mark.parametrize(
    "changes",
    [
        [(-60, UP), (-1.5, DOWN)],  # not long enough to be sure
        [(-60, UP), (-10, DOWN), (-1.5, UP)],  # it is over, or flapping
        [(-60, UP), (-10, UNKNOWN)],
        [(-60, UP)],
        [(-60, DOWN), (-30, UP)],  # over before anybody looked: the books have it all the same
        [],
    ],
)
def test_what_is_not_a_confirmed_outage_of_this_moment_opens_nothing(ask, follow, docs, changes):
    ask("open")
    before = contents(docs)
    assert follow(*changes) == (0, "")
    assert contents(docs) == before


def test_one_sample_is_no_outage_however_long_it_holds(ask, run, tmp_path):
    ask("open")
    with open_store(tmp_path / "store.sqlite") as store:
        store.write({"vps-web": [Sample(NOW - 900, UP, 600), Sample(NOW - 300, DOWN, 600)]})
    assert run(f"incident follow --store {tmp_path / 'store.sqlite'}") == (0, "")


def test_when_nobody_measures_nothing_is_opened_and_nothing_resolved(ask, follow, file):
    ask("open")
    follow((-60, UP), (-10, DOWN))
    assert follow(at=30) == (0, "")
    assert file.read_text(encoding="utf-8") == OPENED
    assert follow((28, UP), (29, UNKNOWN), at=40) == (0, "")
    assert follow((40, UP), at=43) == (0, f"{FILE}: resolved")
    assert "resolved_at: 2026-11-20T15:00+01:00" in file.read_text(encoding="utf-8")


def test_an_outage_that_was_seen_but_not_lately_opens_nothing(ask, follow, docs):
    follow((-60, UP), (-20, DOWN), at=-10)  # nobody asked for incidents yet
    ask("open")
    before = contents(docs)
    assert follow() == (0, "")
    assert contents(docs) == before


def test_a_short_return_resolves_nothing(ask, follow, file):
    ask("open")
    follow((-60, UP), (-10, DOWN))
    assert follow((0, DOWN), (2, UP), at=3.5) == (0, "")
    assert follow((0, DOWN), (4, UP), (5, DOWN), at=10) == (0, "")
    assert file.read_text(encoding="utf-8") == OPENED


@pytest.mark.parametrize(
    "told",
    [
        "--started 14:12",
        "--started 14:12 --draft",
        "--started 14:12 --resolved 14:15",
        "--started 13:30",
        "--started 13:30 --resolved 14:11",
    ],
)
def test_an_outage_that_an_operator_has_told_of_opens_no_second_one(ask, follow, run, docs, told):
    ask("open")
    assert run(f"incident open --template network-down --service vps {told}")[0] == 0
    before = contents(docs)
    assert follow((-60, UP), (-10, DOWN)) == (0, "")
    assert contents(docs) == before


@pytest.mark.parametrize("told", ["vps --started 13:30 --resolved 13:50", "vpn --started 14:05"])
def test_what_an_operator_told_of_another_outage_is_no_hindrance(ask, follow, run, told):
    ask("open")
    assert run(f"incident open --template network-down --service {told}")[0] == 0
    assert follow((-60, UP), (-10, DOWN)) == (0, f"{FILE}: investigating")


def maintenance(docs: Path, ends: str) -> None:
    path = docs / "status" / "maintenance" / "2026-11-20-disks.md"
    path.write_text(
        "---\ntitle: Nye disker\nservices:\n  vps: {impact: major-outage}\nannounced_on: 2026-11-01\n"
        f"starts_at: 2026-11-20T14:00+01:00\nends_at: {ends}\n---\n\n"
        "## 2026-11-01T09:00+01:00 scheduled\n\nVi bytter.\n",
        encoding="utf-8",
    )


def test_what_goes_on_after_planned_maintenance_begins_with_its_end(ask, follow, file, docs):
    ask("open")
    maintenance(docs, "2026-11-20T14:15+01:00")
    assert follow((-60, UP), (-10, DOWN)) == (0, f"{FILE}: investigating")
    assert "started_at: 2026-11-20T14:15+01:00" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("ends", ["2026-11-20T15:00+01:00", "2026-11-20T14:19+01:00"])
def test_planned_maintenance_opens_nothing(ask, follow, docs, ends):
    ask("open")
    maintenance(docs, ends)
    assert follow((-60, UP), (-10, DOWN)) == (0, "")


@pytest.mark.parametrize("change", ["--cause external-supplier", "--started 14:05", "--service vps=partial-outage"])
def test_who_says_how_the_time_counts_has_taken_the_incident_over(ask, follow, run, file, change):
    """From then on the times of the file count, and the operator says when it is over."""
    ask("open")
    follow((-60, UP), (-10, DOWN))
    code, said = run(f"incident update vps-no-answer {change}")
    assert (code, "The incident is yours: scripts/incident follow will not resolve it." in said) == (0, True)
    assert "opened_by" not in file.read_text(encoding="utf-8")
    assert follow((0, DOWN), (10, UP), at=15) == (0, "")


def test_who_resolves_it_has_taken_it_over_and_no_other_is_opened_for_that_outage(ask, follow, run, file):
    ask("open")
    follow((-60, UP), (-10, DOWN))
    assert run("incident resolve vps-no-answer --template no-answer", NOW + MINUTE)[0] == 0
    assert "opened_by" not in file.read_text(encoding="utf-8")
    assert follow((0, DOWN), at=20) == (0, "")


def test_words_alone_take_nothing_over(ask, follow, run, file):
    ask("open")
    follow((-60, UP), (-10, DOWN))
    code, said = run("incident update vps-no-answer --state identified --text 'En disk er full.'")
    assert (code, "yours" in said) == (0, False)
    assert follow((0, DOWN), (10, UP), at=15) == (0, f"{FILE}: resolved")


def test_it_says_why_it_does_nothing(ask, follow, run, docs, tmp_path):
    code, said = follow()
    assert code == 1
    assert said.startswith('scripts/incident follow: No service in services.yml has "incidents: open"')
    ask("open")
    code, said = run(f"incident follow --store {tmp_path / 'none.sqlite'}")
    assert code == 1
    assert "none.sqlite: could not open the store" in said
    (docs / "status" / "incidents" / "2026-11-20-half.md").write_text("---\n", encoding="utf-8")
    before = contents(docs)
    code, said = follow((-60, UP), (-10, DOWN))
    assert code == 1
    assert re.search(r"an operator may have told .* in what cannot be read\. .*\n.*2026-11-20-half\.md:", said)
    assert contents(docs) == before


def test_its_words_name_no_cause_that_nobody_knows():
    template = read_template(ROOT / "docs" / "status", "no-answer")
    assert (template.cause, set(template.title)) == (None, set(LANGUAGES))
