"""A documentation folder whose one agreement has a version superseded, one in force and one to come."""

import shutil
from datetime import date
from pathlib import Path

from scripts.setup.start import ROOT
from scripts.versions.copying import next_version

SAMPLE = ROOT / "tests" / "publishing" / "sample"
DRIFT = "agreements/fjord/drift/"
FIRST = "2026-01-01"
LATER = {"2026-06-01": date(2026, 3, 1), "2027-01-01": date(2026, 10, 1)}  # effective: announced


def docs_with_history(folder: Path) -> Path:
    docs, newest = folder / "docs", FIRST
    shutil.copytree(SAMPLE, docs)
    for day, announced in LATER.items():
        text = (docs / DRIFT / f"{newest}.md").read_text("utf-8")
        made = next_version(text, newest, date.fromisoformat(day), announced, "substantive")
        (docs / DRIFT / f"{day}.md").write_text(made, encoding="utf-8")
        newest = day
    return docs
