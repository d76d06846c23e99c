"""Installs packages of Debian, or takes single programs out of them, where this is a Debian and we are root."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from scripts.setup.steps import run_step

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def can_install():
    """Whether packages of Debian, or of a system like it, can be installed here."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def install_packages(title, names):
    """Fetch and install the packages; the progress is the one that is being unpacked or set up."""
    run_step("Debian's package lists", ["apt-get", "update"], environment=QUIET)
    run_step(title, ["apt-get", "install", "-y", *names], environment=QUIET, progress=_package)


def unpack_programs(title, names, folder):
    """Fetch packages and put the program that each is named after into the folder.

    Nothing is installed: a package's own scripts never run, so no service of the machine is started or enabled.
    """
    run_step("Debian's package lists", ["apt-get", "update"], environment=QUIET)
    with tempfile.TemporaryDirectory() as place:
        run_step(title, ["apt-get", "download", *names], cwd=place, environment=QUIET)
        for package in sorted(Path(place).glob("*.deb")):
            run_step("Unpacking %s" % package.name, ["dpkg-deb", "--extract", package, Path(place) / "unpacked"])
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            shutil.move(str(Path(place) / "unpacked" / "usr" / "bin" / name), str(folder / name))


def _package(line):
    words = line.split()
    return words[1] if line.startswith(("Unpacking ", "Setting up ")) else ""
