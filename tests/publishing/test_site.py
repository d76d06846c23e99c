"""The site of one small agreement: its pages as values, compared with the ones kept in golden/."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts.publishing.page import Page
from scripts.publishing.site import Site, site

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GOLDEN = {
    "agreement": "agreements/fjord/drift/",
    "supplier": "agreements/fjord/",
    "agreements": "en/agreements/",
    "calculators": "sv/calculators/",
    "calculator": "calculators/term-and-notice/",
    "home": "",
}


@pytest.fixture(scope="module")
def made() -> Site:
    return site(HERE / "sample", NOW, "tag")


@pytest.mark.parametrize("name", GOLDEN)
def test_prints_the_page_as_it_is_kept(made: Site, name: str):
    """What a page says and how it is built changes only with its golden file."""
    assert _page(made, GOLDEN[name]).body == (HERE / "golden" / f"{name}.html").read_text(encoding="utf-8").rstrip("\n")


def test_has_every_address_of_an_agreement(made: Site):
    """The agreement, its version, its supplier and the lists are there; so are its terms as JSON."""
    paths = {page.path for page in made.pages}
    agreement = "agreements/fjord/drift/"
    assert {"agreements/", "agreements/fjord/", agreement, f"{agreement}2026-01-01/"} <= paths
    assert {f"{root}calculators/term-and-notice/" for root in ("", "sv/", "en/")} <= paths
    assert "api/agreements/fjord/drift/terms.json" in {file.path for file in made.files}


def test_finds_nothing_wrong_with_a_sound_text(made: Site):
    """No problem, and no link that leads nowhere."""
    assert made.problems == ()


def test_says_what_holds_on_the_day():
    """A version that begins later is announced as such, with no version in force before it."""
    early = site(HERE / "sample", datetime(2025, 12, 24, 12, tzinfo=UTC), "tag")
    body = _page(early, "agreements/fjord/drift/2026-01-01/").body
    assert "Trer i kraft 01.01.2026" in body


def test_reports_every_problem_of_every_file_at_once(tmp_path: Path):
    """A text with faults still gives its findings, by file and line."""
    docs = tmp_path / "docs"
    for path in (HERE / "sample").rglob("*"):
        if path.is_file():
            (docs / path.relative_to(HERE / "sample")).parent.mkdir(parents=True, exist_ok=True)
            (docs / path.relative_to(HERE / "sample")).write_bytes(path.read_bytes())
    text = docs / "agreements/fjord/drift/2026-01-01.md"
    text.write_text(text.read_text("utf-8").replace("[3 måneder]", "[3]").replace("(#2)", "(#7)"), encoding="utf-8")
    problems = site(docs, NOW, "tag").problems
    assert any("2026-01-01.md:22" in problem and "«3»" in problem for problem in problems)
    assert any("#7" in problem for problem in problems)


def _page(made: Site, path: str) -> Page:
    return next(page for page in made.pages if page.path == path)
