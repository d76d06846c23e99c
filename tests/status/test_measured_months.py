"""Closed months of measured services: the samples are evidence, and no figure rests on anything else."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.closing.command import parser, run
from scripts.measuring.samples import Sample, State
from scripts.measuring.store import open_store
from scripts.setup.start import ROOT
from scripts.status.books import month_book
from scripts.status.ledger import open_ledger
from scripts.status.measured import with_stored
from scripts.status.model import Status
from scripts.status.months.record import MonthFile, read_month_file
from scripts.status.months.verifying import DIFFERS, SAME, UNREADABLE, verified
from scripts.status.reading import read_status
from scripts.status.rules import Rules
from scripts.status.views.closing import closing
from scripts.status.voice import Voice
from tests.status.sample import second
from tests.status.test_verifying import ANYTHING, is_forged, sealed

NOVEMBER = date(2026, 11, 1)
CLOSING_DAY = datetime(2026, 12, 1, 12, tzinfo=UTC)
GAP = "docs/status/incidents/2026-11-04-monitoring-gap.md"
FIRST, LAST = second("2026-10-31T00:00+01:00"), second("2026-12-02T00:00+01:00")
DOWN = range(second("2026-11-10T09:00+01:00"), second("2026-11-10T11:00+01:00"))
AWAY = range(second("2026-11-11T09:00+01:00"), second("2026-11-11T10:00+01:00"))
LATE = Sample(second("2026-11-12T09:00:30+01:00"), State.DOWN, 60)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, library: dict[str, Any]) -> Path:
    """A folder with docs/status, in which a target measures the server, its store, and November closed."""
    folder = tmp_path_factory.mktemp("measured")
    copytree(ROOT / "docs" / "status", folder / "docs" / "status")
    services = folder / "docs" / "status" / "services.yml"
    text = services.read_text(encoding="utf-8")
    services.write_text(text.replace("    measured_from:", "    measured: vps-web\n    measured_from:", 1), "utf-8")
    minutes = (at for at in range(FIRST, LAST, 60) if at not in AWAY)
    samples = (Sample(at, State.DOWN if at in DOWN else State.UP, 60, 20, "no answer") for at in minutes)
    with open_store(folder / "store.sqlite") as opened:
        opened.write({"vps-web": samples})
        opened.pack(before=LAST)
    assert close(folder / "docs", library, folder / "store.sqlite") == 0
    return folder


@pytest.fixture
def docs(made: Path, tmp_path: Path) -> Path:
    """The same of one's own."""
    copytree(made, tmp_path / "made")
    return tmp_path / "made" / "docs"


@pytest.fixture
def store(docs: Path) -> Path:
    return docs.parent / "store.sqlite"


@pytest.fixture
def frozen(made: Path) -> MonthFile:
    return read_month_file(november(made / "docs").read_text(encoding="utf-8"))


def close(docs: Path, library: dict[str, Any], store: Path, *arguments: str) -> int:
    options = parser().parse_args(["--service", "vps", "2026-11", *arguments])
    return run(docs, library, options, CLOSING_DAY, store)


def november(docs: Path) -> Path:
    return docs / "status" / "months" / "vps" / "2026-11.json"


def test_counts_what_was_measured(docs: Path, frozen: MonthFile, store: Path, library: dict[str, Any]):
    """The figures are those of the books at the time, and the chain goes on from October, closed unmeasured."""
    seconds = frozen.latest.contents["figures"]["seconds"]
    told_as_unknown = 30 * 60
    assert (seconds["down"], seconds["unknown"]) == (len(DOWN), len(AWAY) - 60 + told_as_unknown)
    at = int(CLOSING_DAY.timestamp())
    status = replace(with_stored(read_status(docs, library), store, at), months={})
    book = month_book(status, status.service("vps"), NOVEMBER, Rules(library), at)
    assert seconds == {state.value: count for state, count in book.seconds.items()}
    october = read_month_file((docs / "status" / "months" / "vps" / "2026-10.json").read_text(encoding="utf-8"))
    assert (frozen.latest.number, frozen.latest.previous) == (4, october.latest.sha256)
    assert (frozen.format, october.format) == (2, 1)


