"""Work in many parts, dealt out to as many processes as there are processors."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

CAN_FORK = sys.platform == "linux"  # a process of which another starts with all that this one knows
_taken: Sequence[Callable[[], Any]] = ()


def results[Made](parts: Sequence[Callable[[], Made]], processes: int) -> list[Made]:
    """What every part makes, in their order, whichever process made it."""
    if processes < 2 or not CAN_FORK:
        return [part() for part in parts]
    context, collects = get_context("fork"), gc.isenabled()
    gc.freeze()  # what is here stays: no worker need look through it for what can go
    gc.disable()  # and all that they hand over stays as well
    try:
        with ProcessPoolExecutor(processes, mp_context=context, initializer=_take, initargs=(parts,)) as workers:
            return list(workers.map(_made, range(len(parts))))
    finally:
        gc.unfreeze()
        if collects:
            gc.enable()


def processors() -> int:
    return os.cpu_count() or 1


def _take(parts: Sequence[Callable[[], Any]]) -> None:
    global _taken
    _taken = parts


def _made(number: int) -> Any:
    return _taken[number]()
