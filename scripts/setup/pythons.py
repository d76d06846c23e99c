"""Finds a Python that is new enough: the running one, those on PATH, pyenv's, uv's."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.setup.steps import SetupError

OLDEST = (3, 12)
NAMES = ["python3.13", "python3.14", "python3.12", "python3.15", "python3", "python"]
QUESTION = "import sys, json, venv, ensurepip; print(json.dumps([sys.prefix == sys.base_prefix, *sys.version_info[:2]]))"


def find_python():
    """The path of a Python that can make the environment, or an error with one line saying what to install."""
    seen = set()
    for candidate in candidates():
        if candidate not in seen and is_usable(candidate):
            return candidate
        seen.add(candidate)
    raise SetupError(
        "Paragraf needs Python %d.%d or newer with the venv module, and found none (this is %d.%d): "
        "install one, for example with `apt install python3 python3-venv`, `brew install python`, `pyenv install 3.13` "
        "or `uv python install 3.13`." % (OLDEST + sys.version_info[:2])
    )


def candidates():
    """Paths worth asking, best first."""
    if sys.version_info[:2] >= OLDEST:
        yield getattr(sys, "_base_executable", None) or sys.executable
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield found
    for path in _pyenv_pythons():
        yield str(path)
    found = _uv_python()
    if found:
        yield found


def is_usable(python):
    """Whether this Python starts, is new enough, is no environment itself and can make one."""
    try:
        answer = subprocess.run(
            [python, "-c", QUESTION], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30
        )
        is_base, *version = json.loads(answer.stdout.decode())
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return is_base and tuple(version) >= OLDEST


def _pyenv_pythons():
    folders = [os.environ.get("PYENV_ROOT"), Path.home() / ".pyenv"]
    for folder in filter(None, folders):
        yield from sorted(Path(folder).glob("versions/3.*/bin/python3"), key=_version_in, reverse=True)


def _version_in(path):
    parts = path.parts[-3].replace("-", ".").split(".")
    return [int(part) if part.isdigit() else 0 for part in parts]


def _uv_python():
    uv = shutil.which("uv")
    if not uv:
        return None
    command = [uv, "python", "find", "--no-project", "--system", ">=%d.%d" % OLDEST]
    answer = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return answer.stdout.decode().strip() or None
