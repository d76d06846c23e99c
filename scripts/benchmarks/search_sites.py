"""The two sites whose search is measured: ours and stock mkdocs-material's, built of the same invented corpus."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from scripts.benchmarks.contestants import Contestant
from scripts.benchmarks.corpus import write_corpus
from scripts.building.compression import compress_beside
from scripts.building.site import Build, build_site

READERS = Path(__file__).parent / "readers"
FRONT_PAGES = ("index.md", "sv/index.md", "en/index.md")
QUIETLY = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # without Material's notice about its successor
OWN = ("docs", "site", ".git")  # what the root of an invented site does not have in common with ours


def search_contestants(query: str) -> tuple[Contestant, Contestant]:
    """The front pages of both sites, ours first, with a reader who searches for `query` at once."""
    ours = Contestant("our search", "/", ".found a", _reader("ours.js", query))
    return ours, Contestant("stock's search (lunr)", "/", ".md-search-result__item", _reader("stock.js", query))


def _reader(name: str, query: str) -> str:
    return (READERS / name).read_text("utf-8").replace("QUERY", json.dumps(query))


def build_sites(root: Path, folder: Path, agreements: int, versions: int, today: date) -> tuple[Path, Path]:
    """Build both sites in a folder, ours first, each compressed as ours is for its readers."""
    write_corpus(folder, agreements, versions)
    share_all_but_texts(root, folder / "ours")
    ours = Build(folder / "ours", folder / "our-site", today)
    build_site(ours)
    stock = folder / "stock-site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(stock)]
    subprocess.run(command, cwd=folder / "stock", env=QUIETLY, check=True, stdin=subprocess.DEVNULL)
    compress_beside(stock, root / ".cache" / "compressed")
    return ours.site, stock


def share_all_but_texts(root: Path, invented: Path) -> None:
    """Make a folder with docs/agreements a whole repository: the front pages copied, everything else linked."""
    for entry in root.iterdir():
        if entry.name not in OWN:
            (invented / entry.name).symlink_to(entry)
    for name in FRONT_PAGES:
        (invented / "docs" / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / "docs" / name, invented / "docs" / name)
