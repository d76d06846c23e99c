"""How a file of docs/status is written: one writer at a time, and readers see the old text or the new, never a part."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.setup.steps import only_one

LOCK = ".lock"  # beside what it guards; readers of the folder pass over names that start with a dot


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Be the only one who reads and writes in the folder; another waits, and sees what this one wrote."""
    with only_one(folder / LOCK, "operator's command"):
        yield


def put_text(path: Path, text: str) -> None:
    """Put the text in the file's place, whole; until the last moment, and whatever fails, the old file stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(unfinished, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(unfinished, path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    _remember(path.parent)


def _remember(folder: Path) -> None:
    """Have the folder itself written to the disk, so that the new name outlives a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
