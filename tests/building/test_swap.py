"""The swap: the old folder or the new one, whatever happens in between."""

from pathlib import Path

from scripts.building.swap import put_in_place, restore_interrupted_swap


def folder_with(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder


def test_it_replaces_the_whole_folder(tmp_path):
    site = folder_with(tmp_path / "site", "old")
    (site / "gone.html").write_text("gone")
    put_in_place(folder_with(tmp_path / "fresh", "new"), site)
    assert [(path.name, path.read_text()) for path in site.iterdir()] == [("index.html", "new")]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_it_needs_no_folder_to_replace(tmp_path):
    put_in_place(folder_with(tmp_path / "fresh", "new"), tmp_path / "public" / "site")
    assert (tmp_path / "public" / "site" / "index.html").read_text() == "new"


def test_an_interrupted_swap_brings_the_old_folder_back(tmp_path):
    site = folder_with(tmp_path / "site", "old")
    site.rename(tmp_path / ".previous-site")
    restore_interrupted_swap(site)
    assert (site / "index.html").read_text() == "old"


def test_a_finished_swap_stays(tmp_path):
    site = folder_with(tmp_path / "site", "new")
    folder_with(tmp_path / ".previous-site", "old")
    restore_interrupted_swap(site)
    assert (site / "index.html").read_text() == "new"
