"""Work that falls into parts, done by as many processes as there are processors."""

import gc
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

Part = Callable[[], object]

_parts: Sequence[Part] = ()  # what this process has a share of


def do_all(parts: Sequence[Part]) -> None:
    """Do every part, whose result nobody asks for: what it leaves behind is in files.

    Each process begins as a copy of this one, so it has all that has been read already.
    """
    hands = min(os.cpu_count() or 1, len(parts))
    if hands < 2:
        for part in parts:
            part()
        return
    with ProcessPoolExecutor(hands, get_context("fork"), _begin, (parts,)) as processes:
        for _ in processes.map(_do, range(len(parts))):
            pass


def _begin(parts: Sequence[Part]) -> None:
    global _parts
    _parts = parts
    gc.disable()  # it ends soon, and looking through what was copied would copy it once more


def _do(at: int) -> None:
    _parts[at]()
