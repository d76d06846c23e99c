"""esbuild, as npm installed it: makes one file of a module or a style sheet and all it imports."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

SETTINGS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=inline", "--log-level=warning")


class BundlingFailed(Exception):
    """A script or a style sheet could not be read; the message is esbuild's, with the file and the line."""


def esbuild(root: Path, entries: Sequence[Path], folder: Path, *settings: str) -> None:
    """Write each entry, with all it imports, under its own name into the folder; `root` has node_modules."""
    program = root / "node_modules" / "esbuild" / "bin" / "esbuild"
    if not program.is_file():
        raise FileNotFoundError(f"{program}: esbuild is not installed. Expected the npm package; run `npm ci`.")
    command = [shutil.which("node") or "node", program, *entries, f"--outdir={folder}", *SETTINGS, *settings]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8")
    if done.returncode != 0 or done.stderr:
        raise BundlingFailed(done.stderr)
