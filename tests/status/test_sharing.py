"""A long history is made by several processes at once, and comes out as if by one."""

from typing import Any

import pytest

from scripts.status.model import Status
from scripts.status.pages import pages_of
from scripts.status.sharing import results
from tests.status.sample import NOW


def faulty() -> list[tuple[str, str]]:
    """A part that cannot be made."""
    raise LookupError("a word is missing")


@pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")
def test_the_section_is_the_same_by_one_process_and_by_three(status: Status, library: dict[str, Any]):
    alone = pages_of(status, library, NOW, processes=1)
    assert pages_of(status, library, NOW, processes=3) == alone


@pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")  # pytest's plugins have threads
@pytest.mark.parametrize("processes", [1, 2])
def test_a_part_that_cannot_be_made_is_not_left_out_in_silence(processes: int):
    with pytest.raises(LookupError, match="a word is missing"):
        results([lambda: [("index.html", "")], faulty], processes)
