"""A change is announced as long ahead as the agreement's own clause on changes promises."""

from pathlib import Path

import pytest

from scripts.agreements.checked import checked_corpus
from tests.versions.folder import RULES, dated, docs_in, write_version

FIRST = dated("2024-01-01")
SPLIT = "applies_to: {new_customers: 2025-03-01, existing_customers: 2025-03-09}"


def problems(docs: Path) -> list[str]:
    return [str(each).removeprefix("docs/agreements/example/storage/") for each in checked_corpus(docs).problems]


@pytest.mark.parametrize(
    "second",
    [
        dated("2025-03-01", announced="2025-01-30"),
        dated("2025-03-01"),
        dated("2025-03-01", announced="2025-02-28", more="kind: editorial"),
        dated("2025-03-01", announced="2025-02-07", more=SPLIT),
    ],
    ids=["on the last day", "announced on an unknown day", "wording only", "new customers sooner"],
)
def test_it_finds_nothing_where_the_notice_is_kept(tmp_path: Path, second: str):
    assert problems(docs_in(tmp_path, _2024_01_01=FIRST, _2025_03_01=second)) == []


def test_it_names_a_version_announced_a_day_too_late(tmp_path: Path):
    """Counted from the figure of the version in force, with what would bind existing customers instead."""
    docs = docs_in(tmp_path, _2024_01_01=FIRST, _2025_03_01=dated("2025-03-01", announced="2025-01-31"))
    assert problems(docs) == [
        "2025-03-01.md:6: announced on 2025-01-31 and binding from 2025-03-01, while clause 1 of 2024-01-01 promises "
        "«30 dager» notice; expected 2025-03-02 or later for existing customers. "
        "Customers who have the agreement are bound from 2025-03-02: say so in applies_to."
    ]


def test_it_counts_back_where_the_clause_does(tmp_path: Path):
    """A rule that counts before the change gives the last day to announce it."""
    docs = docs_in(tmp_path)
    before = RULES.replace("    example", "    settings: {direction: before}\n    example")
    write_version(docs, "2024-01-01", FIRST, rules=before)
    write_version(docs, "2025-03-01", dated("2025-03-01", announced="2025-01-31"), rules=before)
    assert [each.split("; expected ")[1] for each in problems(docs)] == ["an announcement by 2025-01-30."]


def test_it_wants_a_rule_that_counts_days(tmp_path: Path):
    docs = docs_in(tmp_path)
    write_version(docs, "2024-01-01", FIRST, rules=RULES.replace("change_notice: change", "change_notice: chagne"))
    assert problems(docs) == [
        '2024-01-01.md:6: "change_notice" names "chagne", which is no rule of kind deadline here; expected one of '
        'change. Did you mean "change"?'
    ]
