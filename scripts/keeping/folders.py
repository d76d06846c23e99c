"""Folders that are made once per content, named by it: the newest few stay."""

import shutil
from pathlib import Path

KEPT = 3


def forget_oldest(parent: Path) -> None:
    """Remove all finished folders but the newest; one whose name begins with a dot is being made."""
    finished = [folder for folder in parent.iterdir() if not folder.name.startswith(".")]
    for folder in sorted(finished, key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
