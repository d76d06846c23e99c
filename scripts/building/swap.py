"""Puts a finished folder in the place of another: a reader sees the old one or the new one, never a mixture."""

import shutil
from pathlib import Path


def put_in_place(fresh: Path, site: Path) -> None:
    """Replace `site` by `fresh` with two renames, then delete what was replaced."""
    previous = _previous(site)
    shutil.rmtree(previous, ignore_errors=True)
    if site.exists():
        site.rename(previous)
    site.parent.mkdir(parents=True, exist_ok=True)
    fresh.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


def restore_interrupted_swap(site: Path) -> None:
    """Bring the old folder back if a swap stopped between its two renames."""
    if not site.exists() and _previous(site).exists():
        _previous(site).rename(site)


def _previous(site: Path) -> Path:
    return site.with_name(f".previous-{site.name}")
