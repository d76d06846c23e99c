"""Every document as PDF: printed once and kept by the hash of all it is made from; a second build prints nothing."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from scripts.building.compression import forget_oldest
from scripts.printing.typography import font_files, style_sheet
from scripts.setup.start import ROOT

LARGEST_CACHE = 100_000_000
SECONDS_BETWEEN_LINES = 5
MADE_BY = ("weasyprint", "pydyf", "fonttools", "pyphen")  # packages whose next version may give other bytes


class PrintingFailed(Exception):
    """A document could not be printed; the message ends with what WeasyPrint said."""


def printed(
    documents: Mapping[str, str], kept: Path, say: Callable[[str], None] = lambda line: None
) -> dict[str, bytes]:
    """The PDF of every HTML document, by its name; `kept` is the folder of what was printed before."""
    files = {name: kept / f"{_key(html)}.pdf" for name, html in documents.items()}
    missing = {files[name]: html for name, html in documents.items() if not files[name].exists()}
    if missing:
        kept.mkdir(parents=True, exist_ok=True)
        _print(missing, say)
    for file in files.values():
        os.utime(file)
    made = {name: file.read_bytes() for name, file in files.items()}
    forget_oldest(kept, LARGEST_CACHE)
    return made


def _key(html: str) -> str:
    return hashlib.sha256(_recipe() + html.encode()).hexdigest()


@cache
def _recipe() -> bytes:
    """Everything but the document that decides what is printed, as a hash."""
    from weasyprint.text.ffi import pango  # half a second, which a build without PDFs need not spend

    digest = hashlib.sha256(style_sheet().replace(ROOT.as_uri(), "").encode())
    for path in (Path(__file__).with_name("paper.py"), *font_files()):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    versions = [version(package) for package in MADE_BY]
    digest.update(f"{versions} {pango.pango_version()}".encode())
    return digest.digest()


def _print(missing: Mapping[Path, str], say: Callable[[str], None]) -> None:
    """Deal the documents out, the longest first, to one process for each processor."""
    begun = monotonic()
    longest_first = sorted(missing, key=lambda file: -len(missing[file]))
    hands = min(os.cpu_count() or 1, len(missing))
    dealt = [longest_first[start::hands] for start in range(hands)]
    workers = [_started([{"file": str(file), "html": missing[file]} for file in files]) for files in dealt]
    while any(_is_at_work(worker) for worker in workers):
        done = sum(file.exists() for file in missing)
        say(f"PDF: {done} of {len(missing)} versions, {monotonic() - begun:.0f} s")
    if not all(file.exists() for file in missing):
        raise PrintingFailed("The agreements could not be printed as PDF; see above for what WeasyPrint said.")


def _started(orders: list[dict[str, str]]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "scripts.printing.worker"]
    worker = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE)
    with suppress(BrokenPipeError), worker.stdin:  # one that did not start leaves its files missing
        worker.stdin.write(json.dumps(orders).encode())
    return worker


def _is_at_work(worker: subprocess.Popen[bytes]) -> bool:
    try:
        worker.wait(SECONDS_BETWEEN_LINES)
    except subprocess.TimeoutExpired:
        return True
    return False
