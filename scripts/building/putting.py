"""Files put into a folder with their compressed copies: into one that is being read meanwhile, each by a rename.

They are compressed quickly, because the next publication makes most of them anew.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import batched
from pathlib import Path

from scripts.building.compression import ENCODERS, SUFFIXES, quick_copies
from scripts.keeping.folders import make_folder
from scripts.status.sharing import processors, results

Put = Callable[[str, bytes | None], None]  # None where there is to be no such file
MANY = 500  # files; fewer are there before other processes have begun


def put_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files in place by their paths in a folder that is being read; a copy that would not be smaller goes."""
    _put_all(folder, contents, _replace)


def fill(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files by their paths into a folder that is new."""
    _put_all(folder, contents, _write)


def _put_all(folder: Path, contents: Mapping[str, bytes], put: Put) -> None:
    if len(contents) < MANY:
        with ThreadPoolExecutor(max_workers=processors()) as workers:
            for _ in workers.map(lambda path: _put(f"{folder}/{path}", contents[path], put), contents):
                pass
        return
    results([partial(_put_some, folder, contents, paths, put) for paths in batched(contents, MANY)], processors())


def _put_some(folder: Path, contents: Mapping[str, bytes], paths: Iterable[str], put: Put) -> None:
    for path in paths:
        _put(f"{folder}/{path}", contents[path], put)


def _put(path: str, content: bytes, put: Put) -> None:
    make_folder(os.path.dirname(path))
    copies = quick_copies(content) if os.path.splitext(path)[1] in SUFFIXES else {}
    put(path, content)
    for suffix in ENCODERS:
        copy = copies.get(suffix, content)
        put(f"{path}{suffix}", copy if len(copy) < len(content) else None)


def _replace(path: str, content: bytes | None) -> None:
    """Nobody reads half a file, and none stays that is not wanted any more."""
    if content is None:
        Path(path).unlink(missing_ok=True)
        return
    folder, _, name = path.rpartition("/")
    unfinished = f"{folder}/.{name}.{os.getpid()}"
    _write(unfinished, content)
    os.replace(unfinished, path)


def _write(path: str, content: bytes | None) -> None:
    if content is not None:
        with open(path, "wb") as file:
            file.write(content)
