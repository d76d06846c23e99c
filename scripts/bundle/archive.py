"""`calculators.zip`: the calculators and the part of the standard library they need, compiled, as one stored archive.

Stored, not deflated: the web server compresses the whole better than a zip compresses its parts.
"""

import json
import sysconfig
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.bundle.node import run_inside
from scripts.bundle.runtime import Runtime
from scripts.bundle.selfcheck import SelfCheck

# Loaded by the standard library only when it comes to it: no import statement shows them, no rehearsal need meet them.
EXTRA_MODULES = ("_strptime",)
# Loaded when Python starts, and never needed: the standard library does without where they could not be built.
OPTIONAL = ("ssl.py", "_ssl.py", "bz2.py", "lzma.py", "compression/")
# A quarter of what is sent of it, and a sixth: the columns of a traceback, and docstrings. The calculators keep theirs:
# a dataclass without one spends a millisecond making one up.
WITHOUT_COLUMNS = ("-X", "no_debug_ranges")
WITHOUT_DOCSTRINGS = ("-OO",)
# Ours beside it: what they are for is said in them.
ARCHIVED = Path(__file__).parent / "archived"
RENAMED = {"_colorize.py": "_terminal_themes.py"}
DAY_OF_ENTRIES = (2026, 1, 1, 0, 0, 0)


def write_archive(runtime: Runtime, wheel: Path, selfcheck: SelfCheck, archive: Path) -> None:
    """Write the archive; equal sources give equal bytes."""
    library = archive.with_name("library.zip")
    standard = _entries(runtime.standard_library, needed_files(runtime, wheel, selfcheck))
    ours = {path.name: path.read_bytes() for path in ARCHIVED.glob("*.py")}
    _write_stored({RENAMED.get(name, name): content for name, content in standard.items()} | ours, library)
    _compile(runtime, library, WITHOUT_COLUMNS + WITHOUT_DOCSTRINGS)
    _compile(runtime, wheel, WITHOUT_COLUMNS)
    compiled = next(wheel.parent.glob("*.whl"))
    _write_stored(_entries(library) | _entries(compiled, leave_out=".dist-info/"), archive)
    library.unlink()


def _compile(runtime: Runtime, archive: Path, flags: Sequence[str]) -> None:
    """Compile in place; a wheel gets another name, that of a wheel for one Python."""
    mounts = {"/workshop": archive.parent, "/site-packages": Path(sysconfig.get_path("purelib"))}
    run_inside(runtime.folder, "compile.py", f"/workshop/{archive.name}", flags=flags, mounts=mounts)


def needed_files(runtime: Runtime, wheel: Path, selfcheck: SelfCheck) -> list[str]:
    """The files of the standard library that the calculators load, found by a rehearsal."""
    job = {"wheel": f"/wheels/{wheel.name}", "extra": EXTRA_MODULES, "question": selfcheck.question}
    found = run_inside(runtime.folder, "rehearse.py", json.dumps(job), mounts={"/wheels": wheel.parent})
    return [name for name in json.loads(found) if not name.startswith(OPTIONAL)]


def _entries(archive: Path, names: Sequence[str] | None = None, leave_out: str = "\0") -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in names or opened.namelist() if leave_out not in name}


def _write_stored(entries: Mapping[str, bytes], archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name in sorted(entries):
            opened.writestr(zipfile.ZipInfo(name, DAY_OF_ENTRIES), entries[name])
