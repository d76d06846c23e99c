"""Serves a folder as the site is served, and counts the bytes that go out."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from scripts.serving.application import Site
from scripts.serving.server import serving_application


@dataclass
class Counted:
    """A WSGI application that adds up the bodies of its responses; `policy` says whether it sends the site's CSP."""

    application: Callable[..., Iterable[bytes]]
    policy: bool
    bytes_sent: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, environ: dict, start_response: Callable[..., object]) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *rest: object) -> object:
            if not status.startswith("304"):
                self._add(int(dict(headers).get("Content-Length", 0)))
            return start_response(status, headers if self.policy else _without_policy(headers), *rest)

        return self.application(environ, start)

    def _add(self, size: int) -> None:
        with self._lock:
            self.bytes_sent += size


def _without_policy(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The headers with everything kept by the browser and nothing forbidden: PyScript needs eval, and warm is warm."""
    dropped = ("Content-Security-Policy", "Cache-Control")
    kept = [(name, value) for name, value in headers if name not in dropped]
    return [*kept, ("Cache-Control", "public, max-age=31536000, immutable")]


@contextmanager
def serving_counted(folder: Path, policy: bool = True) -> Iterator[tuple[str, Counted]]:
    """The address of a server of the folder, and the counter of its bytes."""
    counted = Counted(Site(folder), policy)
    with serving_application(counted) as address:
        yield address, counted
