"""Finds Node.js or takes it from PyPI, and installs what package-lock.json names into node_modules."""

import os
import re
import shutil
from pathlib import Path

from scripts.setup.packages import install as install_requirements
from scripts.setup.steps import output_of, run_step

OLDEST = 20
INSTALL = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"]


def state(root):
    """Which Node.js is first on PATH, and whether node_modules is complete: npm writes its hidden lock file last."""
    node = shutil.which("node") or ""
    modules = Path(root) / "node_modules" / ".package-lock.json"
    return "%s %s %s" % (os.path.realpath(node), os.path.getmtime(node) if node else "", modules.exists())


def install(root):
    """Put Node.js into .venv when the machine has none that is new enough, then install the npm packages."""
    if not has_node():
        install_requirements(root, "requirements-node.txt", "Node.js")
    run_step("npm packages", INSTALL, cwd=str(root))


def has_node():
    """Whether Node.js and npm are on PATH, run, and Node.js is new enough."""
    version = re.match(r"v(\d+)\.", output_of(["node", "--version"]))
    return bool(version) and int(version.group(1)) >= OLDEST and bool(output_of(["npm", "--version"]))
