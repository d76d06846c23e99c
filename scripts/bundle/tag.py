"""The tag of a bundle: one short name for everything it is made of."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from scripts.bundle.runtime import Runtime
from scripts.frontend import esbuild

HERE = Path(__file__).parent
TOOLS = ("acorn", "acorn-walk", "binaryen", "esbuild")  # of npm: what they write is sent under the tag too
NOT_SOURCES = {"__pycache__", "build", "dist"}


def bundle_tag(calculators: Path, selfcheck: Path, runtime: Runtime) -> str:
    """A name that changes when, and only when, the calculators, the runtime or the way of bundling does."""
    digest = hashlib.sha256(f"pyodide {runtime.version}\n".encode())
    for folder in (calculators, HERE):
        for path in sources(folder):
            digest.update(_line(path.relative_to(folder).as_posix(), path))
    for tool in TOOLS:
        digest.update(_line(tool, runtime.folder.parent / tool / "package.json"))
    digest.update(_line("esbuild's settings", Path(esbuild.__file__)))
    digest.update(_line("selfcheck", selfcheck))
    return digest.hexdigest()[:16]


def sources(folder: Path) -> Iterator[Path]:
    """The files below a folder that somebody wrote, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part in NOT_SOURCES or part.startswith(".") for part in parts):
            yield path


def _line(name: str, path: Path) -> bytes:
    return f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
