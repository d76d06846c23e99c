"""Finds a Chromium for the tests, or installs one: Debian's package as root, else Playwright's own download."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.setup.steps import SetupError, run_step

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
MAC_APPS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"]


def system_chromium():
    """The path of a Chromium or Chrome of this machine, or None."""
    apps = [str(Path("/Applications") / app) for app in MAC_APPS] if sys.platform == "darwin" else []
    return next((path for path in (shutil.which(name) for name in NAMES + apps) if path), None)


def state(root):
    """Which browser the tests will use; its absence later makes the set-up run again."""
    return system_chromium() or "playwright %s" % _playwright_browsers()


def install(root):
    """Make sure that a Chromium starts, in the order: the machine's, Debian's package, Playwright's download."""
    if _starts(system_chromium()):
        return
    if sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run_step("Debian's package lists", ["apt-get", "update"], environment=quiet)
        run_step("Chromium", ["apt-get", "install", "-y", "chromium"], environment=quiet, progress=_package)
    else:
        run_step("Chromium for Playwright", [Path(root) / ".venv" / "bin" / "python", "-m", "playwright", "install", "chromium"])
    if not _starts(system_chromium()) and not _playwright_browsers():
        raise SetupError("The tests need a Chromium that starts, and found none: install Chromium or Chrome on this machine.")


def _package(line):
    words = line.split()
    return words[1] if line.startswith(("Unpacking ", "Setting up ")) else ""


def _starts(path):
    if not path:
        return False
    try:
        command = [path, "--version"]
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _playwright_browsers():
    folders = {"darwin": "Library/Caches/ms-playwright"}
    folder = Path.home() / folders.get(sys.platform, ".cache/ms-playwright")
    return sorted(path.name for path in folder.glob("chromium*")) if folder.is_dir() else []
