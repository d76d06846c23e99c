"""The server: real requests on a loopback port against a small folder."""

import gzip
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from scripts.building.compression import compress_beside
from scripts.serving.server import serving

PAGE = "<!doctype html><title>Paragraf</title>" + "<p>Oppsigelse skjer skriftlig.</p>" * 40
FILES = {
    "index.html": PAGE,
    "404.html": "<!doctype html><title>Finnes ikke</title>" + "<p>Siden finnes ikke.</p>" * 40,
    "calculators/notice/index.html": PAGE,
    "assets/python/a1b2/pyodide.asm.wasm": "\0asm" * 200,
    "assets/python/a1b2/pyodide.mjs": "export const a = 1;\n" * 40,
    "assets/front/c3d4/worker.mjs": "export const b = 2;\n" * 40,
    "assets/form.mjs": "export const c = 3;\n" * 40,
    "api/v2/status.json": '{"status": {}}',
    "feeds/changes.atom": "<feed/>",
    "feeds/dates.ics": "BEGIN:VCALENDAR",
    "agreements/åpen/index.html": PAGE,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "site"
    write(folder, FILES)
    compress_beside(folder, folder.parent / "cache")
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield address


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def ask(address: str, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """The response and its body; a header's name is written with underscores."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("accepted", "sent", "decode"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("identity", None, bytes),
    ],
)
def test_it_sends_the_smallest_copy_the_reader_accepts(address, accepted, sent, decode):
    response, body = ask(address, "/", Accept_Encoding=accepted)
    assert response.status == 200
    assert response.getheader("Content-Encoding") == sent
    assert response.getheader("Vary") == "Accept-Encoding"
    assert decode(body).decode() == PAGE


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/python/a1b2/pyodide.asm.wasm", "application/wasm"),
        ("/assets/python/a1b2/pyodide.mjs", "text/javascript; charset=utf-8"),
        ("/api/v2/status.json", "application/json"),
        ("/feeds/changes.atom", "application/atom+xml"),
        ("/feeds/dates.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_it_names_the_type_of_a_file(address, path, content_type):
    response, _ = ask(address, path)
    got = response.getheader("Content-Type").replace('"', "")
    assert got == content_type


def test_it_sends_a_head_without_a_body(address):
    response, body = ask(address, "/", method="HEAD")
    assert (response.status, body) == (200, b"")
    assert int(response.getheader("Content-Length")) == len(PAGE.encode())


def test_it_answers_304_to_a_reader_who_has_the_file(address):
    etag = ask(address, "/")[0].getheader("ETag")
    response, body = ask(address, "/", If_None_Match=etag)
    assert (response.status, body) == (304, b"")
    assert response.getheader("Cache-Control") == "no-cache"
    assert response.getheader("Content-Security-Policy")


def test_it_answers_304_for_the_time_of_a_file_too(address):
    modified = ask(address, "/")[0].getheader("Last-Modified")
    assert ask(address, "/", If_Modified_Since=modified)[0].status == 304


@pytest.mark.parametrize(
    ("wanted", "status", "body"),
    [
        ("bytes=0-3", 206, b"\0asm"),
        ("bytes=796-", 206, b"\0asm"),
        ("bytes=-4", 206, b"\0asm"),
        ("bytes=0-0", 200, b"\0asm" * 200),
        ("bytes=-1", 200, b"\0asm" * 200),
        ("lines=1-2", 200, b"\0asm" * 200),
        ("bytes=9999-", 416, b""),
    ],
)
def test_it_sends_the_part_that_was_asked_for(address, wanted, status, body):
    response, got = ask(address, "/assets/python/a1b2/pyodide.asm.wasm", Range=wanted)
    assert (response.status, got) == (status, body)


def test_it_leads_to_the_address_with_a_slash_and_keeps_what_was_typed(address):
    response, _ = ask(address, "/calculators/notice?rule=nettsoft%2Fvps-access&field=1")
    assert response.status in (301, 302, 308)
    assert response.getheader("Location") == "notice/?rule=nettsoft%2Fvps-access&field=1"
    assert ask(address, "/calculators/notice/index.html")[0].getheader("Location") == "./"


def test_it_finds_an_address_with_letters_beyond_ascii(address):
    assert ask(address, "/agreements/%C3%A5pen/")[0].status == 200


def test_it_shows_404_html_where_there_is_nothing(address):
    response, body = ask(address, "/agreements/ukjent/", Accept_Encoding="br", If_None_Match="*", Range="bytes=0-3")
    assert response.status == 404
    assert response.getheader("Content-Encoding") == "br"
    assert brotli.decompress(body).decode() == FILES["404.html"]
    assert response.getheader("Content-Security-Policy")
    assert response.getheader("ETag") is None


@pytest.mark.parametrize("path", ["/../secret", "/%2e%2e/secret", "//etc/passwd", "/index.html/..%2f", "/%00", "/%ff"])
def test_it_gives_nothing_from_outside_the_folder(address, folder, path):
    (folder.parent / "secret").write_text("secret")
    response, body = ask(address, path)
    assert response.status == 404
    assert b"secret" not in body


def test_it_refuses_what_is_no_reading(address):
    response, _ = ask(address, "/", method="POST")
    assert response.status == 405


@pytest.mark.parametrize(
    ("path", "caching"),
    [
        ("/", "no-cache"),
        ("/assets/form.mjs", "no-cache"),
        ("/assets/front/c3d4/worker.mjs", "public, max-age=31536000, immutable"),
        ("/assets/python/a1b2/pyodide.mjs", "public, max-age=31536000, immutable"),
        ("/assets/python/gone/pyodide.mjs", "no-cache"),
    ],
)
def test_it_says_how_long_a_file_may_be_kept(address, path, caching):
    assert ask(address, path)[0].getheader("Cache-Control") == caching


def test_it_serves_the_new_folder_after_a_swap(tmp_path):
    site = tmp_path / "site"
    write(site, {"index.html": "old"})
    with serving(site) as address:
        assert ask(address, "/")[1] == b"old"
        write(tmp_path / "fresh", {"index.html": "new", "more.txt": "more"})
        site.rename(tmp_path / "previous")
        (tmp_path / "fresh").rename(site)
        assert ask(address, "/")[1] == b"new"
        assert ask(address, "/more.txt")[1] == b"more"


def test_it_says_so_while_there_is_no_site(tmp_path):
    with serving(tmp_path / "site") as address:
        response, body = ask(address, "/")
        assert (response.status, body) == (404, b"There is no page at this address.\n")
