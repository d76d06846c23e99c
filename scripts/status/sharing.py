"""Work that many pages make, dealt out to as many processes as there are processors."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

Part = Callable[[], Iterable[tuple[str, str]]]
CAN_FORK = sys.platform == "linux"  # a process of which another starts with all that this one knows
_taken: Sequence[Part] = ()


def all_files(parts: Sequence[Part], processes: int) -> list[tuple[str, str]]:
    """What all parts make, in their order: path and text of files, whoever made them."""
    if processes < 2 or not CAN_FORK:
        return [file for part in parts for file in part()]
    context = get_context("fork")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_take, initargs=(parts,)) as workers:
        return [file for files in workers.map(_made, range(len(parts))) for file in files]


def processors() -> int:
    return os.cpu_count() or 1


def _take(parts: Sequence[Part]) -> None:
    global _taken
    _taken = parts


def _made(number: int) -> list[tuple[str, str]]:
    return list(_taken[number]())
