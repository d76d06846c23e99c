"""The Pyodide that visitors run, as npm installed it: where its files are and what they call themselves."""

import json
from dataclasses import dataclass
from pathlib import Path

RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
ARCHIVE = "calculators.zip"


@dataclass(frozen=True)
class Runtime:
    """One Pyodide: `version` as npm numbers it, `python`, `abi` and `platform` as its lock file states them."""

    folder: Path
    version: str
    python: str
    abi: str
    platform: str

    @property
    def emscripten(self) -> str:
        return self.platform.removeprefix("emscripten_").replace("_", ".")

    @property
    def standard_library(self) -> Path:
        return self.folder / "python_stdlib.zip"


def installed_runtime(root: Path) -> Runtime:
    """The runtime below `root`, or a message that says how to get it."""
    folder = root / "node_modules" / "pyodide"
    if not (folder / "package.json").is_file():
        raise FileNotFoundError(f"{folder}: Pyodide is not installed. Expected the npm package; run `npm ci`.")
    about = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))["info"]
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    return Runtime(folder, version, about["python"], about["abi_version"], about["platform"])
