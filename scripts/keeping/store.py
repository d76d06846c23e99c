"""Results as files: pickled below the hash of what they were made from, each behind the hash of its own bytes."""

import hashlib
import os
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scripts.building.compression import forget_oldest
from scripts.keeping.keep import Wanted
from scripts.keeping.processes import Part, do_all

LARGEST_STORE = 1_000_000_000
HASH_LENGTH = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Store:
    """A folder of results; `stamp` is the hash of all code, templates, words and packages that they are made with."""

    folder: Path
    stamp: str

    def __call__[Made](self, made_from: tuple[str, ...], make: Callable[[], Made]) -> Made:
        """The result that was kept for these parts; else it is made now, and kept."""
        return _taken_or_made(self._file(made_from), make)

    def every[Made](self, wanted: Sequence[Wanted[Made]]) -> list[Made]:
        """The results in order; those that were not kept are made side by side."""
        asked = self._asked(wanted)
        missing = [each for each in asked if not each.args[0].exists()]
        if len(missing) > 1:
            do_all(missing)
        return [each() for each in asked]

    def missing(self, wanted: Sequence[Wanted[Any]]) -> list[Part]:
        """What has to be done for all of them to be kept."""
        return [each for each in self._asked(wanted) if not each.args[0].exists()]

    def _asked(self, wanted: Sequence[Wanted[Any]]) -> list[partial]:
        return [partial(_taken_or_made, self._file(each.made_from), each.make) for each in wanted]

    def kept(self, made_from: tuple[str, ...]) -> memoryview | None:
        """The bytes that were put here for these parts; None where there are none, or not all of them."""
        return _whole(self._file(made_from))

    def put(self, made_from: tuple[str, ...], content: bytes) -> None:
        """Keep the bytes for these parts."""
        _write(self._file(made_from), content)

    def _file(self, made_from: tuple[str, ...]) -> Path:
        name = name_of(self.stamp, *made_from)
        return self.folder / name[:2] / name

    def forget_oldest(self) -> None:
        """Delete what has been of no use for longest, until the rest is small enough."""
        forget_oldest(self.folder, LARGEST_STORE)


def name_of(*words: str) -> str:
    """The hash of the words, each behind its length, so that it matters where one ends."""
    digest = hashlib.sha256()
    for word in words:
        content = word.encode()
        digest.update(b"%d " % len(content) + content)
    return digest.hexdigest()


def _taken_or_made[Made](file: Path, make: Callable[[], Made]) -> Made:
    kept = _whole(file)
    if kept is not None:
        return pickle.loads(kept)
    made = make()
    _write(file, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


def _whole(file: Path) -> memoryview | None:
    """The bytes of a result; None where there is no such file, or not all of it."""
    try:
        content = memoryview(file.read_bytes())
    except FileNotFoundError:
        return None
    result = content[HASH_LENGTH:]
    if hashlib.sha256(result).digest() != content[:HASH_LENGTH]:
        return None
    os.utime(file)  # says when it was last of use
    return result


def _write(file: Path, result: bytes) -> None:
    """In one step, so that nobody reads half a file and two builds at once do not meet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with unfinished.open("wb") as written:
        written.write(hashlib.sha256(result).digest())
        written.write(result)
    unfinished.replace(file)
