"""Evidence: a file that holds is computed anew from itself alone; one that was touched does not hold."""

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scripts.closing.verifying_command import main
from scripts.setup.start import ROOT
from scripts.status.months.record import MonthFile, Record, read_month_file
from scripts.status.months.verifying import DIFFERS, SAME, UNREADABLE, verified

MONTHS = ROOT / "docs" / "status" / "months"
SEPTEMBER = MONTHS / "vps" / "2026-09.json"


@pytest.mark.parametrize("path", sorted(MONTHS.glob("*/*.json")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_verifies_the_sample(path: Path):
    """And prints the hash that stands on the month's page."""
    text = path.read_text(encoding="utf-8")
    code, lines = verified(text)
    assert (code, lines[1]) == (SAME, f"SHA-256 {read_month_file(text).latest.sha256}")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(place=0.0, value=32)
@example(place=1.0, value=32)
@given(place=st.floats(0, 1), value=st.integers(0, 255))
def test_does_not_verify_a_file_with_one_byte_changed(tmp_path: Path, place: float, value: int):
    content = bytearray(SEPTEMBER.read_bytes())
    at = min(round(place * len(content)), len(content) - 1)
    content[at] = value if content[at] != value else value ^ 1
    (tmp_path / "evidence.json").write_bytes(content)
    assert main([str(tmp_path / "evidence.json")]) in (DIFFERS, UNREADABLE)


def other_figure(said: dict[str, Any]) -> None:
    said["figures"]["seconds"]["down"] = 0


def other_time(said: dict[str, Any]) -> None:
    files = said["evidence"]["files"]
    files[STORAGE]["text"] = files[STORAGE]["text"].replace("resolved_at: 2026-10-01T", "resolved_at: 2026-10-02T")


def other_target(said: dict[str, Any]) -> None:
    [version] = said["evidence"]["terms"]["nettsoft/vps-access"]["terms"]["versions"]
    version["parameters"]["uptime.target"]["value"] = "1"


def no_event(said: dict[str, Any]) -> None:
    said["evidence"]["files"][STORAGE]["text"] = "no event"


def no_terms(said: dict[str, Any]) -> None:
    said["evidence"]["terms"] = {}


def other_order(said: dict[str, Any]) -> None:
    said["figures"] = dict(reversed(said["figures"].items()))


STORAGE = "docs/status/incidents/2026-09-30-storage-failover.md"
FORGED = [
    (other_figure, "record 1: figures.seconds.down was frozen as 0 and comes out as 2400"),
    (other_time, f"record 1: {STORAGE} has been edited"),
    (other_target, "record 1: the terms of nettsoft/vps-access read otherwise"),
    (no_event, "record 1: the evidence cannot be reckoned up: "),
    (no_terms, "record 1: the evidence is not whole: "),
    (other_order, "record 1: the members of the record stand in another order, or there are others"),
]


@pytest.mark.parametrize(("forge", "told"), FORGED)
def test_finds_a_forgery_whose_hash_was_made_anew(forge: Callable[[dict[str, Any]], None], told: str):
    """Whoever can compute a hash still cannot make other figures follow from the same files."""
    file = read_month_file(SEPTEMBER.read_text(encoding="utf-8"))
    said = copy.deepcopy(file.latest.contents)
    forge(said)
    code, lines = verified(sealed(file, said).text())
    assert code == DIFFERS
    assert any(line.startswith(told) for line in lines), lines


ANYTHING = st.one_of(st.none(), st.integers(-9, 9), st.sampled_from(["", "x", "2026-09", [], {}, [[]]]))


@settings(max_examples=50, deadline=None)
@given(choice=st.lists(st.integers(0, 10**6), min_size=12, max_size=12), value=ANYTHING)
def test_finds_any_other_value_anywhere_in_a_record(choice: list[int], value: Any):
    """Whatever a forger puts in the place of whatever, sealed anew: it differs, and nothing breaks."""
    file = read_month_file(SEPTEMBER.read_text(encoding="utf-8"))
    said = copy.deepcopy(file.latest.contents)
    if is_forged(said, choice, value):
        assert verified(sealed(file, said).text())[0] == DIFFERS


def test_finds_records_that_do_not_follow_on_each_other():
    """A revision that does not hold the hash of the record it revises."""
    file = read_month_file(SEPTEMBER.read_text(encoding="utf-8"))
    forged = file.with_record(2, "0" * 64, date(2026, 11, 5), "Feil", file.latest.contents)
    told = "record 2, of 2026-09, does not hold the hash of record 1, of 2026-09"
    assert verified(forged.text()) == (DIFFERS, ["1 thing differs", told])


def test_holds_the_files_of_a_service_against_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Each holds for itself, but October follows on another September."""
    october = str(MONTHS / "vps" / "2026-10.json")
    assert main([str(SEPTEMBER), october, str(MONTHS / "vpn" / "2026-09.json")]) == SAME
    file = read_month_file(SEPTEMBER.read_text(encoding="utf-8"))
    other = MonthFile(file.service, file.month, ()).with_record(1, "", date(2026, 10, 3), "", file.latest.contents)
    (tmp_path / "other.json").write_text(other.text(), encoding="utf-8")
    capsys.readouterr()
    assert main([str(tmp_path / "other.json"), october]) == DIFFERS
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "vps: record 2, of 2026-10, does not hold the hash of record 1, of 2026-09"


UNREAD = ["", "[]", "{", '{"paragraf_month": 2, "service": "vps", "month": "2026-09", "records": [{}]}']


@pytest.mark.parametrize("text", UNREAD)
def test_says_what_is_no_evidence_at_all(text: str):
    assert verified(text)[0] == UNREADABLE


def test_says_where_a_file_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main([str(tmp_path / "nowhere.json"), str(SEPTEMBER)]) == UNREADABLE
    assert "nowhere.json: cannot be read" in capsys.readouterr().out


def sealed(file: MonthFile, said: dict[str, Any]) -> MonthFile:
    record: Record = file.latest
    said = json.loads(json.dumps(said))
    empty = MonthFile(file.service, file.month, ())
    return empty.with_record(record.number, record.previous, record.frozen_on, "", said)


def is_forged(inside: Any, choice: list[int], value: Any) -> bool:
    """Put a value at the place that the choices lead to; whether another stood there."""
    for step in choice:
        key = list(inside)[step % len(inside)] if isinstance(inside, dict) else step % len(inside)
        if not isinstance(inside[key], (dict, list)) or not inside[key] or step % 7 == 0:
            break
        inside = inside[key]
    is_another = json.dumps(inside[key]) != json.dumps(value)
    inside[key] = value
    return is_another
