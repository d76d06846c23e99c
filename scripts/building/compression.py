"""Writes brotli and gzip copies beside the files of a site, for a server that hands out ready bytes.

Compressing the WebAssembly at the highest quality takes longer than the rest of a build, so every result is kept by the
hash of its content and no content is compressed twice. What every build makes anew is compressed quickly instead, and
not kept.
"""

import gzip
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import get_ident
from time import monotonic

import brotli

SUFFIXES = {
    *(".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".atom", ".rss", ".ics", ".txt", ".csv", ".md", ".map"),
    *(".wasm", ".zip", ".whl", ".tar", ".ico", ".webmanifest"),
}
RECIPE = Path(__file__).read_bytes() + brotli.__version__.encode()  # what is kept is of no use to another recipe
SMALLEST = 256
ONE_FLIGHT = 12_000  # bytes, about ten packets: what a server sends before it hears back arrives no sooner when smaller
QUICK = 6  # brotli's quality
LARGEST_CACHE = 500_000_000
SECONDS_BETWEEN_LINES = 5


def brotli_copy(content: bytes) -> bytes:
    return brotli.compress(content, quality=11, lgwin=24)


def gzip_copy(content: bytes) -> bytes:
    """The same bytes from every Python: no time, and no word about the system in the tenth byte of the header."""
    copy = gzip.compress(content, compresslevel=9, mtime=0)
    return copy[:9] + b"\xff" + copy[10:]


ENCODERS: dict[str, Callable[[bytes], bytes]] = {".br": brotli_copy, ".gz": gzip_copy}


def quick_copies(content: bytes) -> dict[str, bytes]:
    """The copies by suffix, each nearly as small as it can be and made in a fiftieth of the time; none that is smaller
    than its content in vain.
    """
    if len(content) < ONE_FLIGHT:
        return {}
    return {".br": brotli.compress(content, quality=QUICK), ".gz": gzip_copy(content)}


def compress_beside(
    folder: Path, cache: Path, say: Callable[[str], None] = print, fleeting: Iterable[str] = ()
) -> None:
    """Give every file worth compressing a .br and a .gz neighbour; a copy that would not be smaller is left out.

    `fleeting` are folders in it whose files the next build makes anew.
    """
    begun = monotonic()
    passing = tuple(folder / name for name in fleeting)
    files = sorted(filter(is_worth_compressing, folder.rglob("*")), key=lambda path: -path.stat().st_size)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        unfinished = {workers.submit(_write_neighbours, path, cache, passing) for path in files}
        while unfinished:
            finished, unfinished = wait(unfinished, timeout=SECONDS_BETWEEN_LINES)
            for task in finished:
                task.result()
            if unfinished:
                done = len(files) - len(unfinished)
                say(f"Compressing: {done} of {len(files)} files, {monotonic() - begun:.0f} s")
    forget_oldest(cache, LARGEST_CACHE)


def is_worth_compressing(path: Path) -> bool:
    """Whether a file is of a kind that shrinks and large enough to gain from it."""
    return path.suffix in SUFFIXES and path.is_file() and path.stat().st_size >= SMALLEST


def _write_neighbours(path: Path, cache: Path, passing: tuple[Path, ...]) -> None:
    content = path.read_bytes()
    if any(path.is_relative_to(folder) for folder in passing):
        for suffix, copy in quick_copies(content).items():
            if len(copy) < len(content):
                path.with_name(path.name + suffix).write_bytes(copy)
        return
    name = hashlib.sha256(RECIPE + content).hexdigest()
    for suffix, encode in ENCODERS.items():
        compressed = _compressed(content, cache / name[:2] / f"{name}{suffix}", encode)
        if compressed.stat().st_size < len(content):
            shutil.copyfile(compressed, path.with_name(path.name + suffix))


def _compressed(content: bytes, kept: Path, encode: Callable[[bytes], bytes]) -> Path:
    """The kept result for this content, made now if it is new; its time says when it was last of use."""
    if kept.exists():
        os.utime(kept)
        return kept
    kept.parent.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_name(f"{kept.name}.{os.getpid()}-{get_ident()}")
    unfinished.write_bytes(encode(content))
    return unfinished.replace(kept)


def forget_oldest(cache: Path, limit: int) -> None:
    """Delete the results that have been of no use for longest until the rest fits the limit."""
    kept = sorted(_files(cache), key=lambda path: path.stat().st_mtime, reverse=True)
    total = 0
    for path in kept:
        total += path.stat().st_size
        if total > limit:
            path.unlink()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
