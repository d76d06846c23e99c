"""Closed months: written once, chained, and no input of theirs changes without being noticed."""

import copy
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape

from scripts.closing.command import parser, run
from scripts.setup.start import ROOT
from scripts.status.ledger import Ledger, open_ledger
from scripts.status.model import Incident, Status
from scripts.status.months.account import contents_as
from scripts.status.months.closing import Refused, closed, revised
from scripts.status.months.evidence import read_back
from scripts.status.months.reading import chain
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from scripts.status.text import plain
from scripts.status.views.closing import closing
from scripts.status.voice import Voice
from tests.status.hostile.written import EVERY
from tests.status.sample import NOW, second

SEPTEMBER, OCTOBER, NOVEMBER = (date(2026, month, 1) for month in (9, 10, 11))
LATER = datetime(2026, 11, 6, 12, tzinfo=UTC)
CLOSED = [("vps", SEPTEMBER), ("vps", OCTOBER), ("vpn", SEPTEMBER), ("vpn", OCTOBER)]
NETWORK = "2026-10-07-vps-network.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of docs/status, to be spoilt by whoever mends it again."""
    docs = tmp_path_factory.mktemp("months") / "docs"
    shutil.copytree(ROOT / "docs" / "status", docs / "status")
    return docs


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of docs/status of one's own."""
    shutil.copytree(ROOT / "docs" / "status", tmp_path / "docs" / "status")
    return tmp_path / "docs"


@pytest.mark.parametrize(("id", "month"), CLOSED)
def test_finds_the_sample_as_it_was_frozen(status: Status, library: dict[str, Any], id: str, month: date):
    """The latest record of each month is what a new computation gives, and what its own evidence gives."""
    record = next(file for file in status.months[id] if file.month == f"{month:%Y-%m}").latest
    assert contents_as(record.contents, status, status.service(id), month, library) == record.contents
    kept, terms = read_back(record.contents["evidence"])
    assert contents_as(record.contents, kept, kept.service(id), month, terms) == record.contents


def test_freezes_the_figures_of_the_books(status: Status, ledger: Ledger):
    """Every class of time, the exact fraction, the guarantee and the credit."""
    figures = status.months["vps"][1].latest.contents["figures"]
    book = ledger.months["vps"][1]
    assert figures["seconds"] == {state.value: seconds for state, seconds in book.seconds.items()}
    assert sum(figures["seconds"].values()) == figures["month_seconds"] == 745 * 3600
    assert (figures["availability"], figures["availability_percent"]) == ("21007/21180", "99.1831")
    assert (figures["guarantee"], figures["credit_percent"]) == ("missed", "10")
    assert figures["alternatives"]["calendar-24h"]["guarantee_met"] is True


def test_derives_every_second_and_cites_what_excludes_it(status: Status):
    """The lines follow on each other and add up to the month; excluded time names its clause and the clause's hash."""
    said = status.months["vps"][1].latest.contents
    lines = said["derivation"]
    assert [line["to"] for line in lines[:-1]] == [line["from"] for line in lines[1:]]
    assert sum(line["seconds"] for line in lines) == said["figures"]["month_seconds"]
    excluded = [line for line in lines if line["class"] == "excluded"]
    assert excluded
    assert all(len(line["clause"]["sha256"]) == 64 for line in excluded)


def test_chains_the_records_of_a_service_in_the_order_they_were_written(status: Status):
    """September, October, and the revision of October: each holds the hash of the one before."""
    records = [record for _, record in chain(status.months["vps"])]
    assert [record.number for record in records] == [1, 2, 3]
    assert [record.previous for record in records] == ["", records[0].sha256, records[1].sha256]


REFUSALS = [
    ("vps", OCTOBER, "2026-11-20", "was closed on 2026-11-02. To correct it: scripts/close_month --revise"),
    ("vps", NOVEMBER, "2026-11-30", "is not over: it lasts to the end of 2026-11-30."),
    ("vpn", NOVEMBER, "2026-12-01", "still open: docs/status/incidents/2026-11-20-vpn-login.md. Resolve it first"),
    ("vps", date(2026, 12, 1), "2027-01-01", "vps 2026-11 is not closed yet. Close the months in their order."),
    ("vps", date(2026, 8, 1), "2026-11-20", "vps is measured from 2026-09 on, so 2026-08 has no books."),
]


@pytest.mark.parametrize(("id", "month", "today", "reason"), REFUSALS)
def test_refuses_a_month_that_cannot_be_closed(status: Status, library: dict, id: str, month: date, today: str, reason):
    with pytest.raises(Refused, match=reason.replace("(", r"\(")):
        closed(status, status.service(id), month, library, date.fromisoformat(today))


def test_closes_a_month_the_day_after_its_last(status: Status, library: dict[str, Any]):
    """In the contract's zone; the record follows on the one written last."""
    file = closed(status, status.service("vps"), NOVEMBER, library, date(2026, 12, 1))
    assert (file.latest.number, file.latest.previous) == (4, chain(status.months["vps"])[-1][1].sha256)


