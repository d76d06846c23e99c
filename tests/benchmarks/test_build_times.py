"""The builds of an invented corpus are measured beside stock's, and the corpus is left as it was."""

from datetime import date
from pathlib import Path

from scripts.benchmarks.build_times import CHANGED, OURS, STOCK, build_times
from scripts.setup.start import ROOT


def test_it_measures_ours_beside_stock_with_and_without_what_was_kept(tmp_path: Path):
    """A line for each build, stock's first; the edit that is measured is taken back."""
    said: list[str] = []
    table = build_times(ROOT, tmp_path, 2 * 10, 1, date(2026, 11, 20), said.append)
    assert [line[:24].strip() for line in table.splitlines()[2:]] == [STOCK, OURS, CHANGED]
    assert len(said) == 3
    assert any((tmp_path / "kept").rglob("*"))
    texts = [path.read_text("utf-8") for path in (tmp_path / "ours" / "docs").rglob("*.md")]
    assert texts
    assert not any("Dette er nytt" in text for text in texts)
