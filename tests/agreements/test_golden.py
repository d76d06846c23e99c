"""Markdown and what the reader makes of it, side by side in one file: `golden/clauses` and `golden/versions`.

Below the Markdown stand sections, `=== problems ===` and the like, each with the exact outcome. Problems are always
compared: a file without that section has none.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scripts.agreements.definitions import uses
from scripts.agreements.known import Known
from scripts.agreements.model import Clause, Parameter, Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.rendering import clause_markdown
from scripts.agreements.versions import read_clauses, read_version
from scripts.agreements.wording import Wording

GOLDEN = Path(__file__).parent / "golden"
SECTION = re.compile(r"^=== (.+) ===\n", re.MULTILINE)
SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})


@pytest.mark.parametrize("path", sorted((GOLDEN / "clauses").glob("*.md")), ids=lambda path: path.stem)
def test_it_reads_the_clauses_of_a_text(path: Path) -> None:
    markdown, expected = case(path)
    log = ProblemLog("text.md")
    clauses, parameters = read_clauses(markdown, 1, "example/storage", Wording.of("nb", "NOK"), log, Known())
    assert outcome(expected, log, clauses, parameters, {}) == expected


@pytest.mark.parametrize("path", sorted((GOLDEN / "versions").glob("*.md")), ids=lambda path: path.stem)
def test_it_reads_a_whole_version(path: Path) -> None:
    markdown, expected = case(path)
    log = ProblemLog("text.md")
    version = read_version(markdown, "2027-01-01", "example/storage", SUPPLIER, log)
    assert outcome(expected, log, version.clauses, version.parameters, version.rules, version.definitions) == expected


def case(path: Path) -> tuple[str, dict[str, str]]:
    """The Markdown of a golden file and its sections by name."""
    markdown, *parts = SECTION.split(path.read_text(encoding="utf-8"))
    sections = dict(zip(parts[::2], (text.strip("\n") for text in parts[1::2]), strict=True))
    return markdown, {"problems": "", **sections}


def outcome(
    expected: Mapping[str, str],
    log: ProblemLog,
    clauses: tuple[Clause, ...],
    parameters: Mapping[str, Parameter],
    rules: Mapping[str, object],
    definitions: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """What came out, in the sections that the file expects."""
    by_anchor = {clause.anchor: clause for clause in clauses}
    sections: dict[str, Callable[[str], str]] = {
        "problems": lambda _: "\n".join(map(str, sorted(log.problems, key=lambda problem: problem.line))),
        "clauses": lambda _: "\n".join(map(clause_line, clauses)),
        "parameters": lambda _: "\n".join(
            f"{name} at {found.clause}:{found.line} {as_json(found.figure)}" for name, found in parameters.items()
        ),
        "references": lambda _: "\n".join(
            f"{found.line} {found.target} -> {found.href}" for clause in clauses for found in clause.references
        ),
        "rules": lambda _: "\n".join(f"{name} {as_json(rule)}" for name, rule in rules.items()),
        "uses": lambda _: "\n".join(
            f"{clause.anchor} «{' '.join(use.text.split())}» -> {use.anchor}"
            for clause in clauses
            for use in uses(clause, definitions or {})
        ),
        "body": lambda anchor: by_anchor[anchor].body,
        "markdown": lambda anchor: clause_markdown(by_anchor[anchor]).strip("\n"),
    }
    return {name: sections[name.split()[0]](name.split()[-1]) for name in expected}


def clause_line(clause: Clause) -> str:
    """One clause on one line: lines of the file, level, anchor, parent, ids, number, citation, heading."""
    return (
        f"{clause.line}-{clause.last_line} level {clause.level} {clause.anchor} under {clause.parent} "
        f"ids {','.join(clause.ids)} number {clause.number} printed {clause.printed_number} "
        f"cited {clause.reference} heading {clause.heading}"
    )


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
