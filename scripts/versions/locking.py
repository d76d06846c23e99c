"""Which versions a lock still lacks."""

from pathlib import Path

from scripts.agreements.checked import checked_corpus
from scripts.agreements.corpus import Corpus
from scripts.agreements.lock import hashes, lock_file, lock_text, read_lock


def lock_versions(docs: Path) -> tuple[Corpus, list[str]]:
    """Lock what is not locked yet; the agreements, and the names of what was locked. Problems lock nothing."""
    corpus = checked_corpus(docs)
    if corpus.problems:
        return corpus, []
    locked, now = read_lock(docs), hashes(corpus.agreements)
    added = [name for name in now if name not in locked]
    if added:
        lock_file(docs).write_text(lock_text({**now, **locked}), encoding="utf-8")
    return corpus, added
