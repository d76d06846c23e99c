"""The files that pages load: all there, always the same, under a new tag when a source changes, or not made at all."""

import re
import shutil
from pathlib import Path

import pytest

from scripts.frontend import frontend
from scripts.frontend.esbuild import BundlingFailed, esbuild
from scripts.setup.start import ROOT

ASSETS = Path("templates") / "assets"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the sources to change."""
    shutil.copytree(ROOT / ASSETS, tmp_path / ASSETS)
    shutil.copyfile(ROOT / "package-lock.json", tmp_path / "package-lock.json")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def test_it_has_every_script_and_sheet_that_pages_ask_for(root):
    folder = frontend(root, root / "cache")
    sheets = {path.name for path in (ROOT / ASSETS / "stylesheets").glob("*.css")}
    assert {path.name for path in folder.iterdir()} == {"page.mjs", "worker.mjs", "scheme.js", *sheets}
    frame = (ROOT / "templates" / "main.html").read_text("utf-8")
    asked = set(re.findall(r"extra\.front ~ '([\w.]+)'", frame))
    assert {"scheme.js", "page.mjs", "print.css"} <= asked <= {path.name for path in folder.iterdir()}


def test_every_module_that_a_template_asks_for_by_name_is_in_the_one_file():
    templates = (ROOT / "templates").rglob("*.html")
    asked = {name for path in templates for name in re.findall(r'data-module="([\w/]+)"', path.read_text("utf-8"))}
    page = (ROOT / ASSETS / "javascripts" / "page.mjs").read_text("utf-8")
    assert asked == set(re.findall(r'import\("\./([\w/]+)\.mjs"\)', page))


def test_every_sheet_that_a_page_names_is_there():
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "scripts" / "publishing").glob("*.py"))
    named = {name for names in re.findall(r'sheet="([\w ]+)"', sources) for name in names.split()}
    assert {"agreement", "calculator"} <= named <= {path.stem for path in (ROOT / ASSETS / "stylesheets").glob("*.css")}


def test_it_makes_the_same_bytes_under_the_same_tag(root):
    first, again = frontend(root, root / "one"), frontend(root, root / "two")
    assert first.name == again.name
    for path in first.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("source", ["javascripts/calculator/page.mjs", "stylesheets/common/text.css"])
def test_another_source_is_another_tag(root, source):
    before = frontend(root, root / "cache")
    with (root / ASSETS / source).open("a") as file:
        file.write("/* changed */\n")
    assert frontend(root, root / "cache").name != before.name


@pytest.mark.parametrize(
    ("source", "fault", "told"),
    [
        ("javascripts/clauses.mjs", "const = 1", r"clauses\.mjs:\d+:\d+"),
        ("javascripts/clauses.mjs", 'import "./nowhere.mjs"', r"nowhere\.mjs"),
        ("stylesheets/agreement.css", "a { color: red", r"agreement\.css:\d+:\d+"),
    ],
)
def test_a_fault_is_told_by_file_and_line_and_nothing_is_made(root, source, fault, told):
    with (root / ASSETS / source).open("a") as file:
        file.write(f"\n{fault}\n")
    with pytest.raises(BundlingFailed, match=told):
        frontend(root, root / "cache")
    assert list((root / "cache").glob("frontend/*")) == []


def test_it_says_how_to_get_what_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match="npm ci"):
        esbuild(tmp_path, [], tmp_path)
