"""Serves a built folder: ready compressed copies, conditional and partial requests, and the headers of headers.py."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from wsgiref.headers import Headers

from waitress.server import BaseWSGIServer, create_server
from whitenoise import WhiteNoise

from scripts.serving.headers import CONTENT_TYPES, headers_for

StartResponse = Callable[..., object]
THREADS = 8


class Site:
    """The folder as a WSGI application; it notices by itself when a build has put a new folder in its place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._version: tuple[int, int] | None = None
        self._files = WhiteNoise(_not_found)

    def __call__(self, environ: dict, start_response: StartResponse) -> Iterable[bytes]:
        address = _address(environ)

        def start(status: str, headers: list[tuple[str, str]], *rest: object) -> object:
            return start_response(status, _complete(headers, address, environ.get("QUERY_STRING", "")), *rest)

        files = self._current_files()
        if files.files.get(address) is None and "/404.html" in files.files:
            return _missing_page(files, environ, start)
        return files(_without_tiny_range(environ), start)

    def _current_files(self) -> WhiteNoise:
        """The files of the folder as it is now; read again only when it is another folder than before."""
        stat = self.folder.stat()
        with self._lock:
            if self._version != (stat.st_ino, stat.st_mtime_ns):
                self._files = static_files(self.folder)
                self._version = (stat.st_ino, stat.st_mtime_ns)
            return self._files


def static_files(folder: Path) -> WhiteNoise:
    """The files of a folder with their types; what an unchanged file is known by is its content, not its time."""
    return WhiteNoise(
        _not_found,
        root=str(folder),
        max_age=None,
        allow_all_origins=False,
        mimetypes=CONTENT_TYPES,
        index_file=True,
        add_headers_function=_add_etag,
    )


def _add_etag(headers: Headers, path: str, url: str) -> None:
    # Weak, because the compressed copies of a file share it.
    headers["ETag"] = f'W/"{hashlib.sha256(Path(path).read_bytes()).hexdigest()[:20]}"'


def _address(environ: dict) -> str:
    return environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace") or "/"


def _complete(headers: list[tuple[str, str]], address: str, query: str) -> list[tuple[str, str]]:
    """Add the headers of the address; a redirect keeps the query, which may be a share link's inputs."""
    complete = Headers(list(headers))
    for name, value in headers_for(address).items():
        complete[name] = value
    if query and "Location" in complete:
        complete["Location"] = f"{complete['Location']}?{query}"
    return complete.items()


def _without_tiny_range(environ: dict) -> dict:
    """Leave out a range of a single byte, which WhiteNoise refuses: the whole file is a valid answer to it."""
    first, _, last = environ.get("HTTP_RANGE", "").removeprefix("bytes=").partition("-")
    if (first or "1") == last:
        return {name: value for name, value in environ.items() if name != "HTTP_RANGE"}
    return environ


def _missing_page(files: WhiteNoise, environ: dict, start_response: StartResponse) -> Iterable[bytes]:
    """404.html as the answer to an address that does not exist."""
    unconditional = {name: value for name, value in environ.items() if name not in CONDITIONS}

    def start(status: str, headers: list[tuple[str, str]], *rest: object) -> object:
        found = status.startswith("200")
        return start_response("404 Not Found" if found else status, headers, *rest)

    return files.serve(files.files["/404.html"], unconditional, start)


CONDITIONS = ("HTTP_RANGE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


def _not_found(environ: dict, start_response: StartResponse) -> Iterable[bytes]:
    status = HTTPStatus.NOT_FOUND
    start_response(f"{status} {status.phrase}", [("Content-Type", "text/plain; charset=utf-8")])
    return [b"There is no page at this address.\n"]


def open_server(folder: Path, host: str, port: int) -> BaseWSGIServer:
    """A server bound to its address; `run()` serves until the process is stopped, `close()` stops it."""
    return create_server(Site(folder), host=host, port=port, threads=THREADS, ident=None)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free loopback port for as long as the block runs; gives the address without a slash."""
    server = open_server(folder, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        server.trigger.pull_trigger()
        thread.join(timeout=10)
        server.task_dispatcher.shutdown()
