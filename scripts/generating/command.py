"""scripts/generate FOLDER: writes the site as Markdown files with an mkdocs.yml, ready for another generator."""

import argparse
import os
import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path

from scripts.building.sources import makers_stamp
from scripts.bundle import bundle
from scripts.keeping.store import Store
from scripts.printing.press import printed
from scripts.publishing.site import site
from scripts.publishing.source_folder import write_source_folder
from scripts.search.index import index
from scripts.setup.start import ROOT
from scripts.setup.steps import say


def main(arguments: list[str]) -> int:
    """Fill the folder; 0 when it is whole, 1 when the texts have problems or the folder is taken."""
    options = parser().parse_args(arguments)
    if options.folder.exists():
        print(f"{options.folder}: is there already; expected the name of a new folder.")
        return 1
    python = bundle(ROOT, ROOT / ".cache")
    noon, keep = datetime.combine(options.today, time(12), UTC), Store(ROOT / ".cache" / "kept", makers_stamp(ROOT))
    made = site(ROOT / "docs", noon, python.name, options.site_url, options.measurements, keep)
    for problem in made.problems:
        print(problem)
    if made.problems:
        return 1
    pdfs = printed({page.path: page.html for page in made.prints}, ROOT / ".cache" / "printed", say)
    write_source_folder(made, pdfs, ROOT / "docs", ROOT, options.folder)
    index(options.folder / "docs", ROOT / ".cache" / "search")
    shutil.copytree(python, options.folder / "docs" / "assets" / "python" / python.name)
    print(f"{options.folder}: {len(made.pages)} pages and {len(made.files)} files, to build with its mkdocs.yml")
    return 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/generate", description=__doc__)
    options.add_argument("folder", type=Path, help="the new folder to fill")
    options.add_argument("--site-url", default="", help="the address the site will be published at")
    store = os.environ.get("PARAGRAF_MEASUREMENTS")
    kept = "the store that scripts/probe writes to; $PARAGRAF_MEASUREMENTS when left out"
    options.add_argument("--measurements", type=Path, default=Path(store) if store else None, help=kept)
    day = "the day whose site is written (YYYY-MM-DD)"
    options.add_argument("--today", type=date.fromisoformat, default=date.today(), help=day)
    return options