def test_refuses_what_is_said_to_end_on_a_later_day(status: Status, library: dict, incident: Callable[..., Incident]):
    """An incident whose end is still ahead is open."""
    vps = status.service("vps")
    ahead = incident(vps, "2026-11-29T10:00+01:00", "2026-12-05T10:00+01:00")
    with pytest.raises(Refused, match="still open"):
        closed(replace(status, incidents=(*status.incidents, ahead)), vps, NOVEMBER, library, date(2026, 12, 1))


def test_refuses_a_month_that_a_draft_tells_of(status: Status, library: dict, incident: Callable[..., Incident]):
    """A draft of another month is in nobody's way."""
    vps = status.service("vps")
    told = incident(vps, "2026-11-29T10:00+01:00", "2026-11-29T11:00+01:00", is_draft=True)
    with pytest.raises(Refused, match="has drafts: a"):
        closed(replace(status, drafts=(told,)), vps, NOVEMBER, library, date(2026, 12, 1))
    later = incident(vps, "2026-12-01T10:00+01:00", None, is_draft=True)
    assert closed(replace(status, drafts=(later,)), vps, NOVEMBER, library, date(2026, 12, 2)).month == "2026-11"


@pytest.mark.parametrize(("because", "reason"), [(" ", "says why"), ("Feil", "comes out as it was frozen")])
def test_refuses_a_revision_without_reason_or_change(status: Status, library: dict, because: str, reason: str):
    with pytest.raises(Refused, match=reason):
        revised(status, status.service("vps"), OCTOBER, library, date(2026, 11, 20), because)


def test_revises_what_was_edited_and_keeps_what_was_frozen(docs: Path, library: dict[str, Any], capsys):
    """The build stops and says how to mend it; the command does so, and then all is well again."""
    edit(docs / "status" / "incidents" / NETWORK, "resolved_at: 2026-10-07T11:40", "resolved_at: 2026-10-07T11:55")
    before = json.loads((docs / "status" / "months" / "vps" / "2026-10.json").read_text(encoding="utf-8"))
    [problem] = read_status(docs, library).problems
    assert str(problem).startswith(
        f"docs/status/months/vps/2026-10.json:1: the month is closed, but docs/status/incidents/{NETWORK} "
        "has been edited; figures.seconds.down was frozen as 10380 and comes out as 11280; "
    )
    assert 'scripts/close_month --revise --because "..." vps 2026-10' in str(problem)

    assert close(docs, library, "vps", "2026-11") == 1
    assert "Nothing was written." in capsys.readouterr().out
    assert close(docs, library, "--revise", "--because", "Kl. 11:55.", "vps", "2026-10") == 0
    assert read_status(docs, library).problems == ()
    after = json.loads((docs / "status" / "months" / "vps" / "2026-10.json").read_text(encoding="utf-8"))
    assert after["records"][:-1] == before["records"]
    assert (after["records"][-1]["because"], after["records"][-1]["frozen_on"]) == ("Kl. 11:55.", "2026-11-06")
    assert [path.name for path in (docs / "status" / "months" / "vps").iterdir() if path.name[0] == "."] == []


def test_makes_a_reason_harmless(status: Status, library: dict[str, Any]):
    """Every hostile text at once: on the page the reason stands as text, in one line."""
    name = f"docs/status/incidents/{NETWORK}"
    edited = replace(status, sources={**status.sources, name: f"{status.sources[name]}\n"})
    reason = " ".join(EVERY)
    file = revised(edited, status.service("vps"), OCTOBER, library, LATER.date(), reason)
    months = {**status.months, "vps": (status.months["vps"][0], file)}
    page = dict(pages_of(replace(status, months=months), library, NOW))["status/vps/2026-10/index.html"]
    assert file.latest.because == plain(reason)
    assert f"</strong> {escape(file.latest.because)}</p>" in page


def test_closes_every_service_for_the_month_before_this_one(docs: Path, library: dict[str, Any], capsys):
    """Without arguments; a second time it refuses and changes nothing."""
    shutil.rmtree(docs / "status" / "months")
    assert close(docs, library, "2026-09") == 0
    assert close(docs, library) == 0
    written = sorted(f"{path.parent.name}/{path.name}" for path in docs.glob("status/months/*/*"))
    assert written == [f"{id}/2026-{month}.json" for id in ("vpn", "vps") for month in ("09", "10")]
    assert close(docs, library) == 1
    assert "was closed on 2026-11-06" in capsys.readouterr().out
    assert read_status(docs, library).problems == ()


FROZEN_FILES = sorted(
    f"{path.parent.name}/{path.name}"
    for path in (ROOT / "docs" / "status").glob("*/*.md")
    if path.name < "2026-11"
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(FROZEN_FILES), place=st.floats(0, 1), letter=st.sampled_from("x 7:-\n#"))
def test_notices_any_edit_of_an_event(folder: Path, library: dict, name: str, place: float, letter: str):
    """One letter more anywhere in a file of a closed month stops the build."""
    path = folder / "status" / name
    text = path.read_text(encoding="utf-8")
    at = round(place * len(text))
    path.write_text(text[:at] + letter + text[at:], encoding="utf-8")
    try:
        assert read_status(folder, library).problems != ()
    finally:
        path.write_text(text, encoding="utf-8")


