"""The folder docs/status: every file with all its problems, and nothing of a faulty one."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from scripts.setup.start import ROOT
from scripts.status.reading import read_status


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of docs/status, to be spoilt."""
    shutil.copytree(ROOT / "docs" / "status", tmp_path / "docs" / "status")
    return tmp_path / "docs"


def test_finds_nothing_wrong_with_the_sample(status):
    """Two services, a quarter of incidents, three planned maintenances, and a sign that all is sample data."""
    assert status.problems == ()
    assert [service.id for service in status.services] == ["vps", "vpn"]
    assert (len(status.incidents), len(status.maintenance), status.is_sample) == (10, 3, True)


def test_says_every_event_of_the_sample_in_three_languages(status):
    """Titles and updates alike."""
    texts = [text for event in status.events for text in (event.title, *(update.text for update in event.updates))]
    assert {tuple(sorted(text.texts)) for text in texts} == {("en", "nb", "sv")}


def test_takes_no_folder_for_no_status_page(tmp_path: Path, library: dict[str, Any]):
    assert read_status(tmp_path, library).services == ()


def test_reports_a_name_that_two_events_share(docs: Path, library: dict[str, Any]):
    """Both would live at one address; the incident keeps it."""
    name = "2026-10-07-vps-network.md"
    shutil.copy(docs / "status" / "maintenance" / "2026-10-17-host-upgrade.md", docs / "status" / "maintenance" / name)
    found = read_status(docs, library)
    assert [str(problem) for problem in found.problems] == [
        'docs/status/maintenance/2026-10-07-vps-network.md:1: the name "2026-10-07-vps-network" is that of '
        "docs/status/incidents/2026-10-07-vps-network.md too; expected a name of its own."
    ]
    assert len(found.maintenance) == 3


def test_reports_files_that_are_no_events(docs: Path, library: dict[str, Any]):
    """Names that cannot stand in an address, folders, and bytes that are no text."""
    incidents = docs / "status" / "incidents"
    (incidents / "Stans nå.md").write_text("---\n---\n", encoding="utf-8")
    (incidents / "notes.txt").write_text("husk", encoding="utf-8")
    (incidents / "older").mkdir()
    (incidents / "latin.md").write_bytes(b"---\ntitle: \xe5\n---\n")
    (incidents / ".swp.md").write_text("", encoding="utf-8")
    problems = read_status(docs, library).problems
    assert [(problem.file.rpartition("/")[2], problem.found) for problem in problems] == [
        ("Stans nå.md", '"Stans nå.md"'),
        ("latin.md", "byte 0xe5 is not UTF-8"),
        ("notes.txt", '"notes.txt"'),
        ("older", '"older"'),
    ]


def test_reports_a_missing_list_of_services(docs: Path, library: dict[str, Any]):
    (docs / "status" / "services.yml").unlink()
    found = read_status(docs, library)
    assert [problem.found for problem in found.problems] == ["there is no services.yml"]
    assert found.events == ()


def test_reports_a_faulty_service_once_and_leaves_out_what_befell_it(docs: Path, library: dict[str, Any]):
    """One slip in services.yml is one problem, not one for each incident."""
    path = docs / "status" / "services.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("measured_from: 2026-09", "measured_from: 2026-9", 1), encoding="utf-8")
    found = read_status(docs, library)
    assert [problem.line for problem in found.problems] == [13]
    assert [event.id for event in found.events if "vps" in event.suffered] == []
    assert [event.id for event in found.events if "vpn" in event.suffered] != []
