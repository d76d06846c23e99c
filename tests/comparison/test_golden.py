"""Two texts and what separates them, side by side in one file: the old, the new, and the exact comparison.

`changes` is always compared; a file without `figures` or `rules` has none that changed, or none at all.
"""

import re
from pathlib import Path

import pytest

from calculators.comparison.comparison import compare
from tests.comparison.two_texts import clause_lines, figure_lines, rule_lines, stated

SECTION = re.compile(r"^=== (\w+) ===\n", re.MULTILINE)


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "golden").glob("*.md")), ids=lambda path: path.stem)
def test_it_compares_two_texts(path: Path):
    """Every clause, figure and rule comes out as the file says."""
    sections = case(path)
    comparison = compare(stated(sections.pop("old"), "2026-01-01"), stated(sections.pop("new"), "2026-07-01"))
    rules = [line for line in rule_lines(comparison) if not line.endswith(" same")]
    made = {"changes": clause_lines(comparison), "figures": figure_lines(comparison), "rules": rules}
    found = {name: "\n".join(lines) for name, lines in made.items()}
    assert {name: text for name, text in found.items() if text} == sections


def case(path: Path) -> dict[str, str]:
    """The sections of a golden file by name."""
    _, *parts = SECTION.split(path.read_text(encoding="utf-8"))
    return {name: text.strip("\n") for name, text in zip(parts[::2], parts[1::2], strict=True) if text.strip()}
