"""The corpus that benchmarks are run on: as large as was asked for, sound, and the same every time."""

import re
from itertools import pairwise
from pathlib import Path

from scripts.agreements.corpus import read_corpus
from scripts.benchmarks.corpus import SECTIONS, write_corpus


def test_it_has_so_many_agreements_and_versions_without_a_problem(tmp_path):
    """What is measured is the making of a site, not the reporting of faults in it."""
    write_corpus(tmp_path / "corpus", 12, 3)
    corpus = read_corpus(tmp_path / "corpus" / "ours" / "docs")
    assert corpus.problems == ()
    assert [len(agreement.versions) for agreement in corpus.agreements] == [3] * 12
    assert len(corpus.suppliers) == 2


def test_it_changes_the_share_of_clauses_that_was_asked_for(tmp_path):
    """Six of a hundred clauses from one version to the next, on the whole."""
    write_corpus(tmp_path, 2, 11, 0.06)
    for agreement in read_corpus(tmp_path / "ours" / "docs").agreements:
        texts = [[clause.sha256 for clause in version.clauses] for version in agreement.versions]
        changed = [sum(a != b for a, b in zip(old, new, strict=True)) for old, new in pairwise(texts)]
        assert sum(changed) == round(10 * 0.06 * len(texts[0]))


def test_it_gives_both_sites_the_same_words(tmp_path):
    """The stock site's pages have each clause's heading, anchor and words, and no marks."""
    write_corpus(tmp_path, 1, 2)
    corpus = read_corpus(tmp_path / "ours" / "docs")
    for version in corpus.agreements[0].versions:
        page = (tmp_path / "stock" / "docs" / version.agreement / f"{version.name}.md").read_text("utf-8")
        assert [clause.anchor for clause in version.clauses] == re.findall(r"\{#([\w-]+)\}$", page, re.MULTILINE)
        assert "{notice" not in page
        assert page.count("\n## ") == SECTIONS
        for clause in version.clauses[:-1]:
            assert clause.body in page


def test_it_writes_equal_bytes_for_equal_arguments(tmp_path):
    """Two runs are of one corpus; another seed gives another."""
    written = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_corpus(tmp_path / name, 2, 2, seed=seed)
        written.append(_bytes(tmp_path / name))
    assert written[0] == written[1]
    assert written[0] != written[2]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
