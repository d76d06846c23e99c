"""How a snapshot is kept, and that what is private to one Pyodide is done to that one only."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from scripts.setup.start import ROOT

BROWSER = ROOT / "scripts" / "bundle" / "browser"


def test_it_unpacks_what_it_packed():
    script = Path(__file__).with_name("packing.mjs")
    command = [shutil.which("node"), script, BROWSER / "snapshots.mjs"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_it_was_written_for_the_pyodide_that_is_installed():
    """Snapshots are private to a version of Pyodide: read interpreter.mjs again, then name the new one there."""
    written_for = re.search(r'WRITTEN_FOR = "(.+)"', (BROWSER / "interpreter.mjs").read_text("utf-8"))[1]
    assert written_for == json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]["pyodide"]
