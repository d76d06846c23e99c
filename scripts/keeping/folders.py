"""Folders: one is made; those that are made once per content, and named by it, go but for the newest few."""

import os
import shutil
from pathlib import Path

KEPT = 3


def make_folder(path: str) -> None:
    """Make a folder where there is none; mostly only the last is missing, for which makedirs asks the system thrice."""
    try:
        os.mkdir(path)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)


def forget_oldest(parent: Path) -> None:
    """Remove all finished folders but the newest; one whose name begins with a dot is being made."""
    finished = [folder for folder in parent.iterdir() if not folder.name.startswith(".")]
    for folder in sorted(finished, key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
