"""Sets of files that are kept as they are served: a site gets a second name for each of them, not a copy.

A file that somebody has written to since, in a site or here, has another size or time, and its set is made anew. Where
a file system gives no second names, or the site lies on another one, files are copied.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.keeping.folders import make_folder
from scripts.keeping.store import name_of

INDEX = "index.json"
LARGEST_SETS = 1_000_000_000  # bytes


@dataclass(frozen=True)
class Sets:
    """A folder of sets; `stamp` is the hash of all code, templates, words and packages that they are made with."""

    folder: Path
    stamp: str

    def put(self, site: Path, made_from: tuple[str, ...], make: Callable[[], Mapping[str, bytes]]) -> None:
        """Put the files of a set, by their paths, into a site; they are made where they are not kept."""
        kept = self.folder / name_of(self.stamp, *made_from)
        paths = _paths(kept)
        if paths is None:
            paths = _keep(kept, make())
        os.utime(kept / INDEX)  # says when it was last of use
        for folder in sorted({os.path.dirname(path) for path in paths}):
            make_folder(f"{site}/{folder}")
        for at, path in enumerate(paths):
            _name_again(f"{kept}/{at}", f"{site}/{path}")

    def forget_oldest(self) -> None:
        """Delete the sets that have been of no use for longest, until the rest is small enough."""
        total = 0
        for index in sorted(self.folder.glob(f"*/{INDEX}"), key=lambda path: path.stat().st_mtime, reverse=True):
            total += sum(size for _, (size, _) in json.loads(index.read_bytes()))
            if total > LARGEST_SETS:
                shutil.rmtree(index.parent)


def _paths(kept: Path) -> list[str] | None:
    """The paths of a set's files in a site; None where the set is not there, or a file not as it was made."""
    try:
        entries = json.loads((kept / INDEX).read_bytes())
        found = [os.stat(f"{kept}/{at}") for at in range(len(entries))]
    except (FileNotFoundError, ValueError):
        return None
    if [[status.st_size, status.st_mtime_ns] for status in found] != [state for _, state in entries]:
        return None
    return [path for path, _ in entries]


def _keep(kept: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write a set beside its place and put it there in one step, unless another build has just done so."""
    unfinished = kept.with_name(f".{kept.name}.{os.getpid()}")
    unfinished.mkdir(parents=True)
    states = [_written(f"{unfinished}/{at}", content) for at, content in enumerate(files.values())]
    (unfinished / INDEX).write_text(json.dumps(list(zip(files, states, strict=True))), encoding="utf-8")
    shutil.rmtree(kept, ignore_errors=True)
    try:
        unfinished.rename(kept)
    except OSError:
        shutil.rmtree(unfinished)
    return list(files)


def _written(path: str, content: bytes) -> list[int]:
    """The size in bytes and the time in nanoseconds of a file that has just been written."""
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        status = os.fstat(file.fileno())
    return [status.st_size, status.st_mtime_ns]


def _name_again(kept: str, path: str) -> None:
    try:
        os.link(kept, path)
    except FileExistsError:
        os.unlink(path)
        _name_again(kept, path)
    except OSError:
        shutil.copyfile(kept, path)
