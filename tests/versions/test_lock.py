"""A published version stays as it is: its text is locked, and a change to it stops the build by name."""

import json
from pathlib import Path

import pytest

from scripts.agreements.checked import checked_corpus
from scripts.agreements.corpus import read_corpus
from scripts.agreements.lock import hashes, lock_file, lock_text, read_lock
from scripts.setup.start import ROOT
from tests.versions.folder import RULES, TEXT, dated, docs_in, write_version

FIRST = dated("2024-01-01")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = docs_in(tmp_path, _2024_01_01=FIRST)
    lock_file(docs).write_text(lock_text(hashes(read_corpus(docs).agreements)), encoding="utf-8")
    return docs


def problems(docs: Path) -> list[str]:
    return [str(each).removeprefix("docs/agreements/") for each in checked_corpus(docs).problems]


@pytest.mark.parametrize(
    "changed",
    [
        {"lines": FIRST, "text": TEXT.replace("Nye", "Alle nye")},
        {"lines": FIRST, "text": TEXT.replace("30 dager", "31 dager")},
        {"lines": FIRST, "text": TEXT.replace("{change.notice}", '{change.notice value="30 days"}')},
        {"lines": FIRST, "text": TEXT.replace("#change", "#changes")},
        {"lines": FIRST, "text": f"{TEXT}\n## 2. Mer {{#more}}\n"},
        {"lines": FIRST.replace("recorded_on: 2024-01-01", "recorded_on: 2024-01-02")},
        {"lines": f"{FIRST}\nannounced_on: 2023-11-01"},
        {"lines": f"{FIRST}\nkind: substantive"},
        {"lines": f"{FIRST}\napplies_to: {{new_customers: 2024-01-01, existing_customers: 2024-02-01}}"},
    ],
    ids=["words", "figure", "mark", "anchor", "clause", "recorded", "announced", "kind", "customers"],
)
def test_it_names_a_published_version_that_has_changed(docs: Path, changed: dict[str, str]):
    """And says how to correct it instead."""
    write_version(docs, "2024-01-01", **changed)
    assert problems(docs) == [
        "example/storage/2024-01-01.md:1: the text of this published version has changed; expected it as it was; "
        "`git diff` shows what is different, and `git restore` brings the text back. Correct forward instead: "
        "`scripts/new_version` makes the next version, with `kind: editorial` where only the wording is mended."
    ]


@pytest.mark.parametrize(
    "mended",
    [
        {"rules": RULES.replace("nb: a", "nb: Når gjelder endringen?")},
        {"rules": f"part_of: [Rammeavtalen]\n{RULES}"},
        {"text": TEXT.replace("\n\n", "\n\n\n")},
    ],
    ids=["title of a rule", "what it is part of", "empty lines"],
)
def test_it_lets_reading_aids_be_mended(docs: Path, mended: dict[str, str]):
    write_version(docs, "2024-01-01", FIRST, **mended)
    assert problems(docs) == []


def test_it_misses_a_published_version_that_is_gone(docs: Path):
    write_version(docs, "2025-01-01", dated("2025-01-01"))
    (docs / "agreements/example/storage/2024-01-01.md").unlink()
    assert [each.split("; expected ")[0] for each in problems(docs)] == [
        "lock.json:1: the published version example/storage/2024-01-01 is gone"
    ]


def test_it_lets_a_version_that_is_not_locked_yet_be_written(docs: Path):
    write_version(docs, "2025-01-01", dated("2025-01-01"))
    assert problems(docs) == []


@pytest.mark.parametrize("damaged", ["{", "[]", '{"example/storage/2024-01-01": null}'])
def test_it_refuses_a_damaged_lock(docs: Path, damaged: str):
    lock_file(docs).write_text(damaged, encoding="utf-8")
    assert [each.split(":")[0] for each in problems(docs)] == ["lock.json"]


def test_it_locks_every_version_of_the_site():
    """What is published is locked; after adding a version: scripts/lock_versions."""
    docs = ROOT / "docs"
    versions = {path.relative_to(docs / "agreements").with_suffix("").as_posix()
                for path in (docs / "agreements").glob("*/*/*.md")}  # fmt: skip
    assert sorted(versions - set(read_lock(docs))) == []
    assert json.loads(lock_file(docs).read_text("utf-8")) == read_lock(docs)