def test_notices_an_event_that_comes_goes_or_moves(docs: Path, library: dict[str, Any]):
    """A file taken away, and one stored late."""
    incidents = docs / "status" / "incidents"
    text = (incidents / NETWORK).read_text(encoding="utf-8")
    (incidents / "2026-10-08-late.md").write_text(text.replace("2026-10-07", "2026-10-08"), encoding="utf-8")
    [problem] = read_status(docs, library).problems
    assert "docs/status/incidents/2026-10-08-late.md has come to the month" in problem.found
    (incidents / "2026-10-08-late.md").unlink()
    (incidents / NETWORK).unlink()
    [problem] = read_status(docs, library).problems
    assert f"docs/status/incidents/{NETWORK} is gone" in problem.found


def test_notices_terms_that_read_otherwise(docs: Path, library: dict[str, Any]):
    """A figure or the wording of a clause that the rule rests on; not a clause that it does not."""
    for change, stops in ((other_target, 4), (other_wording("uptime-credit"), 4), (other_wording("router-loss"), 0)):
        changed = copy.deepcopy(library)
        change(changed["nettsoft/vps-access"]["versions"][-1])
        assert len(read_status(docs, changed).problems) == stops


def other_target(version: dict[str, Any]) -> None:
    version["parameters"]["uptime.target"]["value"] = "0.98"


def other_wording(anchor: str) -> Callable[[dict[str, Any]], None]:
    def changed(version: dict[str, Any]) -> None:
        version["clauses"][anchor]["sha256"] = "0" * 64

    return changed


SPOILT = {
    "a file taken out of the chain": (lambda months: (months / "vps" / "2026-09.json").unlink(), "does not follow on"),
    "the revision cut off": (
        lambda months: shutil.copy(months / "vps" / "2026-09.json", months / "vps" / "2026-10.json"),
        "the records of vps 2026-09; expected those of vps 2026-10",
    ),
    "a service that is none": (lambda months: (months / "vpx").mkdir(), 'the closed months of "vpx"'),
    "a file that is none": (lambda months: (months / "vps" / "october.json").write_text("{}"), '"october.json"'),
    "no JSON": (lambda months: (months / "vps" / "2026-10.json").write_text("{"), "this is no JSON"),
    "a figure mended by hand": (
        lambda months: edit(months / "vps" / "2026-10.json", '"credit_percent": "10"', '"credit_percent": "0"'),
        "record 2 has been changed since it was written",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_reports_records_that_are_not_as_they_were_written(docs: Path, library: dict[str, Any], name: str):
    spoil, told = SPOILT[name]
    spoil(docs / "status" / "months")
    [problem] = read_status(docs, library).problems
    assert told in str(problem)


def test_shows_each_record_with_its_figures_reason_and_hash(status: Status, ledger: Ledger):
    """The newest first; the reason in the language it was written in."""
    book, voice = ledger.months["vps"][1], Voice("en", ledger.zone)
    shown = closing(book, ledger, voice)
    assert [each["written"] for each in shown["records"]] == [
        "Revised on 5 November 2026.",
        "Closed on 2 November 2026.",
    ]
    assert [each["figures"] for each in shown["records"]] == [
        "Uptime 99.1831%, guarantee missed, credit 10%.",
        "Uptime 99.1359%, guarantee missed, credit 10%.",
    ]
    assert shown["records"][0]["because"]["lang"] == "nb"
    page = dict(pages_of(status, ledger.rules.library, NOW))["en/status/vps/2026-10/index.html"]
    assert all(each["sha256"] in page and each["because"]["text"] in page for each in shown["records"])
    assert 'href="../../../../status/vps/2026-10/evidence.json"' in page


def test_publishes_the_file_itself_as_evidence(status: Status, ledger: Ledger):
    published = dict(pages_of(status, ledger.rules.library, NOW))["status/vps/2026-10/evidence.json"]
    assert published == (ROOT / "docs" / "status" / "months" / "vps" / "2026-10.json").read_text(encoding="utf-8")


def test_shows_a_month_as_it_was_known_on_a_day(status: Status, library: dict[str, Any]):
    """Running, over, closed, revised."""
    said = []
    for day in ("2026-10-31", "2026-11-01", "2026-11-02", "2026-11-05"):
        ledger = open_ledger(status, library, second(f"{day}T12:00+01:00"))
        book = next(book for book in ledger.months["vps"] if book.month == OCTOBER)
        shown = closing(book, ledger, Voice("en", ledger.zone))
        said.append(shown and len(shown["records"]))
    assert said == [None, 0, 1, 2]


def close(docs: Path, library: dict[str, Any], *arguments: str) -> int:
    return run(docs, library, parser().parse_args(arguments), LATER, docs / "no store")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
