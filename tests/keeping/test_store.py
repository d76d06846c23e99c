"""What is kept between builds: a result is taken from the store or made, and nobody can tell which."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.keeping.keep import anew
from scripts.keeping.store import Store


@pytest.fixture
def made() -> list[str]:
    """What has been made, in order."""
    return []


@pytest.fixture
def make(made: list[str]) -> Callable[[], dict[str, list[str]]]:
    def maker() -> dict[str, list[str]]:
        made.append("result")
        return {"clause": ["notice", "term"]}

    return maker


def test_it_makes_a_result_once_for_the_same_parts(tmp_path, make, made):
    """The second answer is equal to the first, in another process too, and nothing was made for it."""
    first = Store(tmp_path, "stamp")(("page", "text"), make)
    assert Store(tmp_path, "stamp")(("page", "text"), make) == first == {"clause": ["notice", "term"]}
    assert made == ["result"]


@pytest.mark.parametrize(
    ("stamp", "parts"),
    [
        ("stamp", ("page", "other")),
        ("stamp", ("pagetext",)),
        ("stamp", ("page", "text", "")),
        ("new", ("page", "text")),
    ],
)
def test_it_makes_another_result_of_other_parts_or_code(tmp_path, make, made, stamp, parts):
    """Words that only look alike when they are joined are other words."""
    Store(tmp_path, "stamp")(("page", "text"), make)
    Store(tmp_path, stamp)(parts, make)
    assert made == ["result", "result"]


DAMAGES = (
    lambda content: content[:-1],
    lambda content: content[:10],
    lambda content: b"",
    lambda content: content[:-5] + bytes([content[-5] ^ 1]) + content[-4:],
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_it_makes_a_damaged_result_anew(tmp_path, make, made, damage):
    """A file that is cut off, empty or has one other byte counts as none, and is whole afterwards."""
    store = Store(tmp_path, "stamp")
    whole = store(("page",), make)
    file = _only_file(tmp_path)
    content = file.read_bytes()
    file.write_bytes(damage(content))
    assert store(("page",), make) == whole
    assert made == ["result", "result"]
    assert _only_file(tmp_path).read_bytes() == content


def test_it_leaves_nothing_of_a_result_that_could_not_be_made(tmp_path, make, made):
    """A maker that raises is asked again next time."""
    store = Store(tmp_path, "stamp")
    with pytest.raises(ZeroDivisionError):
        store(("page",), lambda: 1 // 0)
    store(("page",), make)
    assert made == ["result"]


def test_without_a_store_everything_is_made(make, made):
    """The one that keeps nothing gives the same results."""
    assert anew(("page",), make) == anew(("page",), make)
    assert made == ["result", "result"]


def _only_file(folder: Path) -> Path:
    (file,) = [path for path in folder.rglob("*") if path.is_file()]
    return file
