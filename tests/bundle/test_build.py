"""The bundle: made once per set of sources, the same bytes each time, small enough to restore and to send."""

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.bundle import bundle
from scripts.bundle.check import LARGEST_HEAP, BundleError, check_answers
from scripts.bundle.runtime import RUNTIME_FILES, installed_runtime
from scripts.bundle.selfcheck import read_selfcheck
from scripts.bundle.tag import TOOLS, bundle_tag
from scripts.setup.start import ROOT

SELFCHECK = ROOT / "scripts" / "bundle" / "selfcheck.json"


@pytest.fixture
def calculators(tmp_path: Path) -> Path:
    """A copy of the calculators to change."""
    return shutil.copytree(ROOT / "calculators", tmp_path / "calculators")


def tag_of(calculators: Path) -> str:
    return bundle_tag(calculators, SELFCHECK, installed_runtime(ROOT))


def test_it_builds_the_same_bytes_again(bundle_folder, tmp_path):
    again = bundle(ROOT, tmp_path, lambda line: None)
    assert again.name == bundle_folder.name
    for path in bundle_folder.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name


def test_it_does_nothing_when_the_bundle_is_there(bundle_folder):
    said = []
    assert bundle(ROOT, bundle_folder.parents[1], said.append) == bundle_folder
    assert said == []


def test_it_is_another_bundle_when_a_calculator_changes(calculators):
    before = tag_of(calculators)
    (calculators / "notice.py").write_text('"""Changed."""\n')
    assert tag_of(calculators) != before


@pytest.mark.parametrize("tool", ["acorn", "binaryen", "esbuild"])
def test_it_is_another_bundle_when_a_tool_does(tmp_path, tool):
    """What browsers keep for good under a tag never changes, not even by another version of what writes it."""
    runtime = replace(installed_runtime(ROOT), folder=tmp_path / "pyodide")
    for name in TOOLS:
        (tmp_path / name).mkdir()
        shutil.copyfile(ROOT / "node_modules" / name / "package.json", tmp_path / name / "package.json")
    before = bundle_tag(ROOT / "calculators", SELFCHECK, runtime)
    about = tmp_path / tool / "package.json"
    about.write_text(about.read_text("utf-8").replace('"version": "', '"version": "9'), "utf-8")
    assert bundle_tag(ROOT / "calculators", SELFCHECK, runtime) != before


def test_it_is_the_same_bundle_when_only_a_cache_does(calculators):
    before = tag_of(calculators)
    (calculators / "__pycache__").mkdir(exist_ok=True)
    (calculators / "__pycache__" / "notice.cpython-314.pyc").write_bytes(b"")
    assert tag_of(calculators) == before


def test_it_has_the_calculators_with_their_tables_and_nothing_to_compile(bundle_folder):
    with zipfile.ZipFile(bundle_folder / "calculators.zip") as archive:
        names = archive.namelist()
    expected = {path for path in sources() if path.endswith(".pyc") or not path.endswith((".toml", ".py"))}
    assert {name for name in names if name.startswith("calculators/")} == expected
    assert not [name for name in names if name.endswith(".py")]


def sources() -> set[str]:
    """The files of calculators/ as they are called when compiled."""
    files = (path for path in (ROOT / "calculators").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix().replace(".py", ".pyc") for path in files}


def test_it_says_what_is_in_it(bundle_folder):
    about = json.loads((bundle_folder / "bundle.json").read_text("utf-8"))
    assert about["tag"] == bundle_folder.name
    assert about["sizes"].keys() == {*RUNTIME_FILES, "calculators.zip"}
    assert all((bundle_folder / name).stat().st_size == size for name, size in about["sizes"].items())
    assert 0 < about["heap"] <= LARGEST_HEAP


def test_it_refuses_a_bundle_that_answers_otherwise_than_cpython(bundle_folder, calculators):
    with (calculators / "page.py").open("a") as door:
        door.write('\n\ndef answered_text(*question):\n    return "something else"\n')
    with pytest.raises(BundleError, match="CPython answers"):
        check_answers(calculators.parent, bundle_folder, read_selfcheck(SELFCHECK))


def test_it_says_how_to_get_a_missing_runtime(tmp_path):
    with pytest.raises(FileNotFoundError, match="npm ci"):
        installed_runtime(tmp_path)


def test_it_is_small_enough_to_send(site):
    """Compressed as the site's server sends it, the whole bundle leaves room for its page below 4.2 MB."""
    compressed = list((site / "assets" / "python").glob("*/*.br"))
    assert len(compressed) >= len(RUNTIME_FILES) + 1
    assert sum(path.stat().st_size for path in compressed) < 4_100_000
