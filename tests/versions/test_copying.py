"""The next version starts as a copy of the newest one, and is sound before anybody has edited it."""

from datetime import date
from pathlib import Path

import pytest

from scripts.agreements.checked import checked_corpus
from scripts.agreements.corpus import read_corpus
from scripts.versions.copying import Refused, agreement_named, next_version
from tests.versions.folder import dated, docs_in

SPLIT = """\
applies_to:
  new_customers: 2026-01-01
  existing_customers: 2026-04-01
kind: substantive"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return docs_in(tmp_path, _2026_01_01=dated("2026-01-01", announced="2025-11-01", more=SPLIT))


def test_it_copies_the_newest_version_with_dates_of_its_own(docs: Path):
    """What customers are told anew is told anew; rules and clauses stay as they were written."""
    newest = (docs / "agreements/example/storage/2026-01-01.md").read_text("utf-8")
    made = next_version(newest, "2026-01-01", date(2027, 3, 1), date(2026, 11, 20), "substantive")
    head, rest = made.split("change_notice:")
    assert head == (
        "---\ntitle: Lagring\nsummary: Vilkår.\nrecorded_on: 2026-11-20\neffective_date: 2027-03-01\n"
        "announced_on: 2026-11-20\nsupersedes: 2026-01-01\nkind: substantive\n"
    )
    assert rest == newest.split("change_notice:")[1]


@pytest.mark.parametrize("kind", ["substantive", "editorial"])
def test_it_makes_a_version_without_problems(docs: Path, kind: str):
    newest = (docs / "agreements/example/storage/2026-01-01.md").read_text("utf-8")
    made = next_version(newest, "2026-01-01", date(2027, 3, 1), date(2026, 11, 20), kind)
    (docs / "agreements/example/storage/2027-03-01.md").write_text(made, encoding="utf-8")
    assert checked_corpus(docs).problems == ()


@pytest.mark.parametrize(
    ("name", "day", "reason"),
    [
        ("example/storge", date(2027, 1, 1), 'no agreement "example/storge"; .* Did you mean "example/storage"?'),
        ("../../etc", date(2027, 1, 1), 'no agreement "../../etc"; .* There are example/storage.'),
        ("example/storage", date(2026, 1, 1), "begins on 2026-01-01; expected a later date than 2026-01-01"),
    ],
)
def test_it_refuses_what_cannot_follow(docs: Path, name: str, day: date, reason: str):
    with pytest.raises(Refused, match=reason):
        agreement_named(read_corpus(docs), name, day)
