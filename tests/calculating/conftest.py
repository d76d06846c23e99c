"""The bundle that the browser loads; made once, and kept as long as the calculators are the same."""

from pathlib import Path

import pytest

from scripts.bundle import bundle
from scripts.setup.start import ROOT


@pytest.fixture(scope="session")
def bundle_folder() -> Path:
    return bundle(ROOT, ROOT / ".cache")
