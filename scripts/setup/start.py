"""Starts a command: sets up what is missing, moves into .venv, then calls the command's `main`."""

import importlib
import os
import sys
from pathlib import Path

from scripts.setup.parts import (
    CHROMIUM,
    MONITORING,
    NODE,
    PACKAGES,
    PANGO,
    STATUSCHECK,
    TEST_PACKAGES,
    missing_parts,
    set_up,
)
from scripts.setup.steps import SetupError

ROOT = Path(__file__).resolve().parents[2]
SITE = (PACKAGES, NODE, PANGO)
TESTS = (PACKAGES, NODE, PANGO, TEST_PACKAGES, STATUSCHECK, CHROMIUM, MONITORING)
CHECKS = (PACKAGES, TEST_PACKAGES)
TEXTS = (PACKAGES,)  # what only reads and writes texts: at night nothing more may have to be fetched


def run(module, parts=SITE):
    """Run `main(arguments)` of a module in the environment that `parts` describe, and exit with what it returns."""
    os.environ["PATH"] = os.pathsep.join([str(ROOT / ".venv" / "bin"), os.environ.get("PATH", os.defpath)])
    keep_compiled_code(os.environ)
    try:
        if missing_parts(ROOT, parts):
            set_up(ROOT, parts)
        if not _inside(ROOT / ".venv"):
            _move_into(ROOT / ".venv")
        sys.exit(importlib.import_module(module).main(sys.argv[1:]))
    except SetupError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


def keep_compiled_code(environ):
    """Let Python keep compiled code in .cache where it may not keep it beside the sources: a third of a short build."""
    if environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "compiled")


def _inside(environment):
    return Path(sys.prefix) == environment


def _move_into(environment):
    python = str(environment / "bin" / "python")
    sys.stdout.flush()
    os.execv(python, [python, *sys.argv])
