"""Node.js, which runs Pyodide outside a browser: at build time, in tests and for `--engine pyodide`."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

HERE = Path(__file__).parent
EPOCH = "1767225600"  # 2026-01-01: the date that build tools write down, so that equal sources give equal bytes


def run_inside(
    runtime: Path,
    code: str,
    argument: str,
    library: Path | None = None,
    flags: Sequence[str] = (),
    mounts: Mapping[str, Path] = MappingProxyType({}),
) -> str:
    """What main(argument) of the Python file `inside/<code>` returns in the Pyodide of the folder `runtime`.

    `library` replaces the standard library that came with it; then `runtime` is the folder of a bundle.
    """
    job = {
        "runtime": str(runtime.resolve()),
        "library": library and str(library.resolve()),
        "code": str(HERE / "inside" / code),
        "argument": argument,
        "flags": list(flags),
        "mounts": {inside: str(outside.resolve()) for inside, outside in mounts.items()},
    }
    return run_node("inside.mjs", text=json.dumps(job))


def run_node(script: str, *arguments: str | Path, text: str = "") -> str:
    """What the module `script` of this folder prints, given `text` on its standard input."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node is not on PATH. Expected Node.js 20 or newer.")
    command = [node, str(HERE / script), *map(str, arguments)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(command, input=text, env=environment, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        how = f"was killed by signal {-done.returncode}" if done.returncode < 0 else "failed"
        raise RuntimeError(f"{script} {how} in Node.js:\n{done.stderr}")
    return done.stdout
