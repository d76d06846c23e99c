"""From the modules and sheets as they are written to the files that pages ask for."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from scripts.frontend.esbuild import esbuild
from scripts.keeping.folders import forget_oldest

ASSETS = Path("templates") / "assets"
MODULES, SCRIPT = ("page.mjs", "search/worker.mjs"), "scheme.js"
MATERIAL = "templates/assets/stylesheets"


def frontend(root: Path, cache: Path) -> Path:
    """The folder of what pages load; made now unless `cache` has it. Its name is the tag."""
    material = _material()
    folder = cache.resolve() / "frontend" / _tag(root, material)
    if not folder.is_dir():
        fresh = folder.with_name(f".{folder.name}-{os.getpid()}")
        try:
            _make(root, material, fresh)
            fresh.replace(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        forget_oldest(folder.parent)
    return folder


def _make(root: Path, material: Path, folder: Path) -> None:
    scripts, sheets = root / ASSETS / "javascripts", sorted((root / ASSETS / "stylesheets").glob("*.css"))
    names = "--entry-names=[name]"
    esbuild(root, [scripts / name for name in MODULES], folder, names, "--out-extension:.js=.mjs")
    esbuild(root, [scripts / SCRIPT, *sheets], folder, names, f"--alias:material={material}")


def _material() -> Path:
    """Material's own style sheet, whose name carries its hash."""
    (found,) = Path(str(files("material") / MATERIAL)).glob("main.*.min.css")
    return found


def _tag(root: Path, material: Path) -> str:
    digest = hashlib.sha256()
    for path in _inputs(root, material):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def _inputs(root: Path, material: Path) -> Iterator[Path]:
    yield from (material, root / "package-lock.json", Path(__file__), Path(__file__).with_name("esbuild.py"))
    for suffix in ("js", "mjs", "css"):
        yield from sorted((root / ASSETS).rglob(f"*.{suffix}"))
