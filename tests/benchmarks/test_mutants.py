"""Planted faults: where none is planted, the shares noticed by module, and every fault that no test noticed."""

from pathlib import Path

from scripts.benchmarks.mutants import Mutant, cache_lines, report

FOUND = [
    Mutant("calculators/notice.py", 3, "- a\n+ b", True),
    Mutant("calculators/notice.py", 9, "- c\n+ d", False),
    Mutant("calculators/term.py", 1, "- e\n+ f", True),
]


def test_shares_and_the_unnoticed():
    lines = report(FOUND).splitlines()
    assert [line.split() for line in lines[1:4]] == [
        ["calculators/notice.py", "2", "1"],
        ["calculators/term.py", "1", "1"],
        ["all", "3", "2", "67", "%"],
    ]
    assert lines[5:] == ["calculators/notice.py:9", "- c", "+ d"]


def test_nothing_planted_is_nothing_noticed():
    assert report([]).splitlines()[-1].split() == ["all", "0", "0", "0", "%"]


def test_a_line_that_sizes_a_cache_is_told_from_the_others(tmp_path: Path):
    module = tmp_path / "calculators" / "values" / "zones.py"
    module.parent.mkdir(parents=True)
    module.write_text("SIZE = 8\n\n\n@lru_cache(maxsize=8)\ndef day() -> int:\n    return 8\n", encoding="utf-8")
    assert cache_lines(tmp_path) == {("calculators/values/zones.py", 4)}
