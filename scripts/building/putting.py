"""Files put into a folder with their compressed copies: into one that is being read meanwhile, each by a rename.

They are compressed quickly, because the next publication makes most of them anew.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import batched
from pathlib import Path, PurePosixPath

from scripts.building.compression import SMALLEST, SUFFIXES, quick_copies
from scripts.status.sharing import processors, results

MANY = 500  # files; fewer are there before other processes have begun
Write = Callable[[str, bytes], None]


def put_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files in place by their paths in a folder that is being read; a copy that would not be smaller goes."""
    _put_all(folder, contents, _rename_into)


def fill(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files by their paths into a folder that nobody reads yet."""
    _put_all(folder, contents, _write)


def _put_all(folder: Path, contents: Mapping[str, bytes], write: Write) -> None:
    if len(contents) < MANY:
        with ThreadPoolExecutor(max_workers=processors()) as workers:
            for _ in workers.map(lambda path: _put(f"{folder}/{path}", contents[path], write), contents):
                pass
        return
    results([partial(_put_some, folder, contents, paths, write) for paths in batched(contents, MANY)], processors())


def _put_some(folder: Path, contents: Mapping[str, bytes], paths: Iterable[str], write: Write) -> None:
    for path in paths:
        _put(f"{folder}/{path}", contents[path], write)


def _put(path: str, content: bytes, write: Write) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    copies: dict[str, bytes] = {}
    if PurePosixPath(path).suffix in SUFFIXES and len(content) >= SMALLEST:
        copies = quick_copies(content)
    write(path, content)
    for suffix in (".br", ".gz"):
        if len(copies.get(suffix, content)) < len(content):
            write(f"{path}{suffix}", copies[suffix])
        else:
            Path(f"{path}{suffix}").unlink(missing_ok=True)


def _rename_into(path: str, content: bytes) -> None:
    folder, _, name = path.rpartition("/")
    unfinished = f"{folder}/.{name}.{os.getpid()}"
    _write(unfinished, content)
    os.replace(unfinished, path)


def _write(path: str, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
