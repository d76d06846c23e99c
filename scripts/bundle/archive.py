"""`calculators.zip`: the calculators and the part of the standard library they need, compiled, as one stored archive.

Stored, not deflated: the web server compresses the whole better than a zip compresses its parts.
"""

import json
import sysconfig
import zipfile
from collections.abc import Mapping
from pathlib import Path

from scripts.bundle.node import run_inside
from scripts.bundle.runtime import Runtime
from scripts.bundle.selfcheck import SelfCheck

# Loaded by the standard library only when it comes to it: no import statement shows them, no rehearsal need meet them.
EXTRA_MODULES = ("_strptime",)
WITHOUT_DOCSTRINGS = ("-OO",)  # a fifth of the archive, compressed
DAY_OF_ENTRIES = (2026, 1, 1, 0, 0, 0)


def write_archive(runtime: Runtime, wheel: Path, selfcheck: SelfCheck, archive: Path) -> None:
    """Write the archive; equal sources give equal bytes."""
    needed = needed_files(runtime, wheel, selfcheck)
    _write_stored(_entries(runtime.standard_library, needed) | _package_entries(wheel), archive)
    _compile(runtime, archive)
    with zipfile.ZipFile(archive) as compiled:
        entries = {name: compiled.read(name) for name in compiled.namelist()}
    _write_stored(entries, archive)


def _compile(runtime: Runtime, archive: Path) -> None:
    mounts = {"/workshop": archive.parent, "/site-packages": Path(sysconfig.get_path("purelib"))}
    run_inside(runtime.folder, "compile.py", f"/workshop/{archive.name}", flags=WITHOUT_DOCSTRINGS, mounts=mounts)


def needed_files(runtime: Runtime, wheel: Path, selfcheck: SelfCheck) -> list[str]:
    """The files of the standard library that the calculators load, found by a rehearsal."""
    job = {"wheel": f"/wheels/{wheel.name}", "extra": EXTRA_MODULES, "question": selfcheck.question}
    return json.loads(run_inside(runtime.folder, "rehearse.py", json.dumps(job), mounts={"/wheels": wheel.parent}))


def _entries(archive: Path, names: list[str]) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in names}


def _package_entries(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist() if ".dist-info/" not in name}


def _write_stored(entries: Mapping[str, bytes], archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name in sorted(entries):
            opened.writestr(zipfile.ZipInfo(name, DAY_OF_ENTRIES), entries[name])
