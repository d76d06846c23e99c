"""What only the benchmark needs of npm and PyPI, installed by name into a folder of its own on first use."""

import json
import subprocess
import sys
from pathlib import Path

PYSCRIPT = "@pyscript/core@0.7.31"
COSMIC_RAY = "cosmic-ray==8.7.0"


def pyscript(folder: Path) -> Path:
    """The folder of PyScript's own files."""
    files = folder / "node_modules" / "@pyscript" / "core" / "dist"
    if not files.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n')
        subprocess.run(["npm", "install", "--silent", "--ignore-scripts", PYSCRIPT], cwd=folder, check=True)
    return files


def cosmic_ray(folder: Path) -> Path:
    """The folder that holds the package cosmic-ray and what it needs."""
    files = folder / "cosmic-ray"
    if not (files / "cosmic_ray").is_dir():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(files), COSMIC_RAY]
        subprocess.run(command, check=True)
    return files


def micropip(folder: Path, pyodide: Path) -> Path:
    """The wheel of the micropip that goes with this Pyodide; its npm package names it and leaves it out."""
    version = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["packages"]["micropip"]["version"]
    wheel = folder / "wheels" / f"micropip-{version}-py3-none-any.whl"
    if not wheel.is_file():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*command, "--dest", str(wheel.parent), f"micropip=={version}"], check=True)
    return wheel
