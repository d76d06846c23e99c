"""The site that the tests read, of one fixed day: tests look at no clock."""

from datetime import date

from scripts.building.site import Build
from scripts.setup.start import ROOT

TODAY = date(2026, 11, 20)
BUILD = Build(ROOT, ROOT / ".cache" / "site-for-tests", TODAY)
