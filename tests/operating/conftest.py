"""A small docs/status in a temporary folder, the real agreements behind it, and the commands at a fixed instant."""

import shlex
import shutil
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.operating import desk, incident_command, maintenance_command
from scripts.setup.start import ROOT

NOW = int(datetime.fromisoformat("2026-11-20T14:20+01:00").timestamp())
KEPT = (
    *("services.yml", "templates", "incidents/2026-10-07-vps-network.md", "incidents/2026-11-20-vpn-login.md"),
    *("maintenance/2026-11-28-storage-firmware.md", "maintenance/2026-11-14-vpn-move.md"),
)
COMMANDS = {"incident": incident_command.run, "maintenance": maintenance_command.run}

Command = Callable[..., tuple[int, str]]


@pytest.fixture(scope="session", autouse=True)
def _agreements_are_read_once() -> None:
    """The agreements are the same in every test, and reading them takes the most time."""
    corpus = cache(lambda: read_corpus(ROOT / "docs"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "read_corpus", lambda docs: corpus())
        yield


@pytest.fixture(scope="session")
def library() -> dict[str, Any]:
    """The terms of every agreement, as calculators read them."""
    return {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder docs with the services, the templates and a few events."""
    made = tmp_path / "docs"
    (made / "status").mkdir(parents=True)
    for name in KEPT:
        source, target = ROOT / "docs" / "status" / name, made / "status" / name
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    return made


@pytest.fixture
def run(docs: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command line, as "incident list"; gives its exit code and all that it printed."""

    def done(line: str, now: int = NOW) -> tuple[int, str]:
        name, *arguments = shlex.split(line)
        code = COMMANDS[name](arguments, docs, now)
        printed = capsys.readouterr()
        return code, f"{printed.out}{printed.err}".strip()

    return done
