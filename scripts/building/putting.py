"""Files put into a folder that is being read meanwhile: each by a rename, with its compressed copies.

They are compressed quickly, because the next publication makes most of them anew.
"""

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import batched
from pathlib import Path

from scripts.building.compression import SMALLEST, SUFFIXES, quick_copies
from scripts.status.sharing import processors, results

MANY = 500  # files; fewer are there before other processes have begun


def put_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files in place by their paths in the folder; a copy that would not be smaller goes."""
    if len(contents) < MANY:
        with ThreadPoolExecutor(max_workers=processors()) as workers:
            for _ in workers.map(lambda path: _put(folder / path, contents[path]), contents):
                pass
        return
    results([partial(_put_some, folder, contents, paths) for paths in batched(contents, MANY)], processors())


def _put_some(folder: Path, contents: Mapping[str, bytes], paths: Iterable[str]) -> None:
    for path in paths:
        _put(folder / path, contents[path])


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    copies: dict[str, bytes] = {}
    if path.suffix in SUFFIXES and len(content) >= SMALLEST:
        copies = quick_copies(content)
    _rename_into(path, content)
    for suffix in (".br", ".gz"):
        neighbour = path.with_name(path.name + suffix)
        if len(copies.get(suffix, content)) < len(content):
            _rename_into(neighbour, copies[suffix])
        else:
            neighbour.unlink(missing_ok=True)


def _rename_into(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)
