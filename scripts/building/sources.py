"""What the site is made of, as one hash: the same hash means that a build would give the same site."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("docs", "calculators", "templates", "scripts")
FILES = ("mkdocs.yml", "requirements.txt", "package-lock.json")
NOT_SOURCES = ("/__pycache__/", ".egg-info/", "calculators/build/", "calculators/dist/", "/.")


def source_stamp(root: Path) -> str:
    """The hash over the name and content of every source file."""
    digest = hashlib.sha256()
    for path in source_files(root):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{content} {path.relative_to(root).as_posix()}\n".encode())
    return digest.hexdigest()


def source_files(root: Path) -> Iterator[Path]:
    """Every file that can change the site, in a fixed order."""
    for name in FILES:
        if (root / name).is_file():
            yield root / name
    for folder in FOLDERS:
        yield from sorted(path for path in (root / folder).rglob("*") if _is_source(path, root))


def _is_source(path: Path, root: Path) -> bool:
    name = path.relative_to(root).as_posix()
    return path.is_file() and not any(part in name for part in NOT_SOURCES)
