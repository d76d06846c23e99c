"""What the site is made of, as one hash: the same hash means that a build would give the same site."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

TEXTS, MAKERS = ("docs",), ("calculators", "templates", "scripts")
FILES = ("mkdocs.yml", "requirements.txt", "package-lock.json")
NOT_SOURCES = ("/__pycache__/", ".egg-info/", "calculators/build/", "calculators/dist/", "/.")


def source_stamp(root: Path) -> str:
    """The hash over the name and content of every source file."""
    return _stamp(root, source_files(root))


def makers_stamp(root: Path) -> str:
    """The hash over all that makes pages of the texts: code, templates, words, packages, and this Python."""
    return f"{_stamp(root, source_files(root, MAKERS))} {sys.version}"


def _stamp(root: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{content} {path.relative_to(root).as_posix()}\n".encode())
    return digest.hexdigest()


def source_files(root: Path, folders: Iterable[str] = (*TEXTS, *MAKERS)) -> Iterator[Path]:
    """Every file that can change the site, or those in some of the folders alone, in a fixed order."""
    for name in FILES:
        if (root / name).is_file():
            yield root / name
    for folder in folders:
        found = (where / name for where, _, names in (root / folder).walk() for name in names)
        yield from sorted(path for path in found if _is_source(path, root))


def _is_source(path: Path, root: Path) -> bool:
    name = path.as_posix().removeprefix(root.as_posix())
    return not any(part in name for part in NOT_SOURCES) and path.is_file()
