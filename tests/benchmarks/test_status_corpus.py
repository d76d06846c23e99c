"""The history that the status page is measured on: as long as was asked for, sound, and the same every time."""

from pathlib import Path

from scripts.benchmarks.status_corpus import write_history


def test_it_is_the_same_every_time(tmp_path: Path):
    """Equal arguments give equal bytes."""
    write_history(tmp_path / "one", 50, 3)
    write_history(tmp_path / "other", 50, 3)
    assert texts(tmp_path / "one") == texts(tmp_path / "other")
    assert len(texts(tmp_path / "one")) == 50 + 1


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.*")}
