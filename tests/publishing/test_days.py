"""The site of a day far from today: of before the first text, and of after the end of the calendars."""

from datetime import UTC, datetime

from scripts.publishing.site import site
from scripts.setup.start import ROOT


def _site_of(year: int):
    return site(ROOT / "docs", datetime(year, 1, 1, 12, tzinfo=UTC), "tag")


def test_a_day_before_the_first_version_has_a_site():
    """What begins later is announced; texts of an unknown first day are there already."""
    made = _site_of(1990)
    assert made.problems == ()
    body = next(page.body for page in made.pages if page.path == "agreements/example/cloud-storage/2024-01-01/")
    assert "Trer i kraft 01.01.2024" in body


def test_a_day_that_no_calendar_reaches_has_none():
    """Availability is not counted with holidays that nobody knows; one line says so."""
    made = _site_of(2099)
    assert made.pages == ()
    assert len(made.problems) == 1
    assert "2099-01-01 lies outside the holiday table 2015-2040; expected a day that the table" in made.problems[0]
