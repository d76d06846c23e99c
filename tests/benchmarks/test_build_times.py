"""The builds of an invented corpus are measured beside stock's, and the corpus is left as it was."""

from datetime import date
from pathlib import Path

from scripts.benchmarks.build_times import CHANGED, OURS, STOCK, build_times
from scripts.setup.start import ROOT


def test_it_measures_ours_beside_stock_with_and_without_what_was_kept(tmp_path: Path):
    """A line for each build, stock's first; the edit that is measured is taken back, and nothing stays behind."""
    kept, edited = [], []

    def look(line: str) -> None:
        kept.append(any(tmp_path.glob("*/*/kept 1/*")))
        texts = [path.read_text("utf-8") for path in tmp_path.glob("*/*/ours/docs/**/*.md")]
        assert texts
        edited.append(any("Dette er nytt" in text for text in texts))

    table = build_times(ROOT, tmp_path, 2 * 10, 1, date(2026, 11, 20), look)
    assert [line[:24].strip() for line in table.splitlines()[2:]] == [STOCK, OURS, CHANGED]
    assert kept == [False, True, True]
    assert edited == [False, False, False]
    assert not any(tmp_path.iterdir())
