"""Pango for printing: the machine's own, Debian's packages for root, one line of advice for everybody else."""

from pathlib import Path

import pytest

from scripts.setup import debian, pango
from scripts.setup.steps import SetupError


class Machine:
    """A machine of our own making, whose WeasyPrint starts once Pango is there."""

    def __init__(self, folder: Path):
        self.root = folder / "root"
        self.path = folder / "bin"
        self.library = folder / "libpango"
        self._script(self.root / ".venv" / "bin" / "python", f'[ -e "{self.library}" ] && echo 70.0\n')

    def has_debian_packages(self) -> None:
        self._script(self.path / "apt-get", f'case "$*" in install*libpango*) : > "{self.library}";; esac\n')

    def _script(self, path: Path, lines: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{lines}")
        path.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(machine.path))
    monkeypatch.setattr(debian.sys, "platform", "linux")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000)
    return machine


def test_the_pango_of_the_machine_is_enough(machine):
    machine.library.touch()
    pango.install(machine.root)


def test_root_on_debian_gets_the_packages(machine, monkeypatch):
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0)
    machine.has_debian_packages()
    pango.install(machine.root)
    assert machine.library.exists()


def test_everybody_else_is_told_in_one_line_what_to_install(machine):
    machine.has_debian_packages()
    with pytest.raises(SetupError, match=r"^[^\n]*`apt install libpango-1.0-0 [^\n]*`brew install pango`[^\n]*$"):
        pango.install(machine.root)


def test_root_is_told_too_when_the_packages_did_not_help(machine, monkeypatch):
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0)
    machine._script(machine.path / "apt-get", "exit 0\n")
    with pytest.raises(SetupError, match="install it"):
        pango.install(machine.root)


def test_a_library_that_went_away_changes_the_state(machine, monkeypatch):
    there = {name: f"lib{name}.so.0" for name in pango.LIBRARIES}
    monkeypatch.setattr(pango.ctypes.util, "find_library", there.get)
    before = pango.state(machine.root)
    del there["pango-1.0"]
    assert pango.state(machine.root) != before
