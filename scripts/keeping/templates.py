"""Compiled templates, kept as Python keeps compiled modules: beside what is built, and for all builds."""

from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from scripts.keeping.folders import forget_oldest
from scripts.keeping.store import name_of


def compiled_templates(folder: Path, stamp: str) -> FileSystemBytecodeCache:
    """Where Jinja keeps what it compiles; `stamp` is the hash of the code that its environments are made by."""
    own = folder / name_of(stamp)[:16]
    own.mkdir(parents=True, exist_ok=True)
    forget_oldest(folder)
    return FileSystemBytecodeCache(str(own))
