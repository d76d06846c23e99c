"""Finds a Chromium for the tests, or installs one: Debian's package as root, else Playwright's own download."""

import shutil
import sys
from pathlib import Path

from scripts.setup.debian import can_install, install_packages
from scripts.setup.steps import SetupError, output_of, run_step

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
MAC_APPS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"]


def chromium(root):
    """The path of the browser that the set-up chose; None stands for Playwright's own."""
    return _choice(root).read_text() or None


def state(root):
    """Which browsers there are; when that changes, the set-up chooses again."""
    return " ".join(_system_browsers() + _playwright_browsers())


def install(root):
    """Choose a Chromium that starts, in the order: the machine's own, Debian's package, Playwright's download."""
    if not _working_browser() and not _playwright_browsers():
        _fetch(root)
    if not _working_browser() and not _playwright_browsers():
        raise SetupError("The tests need a Chromium that starts, and found none: install Chromium or Chrome.")
    _choice(root).write_text(_working_browser() or "")


def _fetch(root):
    if can_install():
        install_packages("Chromium", ["chromium"])
    else:
        python = Path(root) / ".venv" / "bin" / "python"
        run_step("Chromium for Playwright", [python, "-m", "playwright", "install", "chromium"])


def _choice(root):
    return Path(root) / ".venv" / "parts" / "chromium-path"


def _working_browser():
    return next((path for path in _system_browsers() if output_of([path, "--version"])), None)


def _system_browsers():
    apps = [str(Path("/Applications") / app) for app in MAC_APPS] if sys.platform == "darwin" else []
    return [path for path in (shutil.which(name) for name in NAMES + apps) if path]


def _playwright_browsers():
    folders = {"darwin": "Library/Caches/ms-playwright"}
    folder = Path.home() / folders.get(sys.platform, ".cache/ms-playwright")
    return sorted(path.name for path in folder.glob("chromium*")) if folder.is_dir() else []
