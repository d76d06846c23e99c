"""scripts/test: builds the tests' site where its progress can be seen, then hands over to pytest."""

import os
import sys

from scripts.building.site import BuildFailed, bring_up_to_date
from scripts.setup.start import ROOT
from scripts.testing.shared import BUILD


def main(arguments: list[str]) -> int:
    """Run pytest; tests that need the site fail by themselves where it cannot be built, the others still run."""
    sys.stdout.reconfigure(line_buffering=True)
    if not arguments:
        try:
            bring_up_to_date(BUILD)
        except BuildFailed as error:
            print(error)
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *arguments])
    return 0
