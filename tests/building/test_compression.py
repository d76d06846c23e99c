"""Compressed copies: what they hold, and that no content is compressed twice."""

import gzip
import os
from pathlib import Path

import brotli
import pytest

from scripts.building import compression
from scripts.building.compression import ONE_FLIGHT, compress_beside, forget_oldest

TEXT = "Oppsigelse skjer skriftlig. " * 50


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every content that is really compressed during the test."""
    contents: list[bytes] = []

    def noting(encode):
        return lambda content: contents.append(content) or encode(content)

    encoders = {suffix: noting(encode) for suffix, encode in compression.ENCODERS.items()}
    monkeypatch.setattr(compression, "ENCODERS", encoders)
    return contents


def folder_with(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    return folder


def test_the_copies_hold_the_same_content(tmp_path):
    site = folder_with(tmp_path / "site", index_html=TEXT)
    compress_beside(site, tmp_path / "cache")
    assert brotli.decompress((site / "index.html.br").read_bytes()).decode() == TEXT
    assert gzip.decompress((site / "index.html.gz").read_bytes()).decode() == TEXT


def test_files_that_do_not_shrink_get_no_copy(tmp_path):
    site = folder_with(tmp_path / "site", small_html="kort", picture_png=TEXT)
    (site / "noise.wasm").write_bytes(os.urandom(1000))
    compress_beside(site, tmp_path / "cache")
    assert sorted(path.name for path in site.iterdir()) == ["noise.wasm", "picture.png", "small.html"]


def test_no_content_is_compressed_twice(tmp_path, encoded):
    compress_beside(folder_with(tmp_path / "one", a_html=TEXT), tmp_path / "cache")
    assert encoded == [TEXT.encode()] * 2
    compress_beside(folder_with(tmp_path / "two", b_html=TEXT, c_html=TEXT + "ny"), tmp_path / "cache")
    assert encoded == [TEXT.encode()] * 2 + [(TEXT + "ny").encode()] * 2


def test_two_runs_give_the_same_bytes(tmp_path):
    copies = []
    for name in ("one", "two"):
        site = folder_with(tmp_path / name, a_html=TEXT)
        compress_beside(site, tmp_path / f"cache-{name}")
        copies.append([(site / f"a.html{suffix}").read_bytes() for suffix in (".br", ".gz")])
    assert copies[0] == copies[1]


def test_the_cache_forgets_what_was_of_use_longest_ago(tmp_path):
    for age, name in enumerate(("newest", "older", "oldest")):
        (tmp_path / name).write_bytes(b"x" * 100)
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    forget_oldest(tmp_path, limit=200)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["newest", "older"]


def test_what_the_next_build_makes_anew_is_compressed_but_not_kept(tmp_path: Path):
    """A page that says when it was made is never the same again, and would only push out what is."""
    site = folder_with(tmp_path / "site", a_html=TEXT)
    (site / "status").mkdir()
    page = "now" + TEXT * (ONE_FLIGHT // len(TEXT) + 1)
    (site / "status" / "index.html").write_text(page)
    (site / "status" / "incident.html").write_text(page[: ONE_FLIGHT - 1])
    compress_beside(site, tmp_path / "cache", fleeting=["status"])
    assert brotli.decompress((site / "status" / "index.html.br").read_bytes()).decode() == page
    assert gzip.decompress((site / "status" / "index.html.gz").read_bytes()).decode() == page
    assert not list(site.glob("status/incident.html.*"))  # it arrives no later as it is
    assert len([path for path in (tmp_path / "cache").rglob("*") if path.is_file()]) == 2
