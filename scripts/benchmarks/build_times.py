"""How long the pages of an invented corpus take beside stock mkdocs-material: interleaved, each in its own process.

Ours makes more of the same texts than stock does: the comparison of every two versions that follow each other, the
findings of the checker, feeds and the interface for machines. Neither time holds compression; stock's has its search
index, ours not, which is made by another program afterwards, nor the PDFs, for which stock has no counterpart. Ours is
built twice: with nothing kept from an earlier build but compiled code, Python's and the templates', and again when a
clause of one version has changed since.

Nothing is deleted until all is measured, and each site is built in a folder of its own: for a minute after many files
have gone, ext4 takes several times as long to make a new one.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from scripts.benchmarks.corpus import write_corpus
from scripts.benchmarks.search_sites import QUIETLY, share_all_but_texts

VERSIONS = 10
OURS, CHANGED, STOCK = "ours, nothing kept", "ours, a clause changed", "stock mkdocs-material"
EDITED = "supplier-1/agreement-1"


@dataclass(frozen=True)
class Run:
    """One build: seconds on the wall and of the processor, the most memory it held, and what it wrote, in megabytes."""

    seconds: float
    processor: float
    memory: float
    written: float


def build_times(root: Path, folder: Path, pages: int, rounds: int, today: date, say: Callable[[str], None]) -> str:
    """Build the sites of so many pages `rounds` times and return a table of the medians."""
    folder.mkdir(parents=True, exist_ok=True)
    runs: dict[str, list[Run]] = {STOCK: [], OURS: [], CHANGED: []}
    with TemporaryDirectory(dir=folder) as new:
        corpus = Path(new) / "corpus"
        write_corpus(corpus, pages // VERSIONS, VERSIONS)
        share_all_but_texts(root, corpus / "ours")
        for number in range(1, rounds + 1):
            kept = corpus / f"kept {number}"
            for name, found in runs.items():
                with _one_clause_changed(corpus) if name == CHANGED else nullcontext():
                    found.append(_build(corpus, name, kept, corpus / f"{name} {number}", today))
                say(f"round {number} of {rounds}: {name}, {found[-1].seconds:.1f} s")
    return f"{pages} pages, {VERSIONS} versions of {pages // VERSIONS} agreements\n{_table(runs)}"


@contextmanager
def _one_clause_changed(corpus: Path) -> Iterator[None]:
    """While this lasts, the last clause of one agreement's newest version has a sentence more."""
    text = max((corpus / "ours" / "docs" / "agreements" / EDITED).glob("*.md"))
    before = text.read_bytes()
    text.write_bytes(before.rstrip() + b" Dette er nytt.\n")
    yield
    text.write_bytes(before)


def _build(corpus: Path, name: str, kept: Path, site: Path, today: date) -> Run:
    """One build; the processor time is that of all its processes, the memory that of the largest."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    place = corpus / ("stock" if name == STOCK else "ours")
    ours = {"PARAGRAF_TODAY": today.isoformat(), "PARAGRAF_BUNDLE": "measured", "PYTHONPATH": str(place)}
    ours |= {"PARAGRAF_KEPT": str(kept), "PARAGRAF_PDF": "false"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=place, env=QUIETLY | ours, stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    if status != 0:
        raise RuntimeError(f"{name}: the build failed (see above)")
    written = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, written / 1e6)


def _table(runs: Mapping[str, list[Run]]) -> str:
    lines = [f"{'':24}{'s':>8}{'ratio':>7}{'CPU s':>8}{'ratio':>7}{'MB held':>9}{'MB written':>12}"]
    for name, own in runs.items():
        seconds, processor = _median(own, "seconds"), _median(own, "processor")
        ratios = seconds / _median(runs[STOCK], "seconds"), processor / _median(runs[STOCK], "processor")
        lines.append(
            f"{name:24}{seconds:8.1f}{ratios[0]:7.2f}{processor:8.1f}{ratios[1]:7.2f}"
            f"{_median(own, 'memory'):9.0f}{_median(own, 'written'):12.0f}"
        )
    return "\n".join(lines)


def _median(runs: list[Run], name: str) -> float:
    return median(getattr(run, name) for run in runs)
