"""Turns the records of a built site into what a search in it reads: Pagefind's files and our vocabulary.

The result is kept by the hash of the records and of what reads them, so nothing unchanged is indexed twice.
"""

import hashlib
import os
import shutil
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from scripts.search.compounds import endings_of
from scripts.search.pagefind import run_pagefind
from scripts.search.records import IN_FORCE, RECORDS, Record, read_records
from scripts.search.stubs import stub, stub_name
from scripts.search.vocabulary import known_words, vocabulary_json

KEPT_RESULTS = 4
SOURCES = (path for path in sorted(Path(__file__).parent.iterdir()) if path.suffix in (".py", ".yml"))
# What was made by another program or from other code is of no use.
RECIPE = version("pagefind-bin") + "".join(path.read_text("utf-8") for path in SOURCES)


def index(site: Path, cache: Path) -> None:
    """Put the files of the search in the place of the site's records, if it has any."""
    file = site / RECORDS
    if not file.exists():
        return
    text = file.read_text("utf-8")
    kept = cache / hashlib.sha256(f"{RECIPE}{text}".encode()).hexdigest()[:32]
    if not kept.exists():
        _make(read_records(text), kept)
    os.utime(kept)
    _forget_oldest(cache)
    file.unlink()
    shutil.copytree(kept, file.parent, dirs_exist_ok=True)


def _make(records: Sequence[Record], kept: Path) -> None:
    """Index the clauses in force and, apart from them, all other wordings: only who asks for those loads them."""
    unfinished = kept.with_name(f"{kept.name}.{os.getpid()}")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    known = known_words(records)
    groups = {"in-force": [each for each in records if each.standing == IN_FORCE]}
    groups["others"] = [each for each in records if each.standing != IN_FORCE]
    groups = {name: group for name, group in groups.items() if group}
    for name, group in groups.items():
        _index(group, known, unfinished / name)
    (unfinished / "vocabulary.json").write_text(vocabulary_json(known, groups), "utf-8")
    unfinished.rename(kept)


def _index(records: Sequence[Record], known: Sequence[str], output: Path) -> None:
    stubs = output.with_name(f"{output.name}-stubs")
    for record, endings in zip(records, endings_of(records, known), strict=True):
        path = stubs / stub_name(record)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(stub(record, endings), "utf-8")
    run_pagefind(stubs, output)
    shutil.rmtree(stubs)


def _forget_oldest(cache: Path) -> None:
    results = sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in results[KEPT_RESULTS:]:
        shutil.rmtree(path, ignore_errors=True)
