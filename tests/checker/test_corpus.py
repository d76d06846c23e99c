"""The real texts: their known defects are found, and a new or lost finding shows."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from scripts.checker.command import all_findings, as_lines
from scripts.checker.finding import Finding
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

HERE = Path(__file__).parent
AGREEMENTS = sorted(path.parent for path in ROOT.glob("docs/agreements/*/*/*.md"))
NAMES = sorted({f"{path.parent.name}/{path.name}" for path in AGREEMENTS})
EXPECTED = yaml.safe_load((HERE / "expected.yml").read_text(encoding="utf-8"))
KNOWN = [(defect, line) for defect, lines in EXPECTED["found"].items() for line in lines]


@pytest.fixture(scope="module")
def found() -> dict[str, list[Finding]]:
    """The findings of every agreement."""
    listed = defaultdict(list)
    for finding in all_findings(ROOT / "docs", TODAY):
        listed[finding.agreement].append(finding)
    return listed


@pytest.mark.parametrize(("defect", "line"), KNOWN)
def test_finds_every_known_defect(found: dict, defect: str, line: str):
    """What a reader found by hand, the checker finds at the same clause."""
    agreement, anchor, fault, *beside = line.split()
    if not {agreement, *beside} <= set(NAMES):
        pytest.skip("the text is not here yet")
    assert (anchor, fault) in {(each.anchor, each.fault) for each in found[agreement]}, defect


@pytest.mark.parametrize("agreement", NAMES)
def test_finds_what_is_kept_and_nothing_else(found: dict, agreement: str):
    """A change of the checker or of a text shows here: write the file anew, and read what changed."""
    kept = HERE / "golden" / f"{agreement}.txt"
    again = f"scripts/check_terms {agreement} --short --today {TODAY} > {kept.relative_to(ROOT)}"
    assert kept.is_file(), again
    assert as_lines(found[agreement]) == kept.read_text(encoding="utf-8").rstrip("\n"), again


def test_tells_findings_of_one_version_apart(found: dict):
    """A name stands for one finding: it may be acknowledged."""
    for agreement, own in found.items():
        names = [(each.version, each.id) for each in own]
        assert len(names) == len(set(names)), agreement


def test_takes_no_wrapped_line_for_a_clause(found: dict):
    """A line that happens to begin with 14.3.2 is part of the sentence before it, so the reference stays dangling."""
    dangling = [each.subject for each in found["smartday/main"] if each.fault == "reference-declared"]
    assert any(re.match(r"punkt 14\.3\.2", subject) for subject in dangling)


def test_gives_a_reason_for_what_it_does_not_find():
    assert all(isinstance(reason, str) and reason for reason in EXPECTED["not_found"].values())
