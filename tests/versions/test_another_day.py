"""The day is an argument: each day's site has that day's version in force, and nothing that was announced later."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts.publishing.site import Site, site
from tests.versions.history import DRIFT, docs_with_history


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return docs_with_history(tmp_path_factory.mktemp("history"))


def on(docs: Path, day: str) -> Site:
    return site(docs, datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC), "tag")


def body(made: Site, path: str) -> str:
    return next(page.body for page in made.pages if page.path == path)


def versions(made: Site) -> set[str]:
    """The versions that have a page of their own."""
    below = (page.path.removeprefix(DRIFT).rstrip("/") for page in made.pages if page.path.startswith(DRIFT))
    return {name for name in below if name and "..." not in name and name != "compare"}


@pytest.mark.parametrize(
    ("day", "known", "says"),
    [
        ("2025-12-31", {"2026-01-01"}, "Trer i kraft 01.01.2026"),
        ("2026-02-28", {"2026-01-01"}, "Gjelder fra 01.01.2026"),
        ("2026-03-01", {"2026-01-01", "2026-06-01"}, "En ny versjon trer i kraft 01.06.2026"),
        ("2026-06-01", {"2026-01-01", "2026-06-01"}, "Gjelder fra 01.06.2026"),
        ("2026-10-01", {"2026-01-01", "2026-06-01", "2027-01-01"}, "En ny versjon trer i kraft 01.01.2027"),
        ("2027-01-01", {"2026-01-01", "2026-06-01", "2027-01-01"}, "Gjelder fra 01.01.2027"),
    ],
)
def test_a_site_knows_what_was_known_on_its_day(docs: Path, day: str, known: set[str], says: str):
    made = on(docs, day)
    assert made.problems == ()
    assert versions(made) == known
    assert says in body(made, DRIFT)


def test_calculators_and_feeds_follow(docs: Path):
    """What is computed, told and listed is what that day knew."""
    made = on(docs, "2026-02-28")
    files = {file.path: file.text for file in made.files}
    assert [each["version"] for each in json.loads(files["api/agreements/fjord/drift/terms.json"])["versions"]] == [
        "2026-01-01"
    ]
    assert files["feeds/fjord.atom"].count("<entry>") == 1
    assert files["feeds/agreements.ics"].count("BEGIN:VEVENT") == 1
    assert all("2026-06-01" not in page.body for page in made.pages)


def test_a_day_has_one_site(docs: Path):
    """Whenever it is built."""
    assert on(docs, "2026-06-01") == on(docs, "2026-06-01")
