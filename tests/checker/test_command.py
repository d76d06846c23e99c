"""scripts/check_terms: text, JSON and exit codes."""

import json
from pathlib import Path

import pytest

from scripts.checker.command import main
from tests.checker.sound import BODY
from tests.checker.test_versions import folder, version

FAULTY = BODY.replace("| under 98 % | 25 % |", "| under 97 % | 25 % |").replace("(#2.1)", "(#2.2)")
TODAY = ("--today", "2026-11-20")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return folder(tmp_path, {"2026-01-01": version("2026-01-01", FAULTY)})


def said(capsys: pytest.CaptureFixture[str], docs: Path, *arguments: str) -> tuple[int, str]:
    code = main(["--docs", str(docs), *TODAY, *arguments])
    return code, capsys.readouterr().out


def test_prints_a_place_an_editor_can_jump_to(capsys: pytest.CaptureFixture[str], docs: Path):
    code, text = said(capsys, docs)
    lines = text.splitlines()
    body_line = next(
        number for number, line in enumerate(version("", FAULTY).splitlines(), 1) if "{credit.tiers" in line
    )
    hole = next(line for line in lines if "[tier-hole" in line)
    assert hole.startswith(f'docs/agreements/example/storage/2026-01-01.md:{body_line}: clause "5.5": error: A hole')
    assert "    no row covers 97 ≤ Oppetid < 98" in lines
    assert lines[-1] == "2 (1 error, 1 warning, 0 notes)"
    assert code == 0


def test_speaks_norwegian_and_swedish(capsys: pytest.CaptureFixture[str], docs: Path):
    assert 'punkt "5.5": feil: Et hull i en trinntabell' in said(capsys, docs, "--language", "nb")[1]
    assert 'punkt "5.5": fel: Ett hål i en trappa' in said(capsys, docs, "--language", "sv")[1]


def test_writes_json_with_a_name_for_each_finding(capsys: pytest.CaptureFixture[str], docs: Path):
    code, text = said(capsys, docs, "--json")
    found = json.loads(text)
    assert [each["class"] for each in found] == ["reference-label", "tier-hole"]
    hole = found[1]
    assert (hole["severity"], hole["anchor"], hole["clause"], len(hole["id"])) == ("error", "credit", "5.5", 12)
    assert {"file", "line", "found", "expected", "likely", "facts", "agreement", "version"} <= hole.keys()
    assert code == 0


def test_fails_only_when_asked_to_be_strict(capsys: pytest.CaptureFixture[str], docs: Path, tmp_path: Path):
    assert said(capsys, docs, "--strict")[0] == 1
    sound = folder(tmp_path / "sound", {"2026-01-01": version("2026-01-01")})
    assert said(capsys, sound, "--strict") == (0, "0 (0 errors, 0 warnings, 0 notes)\n")


def test_keeps_to_the_agreements_and_the_weight_asked_for(capsys: pytest.CaptureFixture[str], docs: Path):
    assert said(capsys, docs, "--severity", "error")[1].splitlines()[-1] == "1 (1 error, 0 warnings, 0 notes)"
    assert said(capsys, docs, "example")[1] == said(capsys, docs)[1]
    assert said(capsys, docs, "example/storage")[1] == said(capsys, docs)[1]
    assert said(capsys, docs, "other")[1].startswith("0 ")
