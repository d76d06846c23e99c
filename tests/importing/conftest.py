"""A docs/status with the services and one incident, the real agreements behind it, and the command at an instant."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.importing import import_command
from tests.operating.conftest import NOW, _agreements_are_read_once, docs, library

__all__ = ["_agreements_are_read_once", "docs", "library"]

Run = Callable[[str, dict[str, str]], tuple[int, str]]


@pytest.fixture
def run(docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command on files given by name, in the folder `theirs`; gives its exit code and all that it printed."""
    monkeypatch.chdir(tmp_path)

    def done(line: str, given: dict[str, str]) -> tuple[int, str]:
        for name, text in given.items():
            path = tmp_path / "theirs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        code = import_command.run(shlex.split(line), Path("docs"), NOW)
        printed = capsys.readouterr()
        return code, f"{printed.out}{printed.err}".strip()

    return done
