"""The status section by itself: made at an instant, put into a built site, or into a folder of its own.

Its pages are whole documents, so neither MkDocs nor the rest of the site takes part.
"""

import gzip
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli

from calculators.values.holidays import OutsideTable
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.building.compression import SMALLEST, SUFFIXES, compress_beside
from scripts.building.swap import put_in_place
from scripts.serving.headers import headers_file
from scripts.setup.steps import say
from scripts.status.addresses import ROOT
from scripts.status.environment import rendered
from scripts.status.fields import LANGUAGES
from scripts.status.measured import with_stored
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from scripts.status.words import words

OWNED = tuple(
    f"{part}{folder}" for part in ROOT.values() for folder in ("status", "feeds/status")
) + ("api/v2",)  # folders in which every file is the section's
QUICK = 6  # brotli takes fifty times as long for the last tenth
LINK = re.compile(r'(?<= )(href|src)="([^"]*)"')


class Unsound(Exception):
    """The texts have problems, one a line; nothing is published by halves."""


@dataclass(frozen=True)
class Published:
    """How many files of the section were written and how many taken away."""

    written: int
    removed: int


def section_files(
    docs: Path, now: datetime, measurements: Path | None = None, site_url: str = ""
) -> dict[str, str]:
    """The text of every file of the section, by its path in the site; `site_url` is where that is, "" for anywhere.

    A fault in the texts of a supplier that no service is measured by holds up no news of an outage.
    """
    corpus = read_corpus(docs)
    library = {agreement.id: terms(agreement.known_on(now.date())) for agreement in corpus.agreements}
    status = with_stored(read_status(docs, library), measurements, int(now.timestamp()))
    suppliers = {service.rule.partition("/")[0] for service in status.services}
    concerning = tuple(f"{docs.name}/agreements/{supplier}/" for supplier in suppliers)
    faults = [problem for problem in corpus.problems if problem.file.startswith(concerning)]
    if problems := (*faults, *status.problems):
        raise Unsound("\n".join(map(str, problems)))
    try:
        return dict(pages_of(status, library, now, site_url))
    except OutsideTable as end:
        raise Unsound(f"The availability up to {now.date()} cannot be counted: {end}.") from end


def publish_into(site: Path, files: Mapping[str, str]) -> Published:
    """Make the section of a built site these files; each is the old one or the new one, and no other is touched."""
    contents = {path: text.encode() for path, text in files.items()}
    changed = {path: content for path, content in contents.items() if not _is_there(site / path, content)}
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        for _ in workers.map(lambda path: _put(site / path, changed[path]), changed):
            pass
    stale = [path for path in _owned_files(site) if _of_file(path.relative_to(site).as_posix()) not in contents]
    for path in stale:
        path.unlink()
    _remove_empty_folders(site)
    os.utime(site)  # tells a running server that there is something new in the folder
    return Published(len(changed), len([path for path in stale if path.suffix not in (".br", ".gz")]))


def build_apart(folder: Path, files: Mapping[str, str], site_url: str, cache: Path) -> None:
    """Make a folder that any host can serve of the section alone; links to the rest lead to the site's address."""
    fresh = cache / f"fresh-status-{folder.name}"
    shutil.rmtree(fresh, ignore_errors=True)
    front = rendered("front.html", "/", language=LANGUAGES[0], title=words(LANGUAGES[0])["title"])
    for path, text in {"index.html": front, **files}.items():
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        is_page = path.endswith(".html")
        target.write_text(with_links_to(text, path, files, site_url) if is_page else text, encoding="utf-8")
    (fresh / "_headers").write_text(headers_file(fresh), encoding="utf-8")
    compress_beside(fresh, cache / "compressed", say)
    put_in_place(fresh, folder)


def with_links_to(html: str, path: str, files: Mapping[str, str], site_url: str) -> str:
    """A page of the section whose links to what is not in `files` lead to the whole site; as it is without one."""
    if not site_url:
        return html

    def led(link: re.Match) -> str:
        target = urlsplit(urljoin(f"/{path}", unescape(link[2])))
        inside = f"{target.path}index.html" if target.path.endswith("/") else target.path
        if target.scheme or inside[1:] in files:
            return link[0]
        return f'{link[1]}="{escape(site_url.rstrip("/") + target.geturl())}"'

    return LINK.sub(led, html)


def _is_there(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _put(path: Path, content: bytes) -> None:
    """Put a file and its compressed copies in place, each by a rename; a copy that would not be smaller goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    copies: dict[str, bytes] = {}
    if path.suffix in SUFFIXES and len(content) >= SMALLEST:
        copies = {".br": brotli.compress(content, quality=QUICK), ".gz": gzip.compress(content, mtime=0)}
    _rename_into(path, content)
    for suffix in (".br", ".gz"):
        neighbour = path.with_name(path.name + suffix)
        if len(copies.get(suffix, content)) < len(content):
            _rename_into(neighbour, copies[suffix])
        else:
            neighbour.unlink(missing_ok=True)


def _rename_into(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _owned_files(site: Path) -> Iterator[Path]:
    for folder in OWNED:
        yield from sorted(path for path in (site / folder).rglob("*") if path.is_file())


def _of_file(path: str) -> str:
    """The file itself, or the one that a compressed copy is of."""
    return path.removesuffix(".br").removesuffix(".gz")


def _remove_empty_folders(site: Path) -> None:
    for folder in OWNED:
        for path in sorted((site / folder).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
