"""One writer per store: the operating system frees the lock when its holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreInUse(Exception):
    """Another process writes to the store; the message says which."""


@contextmanager
def only_writer(store: Path) -> Iterator[None]:
    """Be the one that writes to the store, or raise StoreInUse at once."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with open(store.with_name(f"{store.name}.lock"), "a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise StoreInUse(
                f"{store}: process {lock.read().strip() or 'of unknown number'} is writing to this store;"
                " expected to be the only one. Is scripts/probe started both by a timer and as a service?"
            ) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield
