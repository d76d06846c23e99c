"""Finding a Python: the first usable one, wherever it is kept, or one line saying what to install."""

from pathlib import Path

import pytest

from scripts.setup import pythons
from scripts.setup.pythons import candidates, first_usable, is_usable, pyenv_pythons
from scripts.setup.steps import SetupError


def program(path: Path, line: str) -> str:
    """A stand-in for a program: a script that prints what the real one would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose running Python is too old, with nothing on PATH and nothing in the home folder."""
    monkeypatch.setattr(pythons.sys, "version_info", (3, 11, 0))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "usable"),
    [
        ("echo '[true, 3, 12]'", True),
        ("echo '[true, 3, 15]'", True),
        ("echo '[true, 3, 11]'", False),
        ("echo '[false, 3, 13]'", False),
        ("echo 'pyenv: python3.12: command not found' >&2; exit 127", False),
        ("echo \"No module named 'ensurepip'\" >&2; exit 1", False),
    ],
)
def test_usable_is_new_enough_no_environment_and_complete(tmp_path, line, usable):
    assert is_usable(program(tmp_path / "python3", line)) is usable


def test_a_path_without_a_program_is_not_usable(tmp_path):
    assert not is_usable(str(tmp_path / "python3"))


def test_the_first_usable_one_is_taken(tmp_path):
    old = program(tmp_path / "old", "echo '[true, 3, 9]'")
    new = program(tmp_path / "new", "echo '[true, 3, 13]'")
    newer = program(tmp_path / "newer", "echo '[true, 3, 14]'")
    assert first_usable([old, old, new, newer]) == new


def test_without_any_it_says_in_one_line_what_to_install(bare_machine):
    with pytest.raises(SetupError) as stopped:
        first_usable(candidates())
    message = str(stopped.value)
    assert "3.12" in message
    assert "this is 3.11" in message
    assert "install" in message
    assert "\n" not in message


def test_it_looks_on_path_then_in_pyenv_then_asks_uv(bare_machine):
    on_path = program(bare_machine / "bin" / "python3.13", "echo '[true, 3, 13]'")
    kept = bare_machine / "home" / ".pyenv" / "versions" / "3.12.1" / "bin" / "python3"
    in_pyenv = program(kept, "echo '[true, 3, 12]'")
    program(bare_machine / "bin" / "uv", "echo /opt/python3.14")
    assert list(candidates()) == [on_path, in_pyenv, "/opt/python3.14"]


def test_it_starts_with_the_running_python_when_that_is_new_enough(bare_machine, monkeypatch):
    monkeypatch.setattr(pythons.sys, "version_info", (3, 13, 0))
    assert next(candidates()) == pythons.sys._base_executable


def test_pyenv_offers_its_newest_first(tmp_path):
    for version in ("3.9.18", "3.13.0", "3.12.1", "2.7.18", "3.14-dev"):
        program(tmp_path / "versions" / version / "bin" / "python3", "true")
    assert [Path(path).parts[-3] for path in pyenv_pythons(tmp_path)] == ["3.14-dev", "3.13.0", "3.12.1", "3.9.18"]
