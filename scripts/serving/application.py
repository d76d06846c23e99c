"""A built folder as a WSGI application: ready compressed copies, conditional requests, the headers of headers.py."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from pathlib import Path
from wsgiref.headers import Headers

from whitenoise import WhiteNoise

from scripts.serving.headers import CONTENT_TYPES, headers_for

StartResponse = Callable[..., object]
MISSING = "/404.html"
CONDITIONS = ("HTTP_RANGE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


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
            query = environ.get("QUERY_STRING", "")
            return start_response(status, _complete(status, headers, address, query), *rest)

        files = self._current_files()
        if address not in files.files and MISSING in files.files:
            return _missing_page(files, environ, start)
        return files(_without_tiny_range(environ), start)

    def _current_files(self) -> WhiteNoise:
        """The files of the folder as it is now; read again only when it is another folder than before."""
        with self._lock:
            version = _version(self.folder)
            if self._version != version:
                self._files = static_files(self.folder) if version else WhiteNoise(_not_found)
                self._version = version
            return self._files


def _version(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from the one that had its place before; None while there is none."""
    try:
        stat = folder.stat()
    except FileNotFoundError:
        return None
    return stat.st_ino, stat.st_mtime_ns


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


def _complete(status: str, headers: Sequence[tuple[str, str]], address: str, query: str) -> list[tuple[str, str]]:
    """Add the headers of the address; a redirect keeps the query, which may be a share link's inputs."""
    complete = Headers(list(headers))
    for name, value in headers_for(address).items():
        complete[name] = value
    if status.startswith("4"):
        complete["Cache-Control"] = "no-cache"  # what is missing today may be there tomorrow
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
    """The page for an address that does not exist: always whole, and never known by the reader already."""
    unconditional = {name: value for name, value in environ.items() if name not in CONDITIONS}

    def start(status: str, headers: list[tuple[str, str]], *rest: object) -> object:
        if not status.startswith("200"):
            return start_response(status, headers, *rest)
        kept = [header for header in headers if header[0] not in ("ETag", "Last-Modified")]
        return start_response("404 Not Found", kept, *rest)

    return files.serve(files.files[MISSING], unconditional, start)


def _not_found(environ: dict, start_response: StartResponse) -> Iterable[bytes]:
    status = HTTPStatus.NOT_FOUND
    start_response(f"{status} {status.phrase}", [("Content-Type", "text/plain; charset=utf-8")])
    return [b"There is no page at this address.\n"]
