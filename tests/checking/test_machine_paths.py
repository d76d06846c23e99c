"""No file names a folder of the machine it was written on."""

import pytest

from scripts.checking.finding import repository_files
from scripts.checking.machine_paths import machine_path_findings
from scripts.setup.start import ROOT


def test_this_repository_names_no_folder_of_one_machine():
    assert [str(finding) for finding in machine_path_findings(ROOT, repository_files(ROOT))] == []


@pytest.mark.parametrize("folder", ["root", "home/kari", "Users/kari", "work", "tmp"])
def test_such_a_folder_is_found_by_line(tmp_path, folder):
    path = tmp_path / "notes.md"
    path.write_text(f"# Notes\n\nSee `/{folder}/paragraf`.\n")
    assert [str(finding) for finding in machine_path_findings(tmp_path, [path])] == [
        f"notes.md:3: names a folder of one machine: /{folder}/p..."
    ]


def test_addresses_and_pictures_are_left_alone(tmp_path):
    (tmp_path / "a.md").write_text("https://example.org/work/a and docs/work/b\n")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\xff\xfe")
    assert machine_path_findings(tmp_path, [tmp_path / "a.md", tmp_path / "b.png"]) == []
