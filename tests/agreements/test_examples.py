"""Every rule's worked example is computed and said, in every version that states it."""

from pathlib import Path

import pytest

from scripts.agreements.checked import checked_corpus
from scripts.benchmarks.corpus import write_corpus

EXAMPLE = "example: {notice_date: 2026-02-10}"
REFUSED = "example: {notice_date: 2026-02-30}"


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    """One agreement in three versions."""
    write_corpus(tmp_path, 1, 3)
    return tmp_path / "ours/docs/agreements/supplier-1/agreement-1"


def problems(agreement: Path) -> list[str]:
    return [f"{Path(each.file).name}:{each.line}" for each in checked_corpus(agreement.parents[2]).problems]


def with_example(file: Path, example: str) -> int:
    """The line of the rule whose example a text now has."""
    text = file.read_text("utf-8")
    assert EXAMPLE in text
    file.write_text(text.replace(EXAMPLE, example), encoding="utf-8")
    return text.split("\n").index("  notice:") + 1


def test_it_finds_nothing_wrong_with_examples_that_compute(agreement):
    assert problems(agreement) == []


def test_it_reports_a_refused_example_of_one_version_alone(agreement):
    """The other versions state the same rule with a sound example."""
    file = sorted(agreement.glob("*.md"))[1]
    line = with_example(file, REFUSED)
    assert problems(agreement) == [f"{file.name}:{line}"]


def test_it_reports_a_refused_example_in_every_version_that_has_it(agreement):
    """Each at its own line, though the answer is worked out once."""
    files = sorted(agreement.glob("*.md"))
    lines = [with_example(file, REFUSED) for file in files]
    assert len(set(lines)) > 1
    assert problems(agreement) == [f"{file.name}:{line}" for file, line in zip(files, lines, strict=True)]
