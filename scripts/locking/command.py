"""scripts/lock: writes the lock files anew; with --upgrade every package moves to its newest version that fits."""

import argparse
import json
import shutil
import subprocess
from pathlib import Path

from scripts.setup.start import ROOT

OLDEST_PYTHON = "3.12"
PYTHON = ("requirements.in", "requirements-test.in", "requirements-statuscheck.in", "requirements-node.in")
WITHOUT_MACHINE = ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", "--quiet"]


def main(arguments: list[str]) -> int:
    """Lock all files, or stop with one line when uv is not there."""
    options = parser().parse_args(arguments)
    uv = shutil.which("uv")
    if not uv:
        print("scripts/lock needs uv on PATH: install it, for example with `pipx install uv`.")
        return 1
    for source in PYTHON:
        lock_python(uv, ROOT / source, options.upgrade)
    lock_npm(ROOT, options.upgrade)
    return 0


def lock_python(uv: str, source: Path, upgrade: bool) -> None:
    """One hashed file that holds for every platform and every Python from the oldest on."""
    command = [uv, "pip", "compile", source.name, "-o", source.with_suffix(".txt").name, *WITHOUT_MACHINE]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes"]
    subprocess.run(command + ["--upgrade"] * upgrade, cwd=source.parent, check=True)


def lock_npm(root: Path, upgrade: bool) -> None:
    """package-lock.json without the addresses the packages came from; their integrity hashes stay."""
    action = "update" if upgrade else "install"
    command = ["npm", action, "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=root, check=True)
    path = root / "package-lock.json"
    path.write_text(json.dumps(without_addresses(json.loads(path.read_text())), indent=2) + "\n")


def without_addresses(lock: dict) -> dict:
    """The same lock without its `resolved` fields."""
    for package in lock["packages"].values():
        package.pop("resolved", None)
    return lock


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/lock", description="Write the lock files anew.")
    options.add_argument("--upgrade", action="store_true", help="move to the newest versions that fit")
    return options
