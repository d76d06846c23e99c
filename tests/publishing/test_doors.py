"""The two doors, scripts/hooks.py and plain files that a MkDocs without hooks renders, give the same pages."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.hooks import moment_of
from scripts.publishing.site import site
from scripts.publishing.source_folder import write_source_folder
from scripts.setup.start import ROOT

SAMPLE = Path(__file__).parent / "sample"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FRAME = re.compile(
    r'<title>.*?</title>|<meta .*?>|<header class="house">.*?</header>|<footer class="house-foot">.*?</footer>',
    re.DOTALL,
)


@pytest.fixture(scope="module")
def through_hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hooks")
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(SAMPLE), site_dir=str(folder))
    config.extra |= {"today": NOW.date().isoformat(), "bundle": "tag"}
    build(config)
    return folder


@pytest.fixture(scope="module")
def through_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    made = site(SAMPLE, NOW, "tag")
    pdfs = {page.path: page.html.encode() for page in made.prints}  # what they say is not looked at here
    write_source_folder(made, pdfs, SAMPLE, ROOT, folder / "sources")
    build(load_config(str(folder / "sources" / "mkdocs.yml"), site_dir=str(folder / "site")))
    return folder / "site"


def test_publish_the_same_addresses(through_hooks: Path, through_files: Path):
    """No page and no file of the site comes through one door only."""
    assert _addresses(through_hooks) <= _addresses(through_files)
    assert _pages(through_hooks) == _pages(through_files)


def test_publish_the_same_words(through_hooks: Path, through_files: Path):
    """What stands in a page does not depend on the door."""
    for address in _pages(through_hooks):
        assert _content(through_hooks / address) == _content(through_files / address), address


def test_publish_the_same_frame(through_hooks: Path, through_files: Path):
    """The hooks make it once for the pages of chapters that are of one kind; what a page says itself is its own."""
    chapter = [address for address in _pages(through_hooks) if address.startswith("agreements/fjord/drift/")]
    frames = {address: _frame(through_hooks / address) for address in chapter}
    assert frames == {address: _frame(through_files / address) for address in chapter}
    assert len({str(frame) for frame in frames.values()}) > 1


@pytest.mark.parametrize("door", ["through_hooks", "through_files"])
def test_lead_from_a_written_page_to_its_translations(door: str, request: pytest.FixtureRequest):
    """Both what search engines read and the language switch lead to the same page in the other languages."""
    folder = request.getfixturevalue(door)
    everywhere = {"nb": "guide/marks", "sv": "sv/guide/marks", "en": "en/guide/marks"}
    for address in everywhere.values():
        for element in ("link", "a"):
            assert _translations(folder, address, element) == everywhere
    assert _translations(folder, "guide/only-here", "link") == {"nb": "guide/only-here"}


def _translations(folder: Path, address: str, element: str) -> dict[str, str]:
    """Where the elements with a language lead, by that language."""
    page = folder / address / "index.html"
    found = re.findall(rf"<{element} [^>]*>", page.read_text(encoding="utf-8"))
    links = [(re.search(r'hreflang="(\w+)"', tag), re.search(r'href="([^"]*)"', tag)) for tag in found]
    return {
        language[1]: (page.parent / href[1]).resolve().relative_to(folder.resolve()).as_posix()
        for language, href in links
        if language and href
    }


def _addresses(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _pages(folder: Path) -> set[str]:
    return {address for address in _addresses(folder) if address.endswith(".html")}


def _content(page: Path) -> str:
    """What stands in the frame; a file that has none is compared whole."""
    text = page.read_text(encoding="utf-8")
    framed = re.search(r'<div class="page".*</main>', text, re.DOTALL)
    return framed[0] if framed else text


def _frame(page: Path) -> list[str]:
    return FRAME.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("named", "moment"),
    [
        ("2026-11-20", "2026-11-20T12:00:00+00:00"),
        ("2026-11-20T00:20:05+01:00", "2026-11-20T00:20:05+01:00"),
        ("2026-11-20T14:20:05.193211+00:00", "2026-11-20T14:20:05.193211+00:00"),
    ],
)
def test_see_the_site_from_the_moment_that_is_named(named: str, moment: str, monkeypatch: pytest.MonkeyPatch):
    """A day stands for its noon, so that two builds of it are the same; a moment is taken at its word."""
    monkeypatch.setenv("PARAGRAF_TODAY", named)
    assert moment_of(load_config(str(ROOT / "mkdocs.yml"))).isoformat() == moment
