"""Sets of files that sites share: nobody can tell a file with two names from one that was just written."""

import os
from pathlib import Path

import pytest

from scripts.keeping import sets
from scripts.keeping.sets import INDEX, Sets

FILES = {"a/index.html": b"<p>one</p>", "a/b/index.html": "<p>tø</p>".encode(), "api/a.json": b"{}"}


@pytest.fixture
def made() -> list[str]:
    """What has been made, in order."""
    return []


def put(tmp_path: Path, site: str, made: list[str], words: str = "chapter", stamp: str = "stamp") -> Path:
    """A site with the set that is made from the words."""

    def make() -> dict[str, bytes]:
        made.append(words)
        return FILES

    (tmp_path / site).mkdir(exist_ok=True)
    Sets(tmp_path / "kept", stamp).put(tmp_path / site, (words,), make)
    return tmp_path / site


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_second_site_has_the_files_of_the_first(tmp_path, made):
    """Made once, and the same files: not a copy of any."""
    first, second = (put(tmp_path, site, made) for site in ("first", "second"))
    assert contents(first) == contents(second) == FILES
    assert made == ["chapter"]
    assert all(os.path.samefile(first / path, second / path) for path in FILES)


@pytest.mark.parametrize(("words", "stamp"), [("another", "stamp"), ("chapter", "new")])
def test_other_parts_or_code_are_another_set(tmp_path, made, words, stamp):
    put(tmp_path, "first", made)
    put(tmp_path, "second", made, words, stamp)
    assert made == ["chapter", words]


def write_into_a_site(tmp_path: Path) -> None:
    file = tmp_path / "first" / "a" / "index.html"
    file.write_bytes(b"<p>two</p>")
    os.utime(file, ns=(1, file.stat().st_mtime_ns + 1))  # no clock is so coarse that a person is quicker


def cut_a_file_off(tmp_path: Path) -> None:
    next((tmp_path / "kept").glob("*/1")).write_bytes(b"")


def lose_a_file(tmp_path: Path) -> None:
    next((tmp_path / "kept").glob("*/2")).unlink()


def cut_the_index_off(tmp_path: Path) -> None:
    next((tmp_path / "kept").glob(f"*/{INDEX}")).write_bytes(b"[")


DAMAGES = (write_into_a_site, cut_a_file_off, lose_a_file, cut_the_index_off)


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_not_as_it_was_made_is_made_anew(tmp_path, made, damage):
    """And what somebody wrote into a site stays there, and only there."""
    first = put(tmp_path, "first", made)
    damage(tmp_path)
    before = contents(first)
    assert contents(put(tmp_path, "second", made)) == FILES
    assert made == ["chapter", "chapter"]
    assert contents(first) == before
    assert contents(put(tmp_path, "third", made)) == FILES
    assert made == ["chapter", "chapter"]


def test_a_file_that_is_there_already_gives_way(tmp_path, made):
    """Its other names keep what they have."""
    first = put(tmp_path, "first", made)
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (first / "api" / "a.json").unlink()
    os.link(tmp_path / "elsewhere", first / "api" / "a.json")
    assert contents(put(tmp_path, "first", made)) == FILES
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"


def test_where_no_second_name_can_be_given_files_are_copied(tmp_path, made, monkeypatch):
    """As on another file system."""

    def refuse(kept: str, path: str) -> None:
        raise OSError(f"{kept} and {path} are on different devices")

    monkeypatch.setattr(os, "link", refuse)
    site = put(tmp_path, "first", made)
    assert contents(site) == FILES
    assert {(site / path).stat().st_nlink for path in FILES} == {1}


def test_nothing_is_left_of_a_set_that_could_not_be_made(tmp_path, made):
    with pytest.raises(ZeroDivisionError):
        Sets(tmp_path / "kept", "stamp").put(tmp_path, ("chapter",), lambda: {"a": bytes(1 // 0)})
    assert contents(put(tmp_path, "first", made)) == FILES


def test_those_that_were_of_no_use_for_longest_go_first(tmp_path, made, monkeypatch):
    """Until the rest is small enough; sites keep their files."""
    for at, words in enumerate(("oldest", "older", "newest")):
        put(tmp_path, "first", made, words)
        newest = max((tmp_path / "kept").glob(f"*/{INDEX}"), key=lambda index: index.stat().st_mtime_ns)
        os.utime(newest, ns=(at, at))
    monkeypatch.setattr(sets, "LARGEST_SETS", 2 * sum(map(len, FILES.values())))
    Sets(tmp_path / "kept", "stamp").forget_oldest()
    assert contents(put(tmp_path, "second", made, "older")) == FILES
    assert contents(put(tmp_path, "second", made, "newest")) == FILES
    assert made == ["oldest", "older", "newest"]
    put(tmp_path, "second", made, "oldest")
    assert made[3:] == ["oldest"]
    assert contents(tmp_path / "first") == FILES
