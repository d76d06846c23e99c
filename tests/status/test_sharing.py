"""A long history is made by several processes at once, and comes out as if by one."""

import gc
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from calculators.values.holidays import OutsideTable
from scripts.setup.start import ROOT
from scripts.status import reading
from scripts.status.model import Status
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from scripts.status.sharing import results
from tests.status.sample import NOW


def faulty() -> list[tuple[str, str]]:
    """A part that cannot be made."""
    raise LookupError("a word is missing")


@pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")
def test_the_section_is_the_same_by_one_process_and_by_three(status: Status, library: dict[str, Any]):
    alone = pages_of(status, library, NOW, processes=1)
    assert pages_of(status, library, NOW, processes=3) == alone


@pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")
def test_the_files_are_read_the_same_by_several(
    status: Status, library: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """With the problems of each, in the order of the files."""
    docs = shutil.copytree(ROOT / "docs" / "status", tmp_path / "docs" / "status").parent
    (docs / "status" / "incidents" / "2026-10-09-faulty.md").write_text("---\ntitle: a\n---\n", encoding="utf-8")
    alone = read_status(docs, library)
    monkeypatch.setattr(reading, "LONG", 0)
    monkeypatch.setattr(reading, "AT_A_TIME", 3)
    monkeypatch.setattr(reading, "processors", lambda: 2)
    together = read_status(docs, library)
    assert (together, together.problems, together.sources) == (alone, alone.problems, alone.sources)
    assert together.incidents == status.incidents
    assert len(together.problems) > 1


@pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("processes", [1, 2])
def test_a_day_without_a_calendar_is_told_by_whichever_process_meets_it(
    processes: int, status: Status, library: dict[str, Any]
):
    with pytest.raises(OutsideTable, match="lies outside the holiday table"):
        pages_of(status, library, datetime(2300, 1, 1, tzinfo=UTC), processes=processes)


@pytest.mark.filterwarnings("ignore:.*is multi-threaded:DeprecationWarning")  # pytest's plugins have threads
@pytest.mark.parametrize("processes", [1, 2])
def test_a_part_that_cannot_be_made_is_not_left_out_in_silence(processes: int):
    with pytest.raises(LookupError, match="a word is missing"):
        results([lambda: [("index.html", "")], faulty], processes)


@pytest.mark.parametrize("collects", [True, False])
def test_it_collects_garbage_afterwards_as_it_did_before(collects: bool):
    """A build that does without, to the end, goes on without."""
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        assert results([lambda: 1, lambda: 2], 2) == [1, 2]
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()
