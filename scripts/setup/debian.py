"""Installs packages of Debian, where this is a Debian and we are root."""

import os
import shutil
import sys

from scripts.setup.steps import run_step

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def can_install():
    """Whether packages of Debian, or of a system like it, can be installed here."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def install_packages(title, names):
    """Fetch and install the packages; the progress is the one that is being unpacked or set up."""
    run_step("Debian's package lists", ["apt-get", "update"], environment=QUIET)
    run_step(title, ["apt-get", "install", "-y", *names], environment=QUIET, progress=_package)


def _package(line):
    words = line.split()
    return words[1] if line.startswith(("Unpacking ", "Setting up ")) else ""
