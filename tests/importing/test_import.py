"""What becomes of another page's history: each file under `cases` is the history, the command, and what it left."""

from pathlib import Path

import pytest
import yaml

from scripts.importing import delivering
from scripts.status.reading import read_status
from tests.importing.conftest import Run

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))


def case_at(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def contents(docs: Path) -> dict[str, str]:
    files = (path for path in (docs / "status").rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(docs / "status").as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_writes_and_reports(path: Path, docs: Path, run: Run):
    """The report and every new file are as expected, letter by letter; no other file is touched."""
    case, before = case_at(path), contents(docs)
    code, said = run(case["run"], case["given"])
    assert (code, said) == (case.get("code", 0), case["says"].strip())
    assert contents(docs) == before | case["files"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_leaves_what_the_site_can_read_and_writes_nothing_twice(path: Path, docs: Path, run: Run, library):
    case = case_at(path)
    run(case["run"], case["given"])
    after = contents(docs)
    assert read_status(docs, library).problems == ()
    run(case["run"], {})
    assert contents(docs) == after


REFUSALS = yaml.safe_load((HERE / "refusals.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case["run"])
def test_refuses_what_was_typed_and_writes_nothing(case: dict, docs: Path, run: Run):
    before = contents(docs)
    assert run(case["run"], {"issues/a.md": SOUND, **case.get("given", {})}) == (1, case["says"].strip())
    assert contents(docs) == before


def test_leaves_nothing_behind_when_the_disk_fails_half_way(docs: Path, run: Run, monkeypatch: pytest.MonkeyPatch):
    """The second of two files cannot be written, so the first one goes too."""
    before, put, done = contents(docs), delivering.put_text, []

    def fails_at_the_second(path: Path, text: str) -> None:
        if done:
            raise OSError(28, "No space left on device", str(path))
        done.append(path)
        put(path, text)

    monkeypatch.setattr(delivering, "put_text", fails_at_the_second)
    code, said = run("cstate theirs --language en", {"issues/a.md": SOUND, "issues/b.md": SOUND})
    assert code == 1
    assert "No space left on device" in said
    assert len(done) == 1
    assert contents(docs) == before


def test_leaves_a_file_of_the_same_name_as_it_is(docs: Path, run: Run):
    """What an operator has changed since the first import is not overwritten by a second."""
    run("cstate theirs --language en", {"issues/a.md": SOUND})
    file = docs / "status" / "incidents" / "2026-10-01-servers-down.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Servers down", "All servers down"), encoding="utf-8")
    before = contents(docs)
    code, said = run("cstate theirs --language en", {})
    assert code == 0
    assert "a.md: docs/status/incidents/2026-10-01-servers-down.md is there already, with another text" in said
    assert contents(docs) == before


def test_writes_into_the_folder_it_is_given(docs: Path, run: Run, tmp_path: Path):
    before = contents(docs)
    code, said = run("cstate theirs --language en --to elsewhere", {"issues/a.md": SOUND})
    assert code == 0
    assert said.startswith("1 written to elsewhere:")
    assert (tmp_path / "elsewhere" / "incidents" / "2026-10-01-servers-down.md").is_file()
    assert contents(docs) == before


SOUND = """\
---
title: Servers down
date: 2026-10-01T10:00:00+02:00
severity: down
affected: [vps]
---
*Investigating* - We are looking into it. {{< track "2026-10-01T10:05:00+02:00" >}}
"""
