"""scripts/lock_versions locks what is new, and never locks a change."""

from pathlib import Path

from scripts.agreements.checked import checked_corpus
from scripts.agreements.lock import lock_file
from scripts.versions.locking import lock_versions
from tests.versions.folder import TEXT, dated, docs_in, write_version


def test_it_locks_only_what_is_not_locked_yet(tmp_path: Path):
    docs = docs_in(tmp_path, _2024_01_01=dated("2024-01-01"))
    assert lock_versions(docs)[1] == ["example/storage/2024-01-01"]
    write_version(docs, "2025-01-01", dated("2025-01-01"))
    assert lock_versions(docs)[1] == ["example/storage/2025-01-01"]
    assert lock_versions(docs)[1] == []
    assert checked_corpus(docs).problems == ()


def test_it_does_not_lock_over_a_changed_text(tmp_path: Path):
    """Not even the new version beside it."""
    docs = docs_in(tmp_path, _2024_01_01=dated("2024-01-01"))
    lock_versions(docs)
    before = lock_file(docs).read_bytes()
    write_version(docs, "2024-01-01", dated("2024-01-01"), text=TEXT.replace("30", "20"))
    write_version(docs, "2025-01-01", dated("2025-01-01"))
    corpus, added = lock_versions(docs)
    assert (len(corpus.problems), added, lock_file(docs).read_bytes()) == (1, [], before)
