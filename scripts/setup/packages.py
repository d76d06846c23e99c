"""Makes .venv and installs the hashed requirement files into it."""

import re
import shutil
from pathlib import Path

from scripts.setup.pythons import find_python
from scripts.setup.steps import run_step


def python_state(root):
    """What tells one .venv from another: its settings file, which names its Python; "" when it is not whole."""
    environment = Path(root) / ".venv"
    return (environment / "pyvenv.cfg").read_text() if is_whole(environment) else ""


def prepare(root):
    """Make .venv afresh, unless a whole one is there."""
    environment = Path(root) / ".venv"
    if is_whole(environment):
        return
    python = find_python()
    if environment.exists():
        shutil.rmtree(str(environment))
    run_step("Python environment", [python, "-m", "venv", environment])
    (environment / "parts").mkdir()
    (environment / "parts" / "made").write_text(str(environment))


def is_whole(environment):
    """Whether .venv was made to the end, in this folder, its Python exists, and no installation into it broke off."""
    made = environment / "parts" / "made"
    unfinished = environment / "parts" / "unfinished"
    python = environment / "bin" / "python"
    return made.exists() and made.read_text() == str(environment) and python.exists() and not unfinished.exists()


def install_site(root):
    install(root, "requirements.txt", "Python packages")


def install_tests(root):
    install(root, "requirements-test.txt", "Test packages")


def install_statuscheck(root):
    """Make the client of status pages an environment of its own: it wants older packages than everything else."""
    environment = Path(root) / ".venv" / "statuscheck"
    if environment.exists():
        shutil.rmtree(str(environment))
    run_step("Environment of statuscheck", [Path(root) / ".venv" / "bin" / "python", "-m", "venv", environment])
    _pip_install(environment, Path(root) / "requirements-statuscheck.txt", "Packages of statuscheck")


def install(root, requirements, title):
    """Install one hashed requirements file into .venv."""
    unfinished = Path(root) / ".venv" / "parts" / "unfinished"
    unfinished.touch()
    _pip_install(Path(root) / ".venv", Path(root) / requirements, title)
    unfinished.unlink()


def _pip_install(environment, path, title):
    """Have pip install a requirements file; the progress is the number of packages it has come to."""
    total = len(re.findall(r"(?m)^[\w.-]+(?:\[.*\])?==", path.read_text()))
    options = ["--require-hashes", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    command = [environment / "bin" / "python", "-m", "pip", "install", *options, "-r", path]
    run_step(title, command, progress=Progress(total))


class Progress:
    """Counts the packages that pip says it is collecting or already has."""

    def __init__(self, total):
        self.total = total
        self.seen = 0

    def __call__(self, line):
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            self.seen += 1
        if line.startswith("Installing collected packages"):
            return "all fetched, installing"
        return "%d of %d" % (min(self.seen, self.total), self.total)
