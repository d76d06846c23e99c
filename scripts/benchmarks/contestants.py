"""The pages that are measured: one of the site, and the same question answered in three other ways."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmarks.packages import micropip, pyscript
from scripts.building.compression import compress_beside
from scripts.bundle.runtime import Runtime, installed_runtime
from scripts.bundle.wheel import build_wheel, copy_sources

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Contestant:
    """One page: what it is called and its address below its server, what shows the answer, and what a reader does."""

    name: str
    address: str
    answered: str = "[data-answered=computed]"  # a selector
    reader: str = ""  # JavaScript that acts in the reader's place


STOCK = Contestant("Pyodide with micropip", "/stock.html")
OTHERS = (STOCK, Contestant("PyScript", "/pyscript.html"), Contestant("plain JavaScript", "/javascript.html"))


def write_comparison_pages(root: Path, bundle: Path, folder: Path) -> Path:
    """Put the comparison pages and all they load into a fresh folder, compressed as the site is; return that folder."""
    kept, pages = folder, folder / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(PAGES, pages)
    runtime = installed_runtime(root)
    shutil.copytree(pyscript(kept), pages / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    _write_stock_pyodide(runtime, micropip(kept, runtime.folder), pages / "pyodide")
    wheel = _wheel(root, runtime, kept / "workshop", pages)
    _write_question(bundle, wheel, pages)
    compress_beside(pages, root / ".cache" / "compressed")
    return pages


def _write_stock_pyodide(runtime: Runtime, micropip_wheel: Path, folder: Path) -> None:
    shutil.copytree(runtime.folder, folder, ignore=shutil.ignore_patterns("*.map", "*.html", "*.ts"))
    shutil.copy(micropip_wheel, folder)
    lock = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))
    # PyPI's file is not byte for byte the one the lock file has the hash of
    lock["packages"]["micropip"]["sha256"] = hashlib.sha256(micropip_wheel.read_bytes()).hexdigest()
    lock["packages"]["micropip"]["file_name"] = micropip_wheel.name
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), "utf-8")


def _wheel(root: Path, runtime: Runtime, workshop: Path, pages: Path) -> str:
    shutil.rmtree(workshop, ignore_errors=True)
    copy_sources(root / "calculators", workshop / "calculators")
    return Path(shutil.copy(build_wheel(workshop / "calculators", runtime, workshop), pages)).name


def _write_question(bundle: Path, wheel: str, pages: Path) -> None:
    selfcheck = json.loads((bundle / "bundle.json").read_text("utf-8"))["selfcheck"]
    (pages / "question.json").write_text(json.dumps(selfcheck | {"wheel": wheel}), "utf-8")
    config = {"packages": [f"./{wheel}"], "interpreter": "./pyodide/pyodide.mjs"}
    (pages / "pyscript.json").write_text(json.dumps(config), "utf-8")
