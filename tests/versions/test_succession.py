"""The versions of one agreement stand in their order, and what their dates say fits together."""

from datetime import date
from pathlib import Path

import pytest

from scripts.agreements.corpus import read_corpus
from scripts.agreements.model import Agreement
from tests.versions.folder import TEXT, dated, docs_in, write_version

FIRST = dated("2024-01-01")


def agreement(docs: Path) -> Agreement:
    return read_corpus(docs).agreements[0]


def problems(docs: Path) -> list[str]:
    return [str(each).removeprefix("docs/agreements/example/storage/") for each in read_corpus(docs).problems]


def test_it_puts_a_text_of_unknown_date_before_the_one_that_supersedes_it(tmp_path: Path):
    """Recorded last, but known to be the older one."""
    docs = docs_in(tmp_path, _2026_11_20="recorded_on: 2026-11-20")
    write_version(docs, "2023-04-01", "recorded_on: 2026-11-20\neffective_date: 2023-04-01\nsupersedes: 2026-11-20")
    made = agreement(docs)
    assert [each.name for each in made.versions] == ["2026-11-20", "2023-04-01"]
    days = {date(2023, 3, 31): "2026-11-20", date(2023, 4, 1): "2023-04-01", date(2027, 1, 1): "2023-04-01"}
    assert {day: made.version_in_force(day).name for day in days} == days
    assert problems(docs) == []


def test_it_counts_a_later_text_of_unknown_date_from_the_day_it_was_recorded(tmp_path: Path):
    docs = docs_in(tmp_path, _2024_01_01=FIRST, _2026_11_20="recorded_on: 2026-11-20")
    assert agreement(docs).version_in_force(date(2026, 11, 19)).name == "2024-01-01"
    assert agreement(docs).version_in_force(date(2026, 11, 20)).name == "2026-11-20"


def test_it_forgets_what_was_announced_later(tmp_path: Path):
    """The agreement of an earlier day has only the versions that customers had been told of."""
    later = dated("2027-01-01", announced="2026-06-01")
    made = agreement(docs_in(tmp_path, _2024_01_01=FIRST, _2027_01_01=later))
    assert [each.name for each in made.known_on(date(2026, 5, 31)).versions] == ["2024-01-01"]
    assert made.known_on(date(2026, 6, 1)) == made


def test_it_always_knows_the_first_version(tmp_path: Path):
    docs = docs_in(tmp_path, _2027_01_01=dated("2027-01-01", announced="2026-06-01"))
    assert len(agreement(docs).known_on(date(2020, 1, 1)).versions) == 1


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("recorded_on: 2025-01-01\nsupersedes: 2024-02-02",
         '2025-01-01.md:5: supersedes "2024-02-02", which is not there; expected 2024-01-01.'),
        ("recorded_on: 2025-01-01\nsupersedes: 2025-01-01",
         '2025-01-01.md:5: supersedes "2025-01-01", which is not there; expected 2024-01-01.'),
        (dated("2025-01-01", more="announced_on: 2025-02-01"),
         "2025-01-01.md:6: announced on 2025-02-01, after it begins on 2025-01-01; "
         "expected the day customers were told of it, before it applied."),
        (dated("2025-01-01", more="applies_to: {new_customers: 2025-02-01, existing_customers: 2025-03-01}"),
         "2025-01-01.md:6: applies to customers from 2025-02-01 at the earliest; "
         "expected its effective date, 2025-01-01."),
        ("recorded_on: 2025-01-01\napplies_to: {new_customers: 2025-02-01, existing_customers: 2025-03-01}",
         "2025-01-01.md:5: applies to customers from 2025-02-01 at the earliest; "
         "expected its effective date, which is not stated."),
    ],
)  # fmt: skip
def test_it_names_what_does_not_fit(tmp_path: Path, second: str, message: str):
    assert problems(docs_in(tmp_path, _2024_01_01=FIRST, _2025_01_01=second)) == [message]


def test_it_names_a_version_that_follows_neither_nothing_nor_the_one_before(tmp_path: Path):
    docs = docs_in(tmp_path, _2024_01_01=dated("2024-01-01", more="supersedes: 2023-01-01\nkind: editorial"))
    write_version(docs, "2025-01-01", dated("2025-01-01"))
    write_version(docs, "2026-01-01", dated("2026-01-01", more="supersedes: 2024-01-01"))
    assert problems(docs) == [
        '2024-01-01.md:6: supersedes "2023-01-01", which is not there; expected no such line in the first version.',
        "2024-01-01.md:7: the first version is editorial; expected an earlier version whose wording it corrects.",
        '2026-01-01.md:6: supersedes "2024-01-01", which is not the version before it; expected 2025-01-01.',
    ]


def test_it_lets_no_version_bind_a_customer_before_the_one_it_follows(tmp_path: Path):
    split = "applies_to: {new_customers: 2025-01-01, existing_customers: 2025-04-01}"
    docs = docs_in(tmp_path, _2025_01_01=dated("2025-01-01", more=split), _2025_03_01=dated("2025-03-01"))
    assert problems(docs) == [
        "2025-03-01.md:5: binds existing customers from 2025-03-01, and 2025-01-01 from 2025-04-01; "
        "expected that day or a later one, in applies_to."
    ]


def test_it_finds_two_versions_of_one_day(tmp_path: Path):
    docs = docs_in(tmp_path, _2025_01_01=dated("2025-01-01"), _2025_01_02="recorded_on: 2025-01-01")
    found = "begins on 2025-01-01, and 2025-01-01 on 2025-01-01; expected a later day."
    assert any(found in each for each in problems(docs)), problems(docs)


def test_it_lets_no_editorial_version_change_a_figure(tmp_path: Path):
    """Not its value, and not that it is there."""
    docs = docs_in(tmp_path, _2024_01_01=FIRST)
    text = TEXT.replace("30 dager", "60 dager")
    write_version(docs, "2025-01-01", dated("2025-01-01", more="kind: editorial"), text=text)
    assert problems(docs) == [
        '2025-01-01.md:6: an editorial version changes figure "change.notice" from «30 dager» to «60 dager»; '
        "expected kind: substantive, or the same figures."
    ]
    write_version(docs, "2025-01-01", dated("2025-01-01", more="kind: editorial"), text=text.replace("60", "tretti"))
    assert problems(docs) == []
