"""Writing: nothing of an interrupted write is seen, and two operators at once lose nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.operating import filing
from scripts.operating.filing import put_text
from scripts.setup.start import ROOT
from scripts.status.reading import read_status
from tests.operating.conftest import NOW, Command

LOGIN = "incidents/2026-11-20-vpn-login.md"
# Each of two processes adds its updates as fast as it can; `sys.argv` says where, who and how many.
OPERATOR = """
import sys
from pathlib import Path
from scripts.operating.incident_command import run
docs, who, count, now = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for number in range(count):
    assert run(["update", "vpn-login", "--text", f"{who} {number}"], docs, now) == 0
"""


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_an_interrupted_write_leaves_the_old_file(step: str, docs: Path, run: Command, monkeypatch: pytest.MonkeyPatch):
    """The disk is full, or the rename fails: the operator is told, and the folder is as it was."""
    before = names_and_texts(docs)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", "2026-11-20-vpn-login.md")

    monkeypatch.setattr(filing.os, step, fail)
    code, said = run("incident update vpn-login --text Nytt")
    assert code == 1
    assert said == (
        "scripts/incident update: 2026-11-20-vpn-login.md: No space left on device; "
        "the old file, if there was one, is unchanged."
    )
    assert names_and_texts(docs) == before


def test_a_killed_write_leaves_the_old_file_and_a_site_that_can_be_read(docs: Path, library):
    """What a process killed before its rename leaves behind is no file of the status page."""
    path = docs / "status" / LOGIN
    before = path.read_text(encoding="utf-8")
    script = (
        "import os, sys; from pathlib import Path; from scripts.operating import filing;"
        "filing.os.replace = lambda *_: os._exit(9); filing.put_text(Path(sys.argv[1]), 'half')"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT)
    assert killed.returncode == 9
    assert path.read_text(encoding="utf-8") == before
    assert read_status(docs, library).problems == ()


def test_two_operators_at_once_lose_nothing(docs: Path, library):
    """Every update of both is there, each once, after they raced for the same file."""
    shutil.copytree(ROOT / "docs" / "agreements" / "nettsoft", docs / "agreements" / "nettsoft")
    operators = [
        subprocess.Popen(
            [sys.executable, "-c", OPERATOR, str(docs), who, "4", str(NOW)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for who in ("Kari", "Ola")
    ]
    assert [operator.wait() for operator in operators] == [0, 0]
    status = read_status(docs, library)
    told = [update.text.to("nb") for update in status.incidents[-1].updates[2:]]
    assert status.problems == ()
    assert sorted(told) == [f"<p>{who} {number}</p>" for who in ("Kari", "Ola") for number in range(4)]


def test_a_file_keeps_its_rights(tmp_path: Path):
    path = tmp_path / "a.md"
    put_text(path, "a")
    assert path.stat().st_mode & 0o777 == 0o644
    path.chmod(0o664)
    put_text(path, "b")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("b", 0o664)
    assert os.listdir(tmp_path) == ["a.md"]


def names_and_texts(docs: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in docs.rglob("*") if path.is_file() and path.name != ".lock"}
