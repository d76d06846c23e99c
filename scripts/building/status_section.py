"""The status section by itself: made at an instant, put into a built site, or into a folder of its own.

Its pages are whole documents, so neither MkDocs nor the rest of the site takes part.
"""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

from calculators.values.holidays import OutsideTable
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.building.putting import fill, put_all
from scripts.building.swap import put_in_place
from scripts.serving.headers import headers_file
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
    put_all(site, changed)
    stale = [path for path in _owned_files(site) if _of_file(path) not in contents]
    for path in stale:
        _remove(site, path)
    os.utime(site)  # tells a running server that there is something new in the folder
    return Published(len(changed), len([path for path in stale if not path.endswith((".br", ".gz"))]))


def build_apart(folder: Path, files: Mapping[str, str], site_url: str, cache: Path) -> None:
    """Make a folder that any host can serve of the section alone; links to the rest lead to the site's address."""
    fresh = cache / f"fresh-status-{folder.name}"
    shutil.rmtree(fresh, ignore_errors=True)
    front = rendered("front.html", "/", language=LANGUAGES[0], title=words(LANGUAGES[0])["title"])
    texts = {
        path: with_links_to(text, path, files, site_url) if path.endswith(".html") else text
        for path, text in {"index.html": front, **files}.items()
    }
    fill(fresh, {path: text.encode() for path, text in texts.items()})
    (fresh / "_headers").write_text(headers_file(fresh), encoding="utf-8")
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


def _owned_files(site: Path) -> Iterator[str]:
    """The path in the site of every file in the section's folders."""
    for folder in OWNED:
        for place, _, names in os.walk(site / folder):
            yield from (f"{Path(place).relative_to(site).as_posix()}/{name}" for name in names)


def _of_file(path: str) -> str:
    """The file itself, or the one that a compressed copy is of."""
    return path.removesuffix(".br").removesuffix(".gz")


def _remove(site: Path, path: str) -> None:
    """Delete a file, and the folders that it leaves empty."""
    (site / path).unlink()
    for folder in PurePosixPath(path).parents:
        if folder.as_posix() in OWNED or any((site / folder).iterdir()):
            return
        (site / folder).rmdir()
