"""Stamps: a part is made once, and again when its lock file changes or a set-up was interrupted."""

from pathlib import Path

import pytest

from scripts.setup import packages
from scripts.setup.parts import Part, missing_parts, set_up
from scripts.setup.steps import SetupError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder whose environment has been made, so that only parts are missing."""
    binaries = tmp_path / ".venv" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "python").write_text("")
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("version = 3.13.0")
    (tmp_path / ".venv" / "parts").mkdir()
    (tmp_path / ".venv" / "parts" / "made").write_text(str(tmp_path / ".venv"))
    (tmp_path / "lock.txt").write_text("brotli==1.2.1")
    return tmp_path


class Work:
    """Counts how often a part is made; can fail like a download that breaks off."""

    def __init__(self):
        self.times = 0
        self.fails = False

    def __call__(self, root):
        self.times += 1
        if self.fails:
            raise OSError("broken off")


def test_a_part_is_made_once(root):
    work = Work()
    part = Part("packages", ["lock.txt"], work)
    for _ in range(2):
        set_up(root, [part])
    assert work.times == 1
    assert missing_parts(root, [part]) == []


@pytest.mark.parametrize(
    ("name", "text"), [("lock.txt", "brotli==1.2.2"), (".venv/pyvenv.cfg", "version = 3.14.0")], ids=["lock", "python"]
)
def test_it_is_made_again_when_what_it_is_made_of_changes(root, name, text):
    work = Work()
    part = Part("packages", ["lock.txt"], work)
    set_up(root, [part])
    (root / name).write_text(text)
    assert missing_parts(root, [part]) == [part]
    set_up(root, [part])
    assert work.times == 2


def test_it_is_made_again_when_its_surroundings_change(root):
    node = ["/usr/bin/node"]
    part = Part("node", ["lock.txt"], Work(), state=lambda root: node[0])
    set_up(root, [part])
    node[0] = "/opt/node"
    assert missing_parts(root, [part]) == [part]


def test_an_interrupted_set_up_shows_and_is_done_again(root):
    work = Work()
    part = Part("packages", ["lock.txt"], work)
    set_up(root, [part])
    (root / "lock.txt").write_text("brotli==1.2.2")
    work.fails = True
    with pytest.raises(OSError, match="broken off"):
        set_up(root, [part])
    (root / "lock.txt").write_text("brotli==1.2.1")
    assert missing_parts(root, [part]) == [part]


def test_an_installation_that_broke_off_spoils_the_environment(root):
    part = Part("packages", ["lock.txt"], Work())
    set_up(root, [part])
    (root / ".venv" / "bin" / "python").write_text("#!/bin/sh\necho broken off; exit 1\n")
    (root / ".venv" / "bin" / "python").chmod(0o755)
    with pytest.raises(SetupError, match="broken off"):
        packages.install(root, "lock.txt", "Packages")
    assert not packages.is_whole(root / ".venv")
    assert missing_parts(root, [part]) == [part]


def test_a_copied_folder_is_set_up_anew(root, tmp_path):
    part = Part("packages", ["lock.txt"], Work())
    set_up(root, [part])
    copy = tmp_path.with_name(tmp_path.name + "-copy")
    root.rename(copy)
    assert missing_parts(copy, [part]) == [part]
