"""Many results at once: each is the one that would be made alone, whoever makes it."""

import os
from pathlib import Path

import pytest

from scripts.keeping.keep import Wanted, anew
from scripts.keeping.processes import do_all
from scripts.keeping.store import Store

WORDS = ("notice", "term", "credit", "price", "month")


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same on every machine."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def wanted(folder: Path) -> list[Wanted[str]]:
    """Each word in capitals; making one leaves its maker's number in a file."""

    def make(word: str) -> str:
        (folder / word).write_text(str(os.getpid()))
        return word.upper()

    return [Wanted((word,), lambda word=word: make(word)) for word in WORDS]


@pytest.mark.parametrize("processors", [1, 2, 9])
def test_they_come_in_the_order_they_are_asked_for(tmp_path, monkeypatch, processors):
    """With fewer processors than results and with more."""
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    expected = [word.upper() for word in WORDS]
    assert Store(tmp_path / "kept", "stamp").every(wanted(tmp_path)) == expected
    assert anew.every(wanted(tmp_path)) == expected


def test_other_processes_make_them(tmp_path):
    """None is made by the process that asks."""
    Store(tmp_path / "kept", "stamp").every(wanted(tmp_path))
    assert str(os.getpid()) not in {(tmp_path / word).read_text() for word in WORDS}


def test_only_what_is_missing_is_made(tmp_path):
    """What was kept before is taken, whether it was made alone or with others."""
    store = Store(tmp_path / "kept", "stamp")
    store(("term",), lambda: "kept")
    store.every(wanted(tmp_path)[:3])
    (tmp_path / "notice").unlink()
    assert store.every(wanted(tmp_path)) == ["NOTICE", "kept", "CREDIT", "PRICE", "MONTH"]
    assert not (tmp_path / "notice").exists()
    assert not (tmp_path / "term").exists()


def test_a_maker_that_raises_stops_the_one_who_asks(tmp_path):
    """With its own words, wherever it was at work."""
    with pytest.raises(ValueError, match="no such month"):
        do_all([lambda: None, lambda: int("no such month")])
