"""Choosing a Chromium: the machine's own, Debian's package for root, Playwright's download for everybody else."""

from pathlib import Path

import pytest

from scripts.setup import browser, debian
from scripts.setup.steps import SetupError

WORKING = "#!/bin/sh\necho Chromium 156\n"
STUB = "#!/bin/sh\necho install the snap >&2\nexit 1\n"


class Machine:
    """A machine of our own making: what is on PATH, in the home folder and in .venv."""

    def __init__(self, folder: Path):
        self.root = folder / "root"
        self.path = folder / "bin"
        self.playwright = folder / "home" / ".cache" / "ms-playwright"
        (self.root / ".venv" / "parts").mkdir(parents=True)

    def has(self, name: str, script: str) -> str:
        return self._write(self.path / name, script)

    def has_debian_packages(self) -> None:
        chromium = self.path / "chromium"
        install = f"printf '{WORKING}' > {chromium} && /bin/chmod +x {chromium}"
        self.has("apt-get", f'#!/bin/sh\nif [ "$1" = install ]; then {install}; fi\n')

    def has_playwright_download(self, script: str) -> None:
        self._write(self.root / ".venv" / "bin" / "python", script)

    def _write(self, path: Path, script: str) -> str:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script)
        path.chmod(0o755)
        return str(path)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(machine.path))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(browser.sys, "platform", "linux")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000)
    return machine


def test_a_browser_of_the_machine_is_taken(machine):
    path = machine.has("google-chrome", WORKING)
    browser.install(machine.root)
    assert browser.chromium(machine.root) == path


def test_a_name_that_only_says_what_to_install_is_passed_over(machine):
    machine.has("chromium-browser", STUB)
    path = machine.has("google-chrome", WORKING)
    browser.install(machine.root)
    assert browser.chromium(machine.root) == path


def test_root_on_debian_gets_the_package(machine, monkeypatch):
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0)
    machine.has_debian_packages()
    browser.install(machine.root)
    assert browser.chromium(machine.root) == str(machine.path / "chromium")


def test_everybody_else_gets_playwrights_own(machine):
    machine.has_debian_packages()
    machine.has_playwright_download(f"#!/bin/sh\n/bin/mkdir -p {machine.playwright}/chromium-1255\n")
    browser.install(machine.root)
    assert browser.chromium(machine.root) is None


def test_without_any_it_says_what_to_install(machine):
    machine.has_playwright_download("#!/bin/sh\nexit 0\n")
    with pytest.raises(SetupError, match="install Chromium or Chrome"):
        browser.install(machine.root)


def test_a_browser_that_went_away_changes_the_state(machine):
    machine.has("chromium", WORKING)
    before = browser.state(machine.root)
    (machine.path / "chromium").unlink()
    assert browser.state(machine.root) != before
