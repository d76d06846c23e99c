"""The parts of an environment: what each is made from, whether it is there as stated, and what makes it.

A part's stamp holds the hash of everything it was made from. It is removed before the work and written after it, so a
set-up that was interrupted, and a lock file that has changed since, both show as a stamp that does not fit.
"""

import hashlib
from pathlib import Path

from scripts.setup import browser, monitoring, node, packages, pango
from scripts.setup.steps import only_one, say


class Part:
    """One thing to set up: its name, its lock files, what else its stamp depends on, and the function that makes it."""

    def __init__(self, name, lock_files, make, state=None, needs=()):
        self.name = name
        self.lock_files = lock_files
        self.make = make
        self.state = state or (lambda root: "")
        self.needs = needs

    def stamp(self, root):
        """The hash that the part's stamp file has when the part fits this folder and its lock files."""
        digest = hashlib.sha256(str(root).encode())
        digest.update(packages.python_state(root).encode())
        digest.update(self.state(root).encode())
        for name in self.lock_files:
            digest.update(name.encode() + (Path(root) / name).read_bytes())
        return digest.hexdigest()

    def stamp_file(self, root):
        return Path(root) / ".venv" / "parts" / self.name

    def is_ready(self, root):
        try:
            return self.stamp_file(root).read_text() == self.stamp(root)
        except OSError:
            return False


PACKAGES = Part("packages", ["requirements.txt"], packages.install_site)
NODE = Part("node", ["requirements-node.txt", "package.json", "package-lock.json"], node.install, state=node.state)
PANGO = Part("pango", ["requirements.txt"], pango.install, state=pango.state)
TEST_PACKAGES = Part("test-packages", ["requirements-test.txt"], packages.install_tests)
STATUSCHECK = Part("statuscheck", ["requirements-statuscheck.txt"], packages.install_statuscheck)
CHROMIUM = Part("chromium", [], browser.install, state=browser.state)
MONITORING = Part("monitoring", [], monitoring.install, state=monitoring.state)


def missing_parts(root, parts):
    """The parts that have not been set up, were left half done, or no longer fit their lock files."""
    return [part for part in parts if not part.is_ready(root)]


def set_up(root, parts):
    """Make what is missing, in order; a second set-up at the same time waits for the first."""
    with only_one(Path(root) / ".cache" / "setup.lock", "set-up"):
        packages.prepare(root)
        for part in missing_parts(root, parts):
            _make(root, part)
        say("Set-up is complete.")


def _make(root, part):
    stamp_file = part.stamp_file(root)
    if stamp_file.exists():
        stamp_file.unlink()
    part.make(root)
    stamp_file.parent.mkdir(parents=True, exist_ok=True)
    stamp_file.write_text(part.stamp(root))
