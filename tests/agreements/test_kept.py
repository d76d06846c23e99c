"""Texts that were read for the build before are not read again, and the corpus is the same."""

from pathlib import Path

import pytest

from scripts.agreements.checked import checked_corpus
from scripts.benchmarks.corpus import write_corpus
from scripts.keeping.store import Store
from scripts.testing.watched import Watched


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Two agreements in three versions each."""
    write_corpus(tmp_path, 2, 3)
    return tmp_path / "ours" / "docs"


def test_it_reads_the_texts_of_an_edited_agreement_alone(docs, tmp_path):
    """Its drafts and its examples are made; the rest is as it was, down to the lines."""
    checked_corpus(docs, Store(tmp_path / "kept", "stamp"))
    text = docs / "agreements/supplier-1/agreement-2/2024-01-01.md"
    text.write_text(f"{text.read_text('utf-8')}\nEn ny setning.\n", encoding="utf-8")
    keep = Watched(tmp_path / "kept")
    assert checked_corpus(docs, keep) == checked_corpus(docs)
    assert keep.made == [("drafts", "supplier-1/agreement-2"), ("examples", "supplier-1/agreement-2")]


def test_it_reports_the_faults_of_a_kept_text_again(docs, tmp_path):
    """A fault in a text is a fault in every build, kept or not, and is said once in each."""
    text = docs / "agreements/supplier-1/agreement-1/2023-01-01.md"
    text.write_text(text.read_text("utf-8").replace("{notice.period}", "{notice.periodd}"), encoding="utf-8")
    anew = checked_corpus(docs).problems
    assert anew
    assert [checked_corpus(docs, Store(tmp_path / "kept", "stamp")).problems for _ in range(3)] == [anew] * 3


@pytest.mark.parametrize("change", ["rename", "remove"])
def test_it_sees_a_text_that_has_moved_or_gone(docs, tmp_path, change):
    """What a text says of its place is part of it: its name, its file, its agreement."""
    keep = Store(tmp_path / "kept", "stamp")
    checked_corpus(docs, keep)
    folder = docs / "agreements/supplier-1/agreement-2"
    if change == "rename":
        folder.rename(folder.with_name("agreement-9"))
    else:
        (folder / "2025-01-01.md").unlink()
    kept, anew = checked_corpus(docs, keep), checked_corpus(docs)
    assert kept == anew
    assert [each.id for each in kept.agreements][-1].endswith("-9" if change == "rename" else "-2")


def test_it_sees_that_a_supplier_writes_otherwise(docs, tmp_path):
    """The supplier's language and currency decide what a figure says."""
    keep = Store(tmp_path / "kept", "stamp")
    checked_corpus(docs, keep)
    file = docs / "agreements/supplier-1/supplier.yml"
    file.write_text(file.read_text("utf-8").replace("language: nb", "language: sv"), encoding="utf-8")
    assert checked_corpus(docs, keep) == checked_corpus(docs)
