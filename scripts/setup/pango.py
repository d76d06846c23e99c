"""Sees to Pango, the library that WeasyPrint sets the lines of a PDF with and that PyPI does not have."""

import ctypes.util
from pathlib import Path

from scripts.setup.debian import can_install, install_packages
from scripts.setup.steps import SetupError, output_of

LIBRARIES = ["pango-1.0", "pangoft2-1.0", "fontconfig", "harfbuzz", "harfbuzz-subset"]
DEBIAN = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
MISSING = (
    "Printing agreements as PDF needs Pango, and it was not found: install it, for example with `apt install %s`, "
    "`dnf install pango` or `brew install pango`." % " ".join(DEBIAN)
)


def state(root):
    """Where the libraries are; when one comes or goes, the set-up looks again."""
    return " ".join(str(ctypes.util.find_library(name)) for name in LIBRARIES)


def install(root):
    """Have Debian install Pango when WeasyPrint does not start without; elsewhere, say what to install."""
    if not _starts(root) and can_install():
        install_packages("Pango", DEBIAN)
    if not _starts(root):
        raise SetupError(MISSING)


def _starts(root):
    python = Path(root) / ".venv" / "bin" / "python"
    return bool(output_of([python, "-c", "import weasyprint; print(weasyprint.__version__)"]))
