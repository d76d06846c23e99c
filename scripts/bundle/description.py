"""`bundle.json`, what a worker has to know before it starts, and the notice about other people's work."""

import hashlib
import json
from pathlib import Path

from scripts.bundle.runtime import ARCHIVE, RUNTIME_FILES, Runtime
from scripts.bundle.selfcheck import SelfCheck

NOTICE = """Pyodide {version} (Mozilla Public License 2.0): pyodide.mjs unchanged; pyodide.asm.mjs and pyodide.asm.wasm
without the exports that only dynamically linked libraries would use (scripts/bundle/trim.mjs of Paragraf's source).
CPython {python} (Python Software Foundation License 2): within pyodide.asm.wasm, and the standard library in
calculators.zip, compiled and without its docstrings. The sources: the npm package pyodide {version}.
"""


def describe(
    runtime: Runtime,
    folder: Path,
    selfcheck: SelfCheck | None = None,
    answer: str = "",
    heap: int = 0,
) -> None:
    """Write bundle.json: versions, sizes before compression, and a request with the hash of its right answer."""
    description = {
        "tag": folder.name,
        "pyodide": runtime.version,
        "python": runtime.python,
        "abi": runtime.abi,
        "platform": runtime.platform,
        "sizes": {name: (folder / name).stat().st_size for name in (*RUNTIME_FILES, ARCHIVE)},
    }
    if selfcheck:
        description |= {"heap": heap, "selfcheck": _selfcheck(selfcheck, answer)}
    (folder / "bundle.json").write_text(json.dumps(description, ensure_ascii=False, indent=1), "utf-8")


def _selfcheck(selfcheck: SelfCheck, answer: str) -> dict[str, str]:
    return {
        "request": selfcheck.requests[0],
        "terms": selfcheck.terms,
        "today": selfcheck.today,
        "sha256": hashlib.sha256(answer.encode()).hexdigest(),
    }


def write_notice(runtime: Runtime, folder: Path) -> None:
    """Say whose work the runtime is and where its source is."""
    (folder / "NOTICE.txt").write_text(NOTICE.format(version=runtime.version, python=runtime.python), "utf-8")
