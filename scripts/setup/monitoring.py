"""Finds the servers that a test measures with, or takes them out of Debian's packages; nothing is installed for them.

The packages would start a service each, on the machine of whoever runs the tests. The programs alone are enough.
"""

import os
import shutil
from pathlib import Path

from scripts.setup.debian import can_install, unpack_programs
from scripts.setup.steps import SetupError, say

PROMETHEUS, BLACKBOX, VICTORIA = "prometheus", "prometheus-blackbox-exporter", "victoria-metrics"
NAMES = {  # of Debian's package, and of the program wherever it may have come from
    PROMETHEUS: ["prometheus"],
    BLACKBOX: ["prometheus-blackbox-exporter", "blackbox_exporter"],
    VICTORIA: ["victoria-metrics", "victoria-metrics-prod"],
}
MISSING = (
    "%s not found: install Prometheus, its blackbox exporter and VictoriaMetrics, so that they are on PATH, "
    "or run scripts/test as root on Debian."
)


def program(root, package):
    """The path of a server's program: on PATH, or where the set-up put it; None where it is nowhere."""
    folder = str(_folder(root))
    found = (shutil.which(name) or shutil.which(name, path=folder) for name in NAMES[package])
    return next((path for path in found if path), None)


def missing(root):
    """What to do about the servers that are nowhere; "" where all are there."""
    names = [package for package in NAMES if not program(root, package)]
    return MISSING % ", ".join(names) if names else ""


def state(root):
    """Where the programs are; while Debian could still give one, no two answers are alike: the set-up tries again."""
    found = " ".join(str(program(root, package)) for package in NAMES)
    return "%s %s" % (found, os.urandom(8).hex()) if missing(root) and can_install() else found


def install(root):
    """Take what is missing from Debian for root. Where that cannot be, one test is skipped and all others still run."""
    names = [package for package in NAMES if not program(root, package)]
    if names and can_install():
        try:
            unpack_programs("Servers to measure with", names, _folder(root))
        except SetupError as error:
            say("%s\nThe test that needs them is skipped." % error)


def _folder(root):
    return Path(root) / ".venv" / "servers"
