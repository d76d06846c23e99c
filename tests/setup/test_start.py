"""The shared start: it must be readable by the oldest Python that a machine may call python3."""

import ast
import os
import sys

import pytest

from scripts.setup.start import ROOT, keep_compiled_code

SHARED_START = sorted((ROOT / "scripts" / "setup").glob("*.py"))
COMMANDS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix)


def test_there_are_commands():
    assert {"serve", "test", "build", "check", "lock"} <= {path.name for path in COMMANDS}


@pytest.mark.parametrize("path", [*SHARED_START, *COMMANDS], ids=lambda path: path.name)
def test_it_is_python_3_8(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("path", SHARED_START, ids=lambda path: path.name)
def test_the_start_needs_only_the_standard_library(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name.startswith("scripts.setup") or name.split(".")[0] in sys.stdlib_module_names


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.name)
def test_a_command_can_be_run_and_is_thin(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env python3"
    assert len(lines) <= 20
    assert os.access(path, os.X_OK)


def test_compiled_code_is_kept_where_it_may_be():
    """Not beside the sources where that is forbidden; where it is allowed, Python does as it does."""
    forbidden, allowed = {"PYTHONDONTWRITEBYTECODE": "1"}, {"PATH": "/usr/bin"}
    keep_compiled_code(forbidden)
    keep_compiled_code(allowed)
    assert forbidden == {"PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "compiled")}
    assert allowed == {"PATH": "/usr/bin"}
