"""Servers to measure with: those of the machine, Debian's programs for root, a reason to skip for everybody else."""

from pathlib import Path

import pytest

from scripts.setup import debian, monitoring
from scripts.setup.monitoring import BLACKBOX, NAMES, PROMETHEUS, VICTORIA

DOWNLOAD = """#!/bin/sh
if [ "$1" = download ]; then shift; for name in "$@"; do echo "$name" > "$name.deb"; done; fi
"""
EXTRACT = """#!/bin/sh
/bin/mkdir -p "$3/usr/bin"
/bin/cp "$2" "$3/usr/bin/$(/bin/cat "$2")"
/bin/chmod +x "$3/usr/bin/$(/bin/cat "$2")"
"""


class Machine:
    """A machine of our own making, whose apt-get and dpkg-deb can only fetch and unpack."""

    def __init__(self, folder: Path):
        self.root, self.path = folder / "root", folder / "bin"
        self.path.mkdir()

    def has(self, name: str, script: str = "#!/bin/sh\n") -> str:
        (self.path / name).write_text(script)
        (self.path / name).chmod(0o755)
        return str(self.path / name)

    def is_debian(self) -> None:
        self.has("apt-get", DOWNLOAD)
        self.has("dpkg-deb", EXTRACT)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(machine.path))
    monkeypatch.setattr(debian.sys, "platform", "linux")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 1000)
    return machine


def test_the_servers_of_the_machine_are_taken_under_whatever_name(machine):
    paths = [machine.has(name) for name in ("prometheus", "blackbox_exporter", "victoria-metrics-prod")]
    monitoring.install(machine.root)
    assert [monitoring.program(machine.root, package) for package in NAMES] == paths
    assert monitoring.missing(machine.root) == ""


def test_root_on_debian_gets_what_is_missing_and_nothing_is_installed(machine, monkeypatch):
    """The fake apt-get knows `update` and `download` only; the programs lie in .venv."""
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0)
    machine.is_debian()
    own = machine.has("prometheus")
    monitoring.install(machine.root)
    found = [monitoring.program(machine.root, package) for package in (PROMETHEUS, BLACKBOX, VICTORIA)]
    assert found == [own, *(str(machine.root / ".venv" / "servers" / name) for name in (BLACKBOX, VICTORIA))]


def test_everybody_else_is_told_what_to_install(machine):
    machine.is_debian()
    machine.has("prometheus")
    monitoring.install(machine.root)
    reason = monitoring.missing(machine.root)
    assert reason.startswith("prometheus-blackbox-exporter, victoria-metrics not found: install ")
    assert "scripts/test as root on Debian" in reason


def test_a_download_that_breaks_off_is_said_and_tried_again_the_next_time(machine, monkeypatch, capsys):
    """The other tests need not wait for it."""
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0)
    machine.has("apt-get", '#!/bin/sh\n[ "$1" = update ] || { echo no connection; exit 100; }\n')
    monitoring.install(machine.root)
    said = capsys.readouterr().err
    assert "no connection" in said
    assert said.endswith("The test that needs them is skipped.\n")
    assert monitoring.state(machine.root) != monitoring.state(machine.root)
    machine.is_debian()
    monitoring.install(machine.root)
    assert monitoring.state(machine.root) == monitoring.state(machine.root)


def test_a_server_that_comes_or_goes_changes_the_state(machine):
    before = monitoring.state(machine.root)
    machine.has("prometheus")
    assert monitoring.state(machine.root) != before