def test_verifies_from_the_file_alone(docs: Path, frozen: MonthFile, store: Path):
    """With neither store nor name of the target; reasons and latencies are not published."""
    store.unlink()
    text = november(docs).read_text(encoding="utf-8")
    assert verified(text)[0] == SAME
    assert not [word for word in ("vps-web", "no answer", "latency") if word in text]
    assert len(text) < 120_000


def other_state(said: dict[str, Any]) -> None:
    lines = said["evidence"]["samples"]["2026-11-10"]["lines"]
    next(line for line in lines if line["state"] == "down")["state"] = "up"


def no_day(said: dict[str, Any]) -> None:
    del said["evidence"]["samples"]["2026-11-10"]


def other_incident(said: dict[str, Any]) -> None:
    file = said["evidence"]["files"][GAP]
    file["text"] = file["text"].replace("resolved_at: 2026-11-04T14:35", "resolved_at: 2026-11-04T14:36")


def other_rules(said: dict[str, Any]) -> None:
    for version in said["evidence"]["terms"]["nettsoft/vps-access"]["terms"]["versions"]:
        version["parameters"]["uptime.target"]["value"] = "0.5"


def other_edition(said: dict[str, Any]) -> None:
    said["edition"] = 1


def no_line(said: dict[str, Any]) -> None:
    said["evidence"]["samples"]["2026-11-10"]["lines"][0]["then"] = "now and then"


FORGED = [
    (other_state, "record 4: the samples of 2026-11-10 are not those that were frozen"),
    (other_state, "record 4: figures.seconds.down was frozen as 7200 and comes out as 0"),
    (no_day, "record 4: figures.seconds.down was frozen as 7200 and comes out as 0"),
    (other_incident, f"record 4: {GAP} has been edited"),
    (other_rules, "record 4: the terms of nettsoft/vps-access read otherwise"),
    (other_edition, "record 4: figures.coverage was frozen as "),
    (no_line, 'record 4: the evidence is not whole: NoSamples a line of samples goes on "now and then"'),
]


@pytest.mark.parametrize(("forge", "told"), FORGED)
def test_names_what_was_changed_though_its_hash_was_made_anew(
    frozen: MonthFile, forge: Callable[[dict[str, Any]], None], told: str
):
    said = copy.deepcopy(frozen.latest.contents)
    forge(said)
    code, lines = verified(sealed(frozen, said).text())
    assert code == DIFFERS
    assert [line for line in lines if line.startswith(told)], lines


@settings(max_examples=60, deadline=None)
@given(choice=st.lists(st.integers(0, 10**6), min_size=8, max_size=8), value=ANYTHING)
def test_finds_any_other_value_anywhere_in_the_samples(made: Path, choice: list[int], value: Any):
    """Days, lines, times, states and steps: whatever a forger puts in their place, sealed anew, does not hold."""
    file = read_month_file(november(made / "docs").read_text(encoding="utf-8"))
    said = copy.deepcopy(file.latest.contents)
    if is_forged(said["evidence"]["samples"], choice, value):
        assert verified(sealed(file, said).text())[0] == DIFFERS


def test_does_not_verify_a_file_with_one_sample_changed(docs: Path, frozen: MonthFile):
    text = november(docs).read_text(encoding="utf-8")
    assert verified(text.replace('"state": "down"', '"state": "up"', 1))[0] == DIFFERS


def test_says_of_an_edition_to_come_that_it_cannot_be_read(frozen: MonthFile):
    text = frozen.text().replace('"paragraf_month": 2', '"paragraf_month": 3')
    assert verified(text) == (UNREADABLE, ["the file has format 3; this program reads 1 and 2"])


