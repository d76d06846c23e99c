"""The wheel: what `pyodide build calculators/` makes of the arithmetic."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.bundle.cross_build import write_cross_build_environment
from scripts.bundle.node import EPOCH
from scripts.bundle.runtime import Runtime


def build_wheel(root: Path, runtime: Runtime, workshop: Path) -> Path:
    """Build the wheel in `workshop` from a clean copy: pyodide-build leaves files in the folder it builds."""
    source, wheels = workshop / "calculators", workshop / "wheels"
    copy_sources(root / "calculators", source)
    archive = workshop / "cross-build.tar.gz"
    write_cross_build_environment(runtime, archive)
    _run_pyodide_build(source, wheels, archive)
    return next(wheels.glob("*.whl"))


def copy_sources(calculators: Path, target: Path) -> None:
    """Copy what the wheel is made of, leaving caches behind."""
    shutil.copytree(calculators, target, ignore=shutil.ignore_patterns("__pycache__", ".*", "build", "dist"))


def _run_pyodide_build(source: Path, wheels: Path, archive: Path) -> None:
    environment = os.environ | {
        "DEFAULT_CROSS_BUILD_ENV_URL": archive.resolve().as_uri(),
        "PYODIDE_XBUILDENV_PATH": str(archive.parent.resolve() / "cross-build"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "SOURCE_DATE_EPOCH": EPOCH,
    }
    command = [sys.executable, "-m", "scripts.bundle.pyodide_build", str(source), "-o", str(wheels), "--no-isolation"]
    done = subprocess.run(command, env=environment, cwd=archive.parent, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"`pyodide build calculators/` failed:\n{done.stdout}{done.stderr}")
