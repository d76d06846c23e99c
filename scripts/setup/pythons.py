"""Finds a Python that is new enough: the running one, those on PATH, pyenv's, uv's."""

import json
import os
import shutil
import sys
from pathlib import Path

from scripts.setup.steps import SetupError, output_of

OLDEST = (3, 12)
NAMES = ["python3.13", "python3.14", "python3.12", "python3.15", "python3", "python"]
QUESTION = """
import ensurepip, json, sys, venv
print(json.dumps([sys.prefix == sys.base_prefix, *sys.version_info[:2]]))
"""
INSTALL = (
    "Paragraf needs Python %d.%d or newer with its venv module and found none (this is %d.%d): install one, for "
    "example with `apt install python3.13-venv`, `brew install python`, `pyenv install 3.13` or "
    "`uv python install 3.13`."
)


def find_python():
    """The path of a Python that can make the environment, or an error with one line saying what to install."""
    return first_usable(candidates())


def first_usable(paths):
    """The first path that `is_usable`; none is asked twice."""
    seen = set()
    for path in paths:
        if path not in seen and is_usable(path):
            return path
        seen.add(path)
    raise SetupError(INSTALL % (OLDEST + sys.version_info[:2]))


def candidates():
    """Paths worth asking, best first: the running Python, PATH, pyenv's, uv's."""
    if sys.version_info[:2] >= OLDEST:
        yield getattr(sys, "_base_executable", None) or sys.executable
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield found
    for folder in filter(None, [os.environ.get("PYENV_ROOT"), str(Path.home() / ".pyenv")]):
        yield from pyenv_pythons(folder)
    found = _uv_python()
    if found:
        yield found


def is_usable(python):
    """Whether this Python starts, is new enough, is no environment itself and can make one."""
    answer = output_of([python, "-c", QUESTION])
    if not answer:
        return False
    is_base, *version = json.loads(answer)
    return is_base and tuple(version) >= OLDEST


def pyenv_pythons(folder):
    """The Pythons that pyenv keeps in its versions folder, newest first; its commands on PATH run only chosen ones."""
    paths = sorted(Path(folder).glob("versions/3.*/bin/python3"), key=_version_in, reverse=True)
    return [str(path) for path in paths]


def _version_in(path):
    parts = path.parts[-3].replace("-", ".").split(".")
    return [int(part) if part.isdigit() else 0 for part in parts]


def _uv_python():
    uv = shutil.which("uv")
    if not uv:
        return None
    return output_of([uv, "python", "find", "--no-project", "--system", ">=%d.%d" % OLDEST]) or None
