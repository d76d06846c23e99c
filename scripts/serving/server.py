"""Serves a built folder on a port, until it is stopped or for as long as a block runs."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from waitress.server import BaseWSGIServer, create_server

from scripts.serving.application import Site

THREADS = 8


def open_server(folder: Path, host: str, port: int) -> BaseWSGIServer:
    """A server bound to its address; `run()` serves until the process is stopped, `close()` stops it."""
    return _open(Site(folder), host, port)


def _open(application: Callable[..., Iterable[bytes]], host: str, port: int) -> BaseWSGIServer:
    return create_server(application, host=host, port=port, threads=THREADS, ident=None)


def serving(folder: Path) -> AbstractContextManager[str]:
    """Serve a folder on a free loopback port for as long as the block runs; gives the address without a slash."""
    return serving_application(Site(folder))


@contextmanager
def serving_application(application: Callable[..., Iterable[bytes]]) -> Iterator[str]:
    """The same for any WSGI application."""
    server = _open(application, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        # Sockets are closed by the thread that waits on them; without sockets its loop ends.
        server.trigger.pull_trigger(lambda: server.asyncore.close_all(server._map, ignore_all=True))
        thread.join()
        server.task_dispatcher.shutdown()