def test_shows_the_closed_month_by_its_own_samples(docs: Path, frozen: MonthFile, library: dict[str, Any]):
    """A build without the store has no problem with it, and shows the figures that were frozen."""
    status = read_status(docs, library)
    assert status.problems == ()
    ledger = open_ledger(status, library, LAST)
    shown = {book.label: book for book in ledger.months["vps"]}
    [record] = closing(shown["2026-11"], ledger, Voice("en", ledger.zone))["records"]
    assert record["figures"] == (
        "Uptime 98.9393% to 99.3989%, guarantee missed, credit 10%. The measurements cover 99.7020% of the core time."
    )
    assert shown["2026-11"].seconds == frozen.latest.contents["figures"]["seconds"]
    assert len(shown["2026-11"].measured.down) == 1
    assert shown["2026-10"].service.measured is None, "October was closed unmeasured"
    assert shown["2026-12"].seconds["up"] == 0


def test_keeps_what_was_measured_when_the_target_is_named_no_more(
    docs: Path, frozen: MonthFile, library: dict[str, Any]
):
    services = docs / "status" / "services.yml"
    services.write_text(services.read_text(encoding="utf-8").replace("    measured: vps-web\n", ""), "utf-8")
    status = read_status(docs, library)
    assert status.problems == ()
    book = month_book(status, status.service("vps"), NOVEMBER, Rules(library), LAST)
    assert book.seconds == frozen.latest.contents["figures"]["seconds"]


def test_revises_with_samples_that_came_late(
    docs: Path, frozen: MonthFile, store: Path, library: dict[str, Any], capsys: pytest.CaptureFixture[str]
):
    """Nothing that was frozen goes, even where the store has lost it since."""
    assert close(docs, library, store, "--revise", "--because", "Feil") == 1
    assert "comes out as it was frozen" in capsys.readouterr().out
    store.unlink()
    with open_store(store) as opened:
        opened.write({"vps-web": [LATE]})
    assert close(docs, library, store, "--revise", "--because", "En prøve kom sent.") == 0
    revised = read_month_file(november(docs).read_text(encoding="utf-8"))
    assert len(revised.records) == 2
    before, after = (record.contents["figures"]["seconds"]["down"] for record in revised.records)
    assert after - before == 30
    assert verified(revised.text())[0] == SAME


def test_revises_unmeasured_what_was_closed_unmeasured(docs: Path, store: Path, library: dict[str, Any]):
    """A target named later changes nothing in October, whose incidents are corrected as before, store or no store."""
    store.unlink()
    path = docs / "status" / "incidents" / "2026-10-07-vps-network.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("resolved_at: 2026-10-07T11:40", "resolved_at: 2026-10-07T11:45"), "utf-8")
    options = parser().parse_args(["--revise", "--because", "Kl. 11:45.", "vps", "2026-10"])
    assert run(docs, library, options, CLOSING_DAY, store) == 0
    file = read_month_file((docs / "status" / "months" / "vps" / "2026-10.json").read_text(encoding="utf-8"))
    assert (file.format, "samples" in file.latest.contents["evidence"]) == (1, False)


def test_prints_how_much_was_measured(
    docs: Path, store: Path, library: dict[str, Any], capsys: pytest.CaptureFixture[str]
):
    november(docs).unlink()
    assert close(docs, library, store) == 0
    assert capsys.readouterr().out.endswith(". Samples cover 99.7020 % of the time in which service was agreed\n")


@pytest.mark.parametrize(
    ("target", "told"),
    [(None, "vps is measured, but "), ("another", "holds nothing. Is it the store that scripts/probe writes to?")],
)
def test_refuses_a_store_that_knows_nothing_of_the_target(
    docs: Path, tmp_path: Path, library: dict, target: str | None, told: str, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "other.sqlite"
    if target:
        with open_store(path) as opened:
            opened.write({target: [LATE]})
    november(docs).unlink()
    assert close(docs, library, path) == 1
    assert told in capsys.readouterr().out
    assert not november(docs).exists()


def test_publishes_the_evidence_as_it_was_written(docs: Path, frozen: MonthFile, library: dict[str, Any]):
    """The chain holds it together: the file read back is the file."""
    status: Status = read_status(docs, library)
    assert status.closed("vps", "2026-11", date(2026, 12, 1)) == frozen
    assert json.loads(frozen.text())["records"][-1]["sha256"] == frozen.latest.sha256
