"""The wheel: what `pyodide build calculators/` makes of the arithmetic."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.bundle.cross_build import write_cross_build_environment
from scripts.bundle.node import EPOCH
from scripts.bundle.runtime import Runtime
from scripts.bundle.tag import sources


def copy_sources(calculators: Path, target: Path) -> None:
    """Copy what the wheel is made of: pyodide-build leaves files in the folder it builds."""
    for path in sources(calculators):
        copy = target / path.relative_to(calculators)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def build_wheel(calculators: Path, runtime: Runtime, workshop: Path) -> Path:
    """The wheel of a copy of the calculators, built in the folder `workshop`."""
    wheels, archive = workshop / "wheels", workshop / "cross-build.tar.gz"
    write_cross_build_environment(runtime, archive)
    _run_pyodide_build(calculators, wheels, archive)
    return next(wheels.glob("*.whl"))


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
