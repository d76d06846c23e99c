"""How long the status section takes and what its first page weighs, by the number of incidents and of components.

Nothing is deleted until all is measured: for a minute after many files have gone, ext4 is slow to make new ones.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.benchmarks.status_corpus import NOW, write_history
from scripts.building.putting import fill
from scripts.status.pages import pages_of
from scripts.status.reading import read_status

FRONT = "status/index.html"


@dataclass(frozen=True)
class Made:
    """One section: processor seconds to read the files, to make the pages and to write them with their compressed
    copies, of all processes that took part; the seconds that had passed when all was made, and when all was written;
    and weights in bytes as compressed.
    """

    incidents: int
    components: int
    reading: float
    making: float
    writing: float
    made_after: float
    written_after: float
    files: int
    written: int  # megabytes of text
    front: int
    heaviest: int


def status_times(
    root: Path, folder: Path, incidents: list[int], components: list[int], say: Callable[[str], None]
) -> str:
    """Make the section of every number of incidents with the fewest components, and of every number of components."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [(count, min(components)) for count in incidents]
    sizes += [(min(incidents), count) for count in components if count != min(components)]
    found = []
    with TemporaryDirectory(dir=folder) as new:
        for number, size in enumerate(sizes):
            found.append(_made(root, Path(new) / str(number), *size))
            say(f"{size[0]} incidents, {size[1]} components: {found[-1].written_after:.1f} s")
    return _table(found)


def _made(root: Path, folder: Path, incidents: int, components: int) -> Made:
    docs = folder / "docs"
    write_history(docs, incidents, components)
    library = {each.id: terms(each.known_on(NOW.date())) for each in read_corpus(root / "docs").agreements}
    started, begun = time.monotonic(), _processor_seconds()
    status = read_status(docs, library)
    read = _processor_seconds()
    pages = dict(pages_of(status, library, NOW))
    made, ready = _processor_seconds(), time.monotonic()
    fill(folder / "site", {path: text.encode() for path, text in pages.items()})
    put, ended = _processor_seconds(), time.monotonic()
    heaviest = max((text for path, text in pages.items() if path.endswith(".html")), key=len)
    written = sum(len(text.encode()) for text in pages.values()) // 1_000_000
    return Made(
        incidents=len(status.events),
        components=components,
        reading=read - begun,
        making=made - read,
        writing=put - made,
        made_after=ready - started,
        written_after=ended - started,
        files=len(pages),
        written=written,
        front=_weight(pages[FRONT]),
        heaviest=_weight(heaviest),
    )


def _processor_seconds() -> float:
    """What this process has taken, and those that it started and that have ended."""
    return sum(os.times()[:4])


def _weight(text: str) -> int:
    return len(brotli.compress(text.encode()))


def _table(found: list[Made]) -> str:
    timed = ("reading s", "making s", "writing s", "made after s", "written after s")
    weighed = ("files", "MB", "/status/ kB", "heaviest page kB")
    heads = ("incidents", "components", *timed, *weighed)
    lines = ["".join(f"{head:>{len(head) + 2}}" for head in heads)]
    for made in found:
        cells = (
            *(str(made.incidents), str(made.components), f"{made.reading:.1f}", f"{made.making:.1f}"),
            *(f"{made.writing:.1f}", f"{made.made_after:.1f}", f"{made.written_after:.1f}"),
            *(str(made.files), str(made.written), f"{made.front / 1000:.1f}", f"{made.heaviest / 1000:.1f}"),
        )
        lines.append("".join(f"{cell:>{len(head) + 2}}" for cell, head in zip(cells, heads, strict=True)))
    return "\n".join(lines)
