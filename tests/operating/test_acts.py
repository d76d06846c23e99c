"""What the commands write and say: each file under `acts` is a run of commands, and what they left."""

from pathlib import Path

import pytest
import yaml

from scripts.operating.templates import read_template, template_names
from scripts.setup.start import ROOT
from scripts.status import incidents, maintenance
from scripts.status.fields import LANGUAGES
from scripts.status.reading import read_status
from tests.operating.conftest import Command

ACTS = sorted((Path(__file__).parent / "acts").glob("*.yml"))


@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.stem)
def test_writes_and_says(path: Path, docs: Path, run: Command):
    """Every command prints what stands behind it, and the file is as expected, letter by letter."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    for step in case["steps"]:
        assert run(step["run"]) == (0, step["says"].strip())
    assert (docs / "status" / case["file"]).read_text(encoding="utf-8").strip() == case["text"].strip()


@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.stem)
def test_leaves_what_the_site_can_read(path: Path, docs: Path, run: Command, library):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    for step in case["steps"]:
        run(step["run"])
    assert read_status(docs, library).problems == ()


def refusals() -> list[dict[str, str]]:
    return yaml.safe_load((Path(__file__).parent / "refusals.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", refusals(), ids=lambda case: case["run"])
def test_refuses_and_says_what_to_type(case: dict[str, str], docs: Path, run: Command):
    """The exact words, and not a letter of any file is changed."""
    before = contents(docs)
    code, said = run(case["run"])
    assert (code, said) == (1, case["says"].strip())
    assert contents(docs) == before


def contents(docs: Path) -> dict[str, bytes]:
    files = (path for path in (docs / "status").rglob("*") if path.is_file() and path.name != ".lock")
    return {str(path): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", template_names(ROOT / "docs" / "status"))
def test_a_template_has_every_text_in_every_language(name: str):
    """Whoever is woken at night finds the words for each state that may come."""
    found = read_template(ROOT / "docs" / "status", name)
    planned = set(maintenance.STATES) & set(found.texts)
    assert set(found.texts) == set(maintenance.STATES if planned else incidents.STATES[:-1])
    assert all(set(texts) == set(LANGUAGES) for texts in (found.title, *found.texts.values()))
