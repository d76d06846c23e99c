"""What the bundle does its own way: modules by the archive's table of contents, no colours, and no unused exports."""

import json
from pathlib import Path

import pytest

from scripts.bundle.node import run_inside, run_node
from scripts.bundle.runtime import ARCHIVE, installed_runtime
from scripts.setup.start import ROOT

INSIDE = Path(__file__).parent / "inside" / "archived.py"


@pytest.fixture(scope="module")
def found(bundle_folder: Path) -> dict:
    return json.loads(run_inside(bundle_folder, str(INSIDE), "", library=bundle_folder / ARCHIVE))


def test_modules_come_from_the_archive_by_its_table_of_contents(found):
    assert found["loader"] == "Archived"
    assert found["file"].endswith(".zip/decimal.pyc")
    assert found["data"] is True
    assert found["missing"].endswith("calculators/nowhere.json: not in the archive")


def test_the_colours_of_terminals_are_made_when_somebody_asks_for_them(found):
    assert found["said"].endswith("ValueError: a fault\n")
    assert (found["colours"], found["themes"], found["theme"]) == (False, False, True)


def test_what_is_taken_out_of_pyodide_is_less_to_send(bundle_folder):
    runtime = installed_runtime(ROOT).folder
    for name in ("pyodide.asm.wasm", "pyodide.asm.mjs"):
        assert (bundle_folder / name).stat().st_size < (runtime / name).stat().st_size * 0.95


def test_a_pyodide_that_is_built_otherwise_is_not_trimmed_by_guess(tmp_path):
    other, bundle = tmp_path / "runtime", tmp_path / "bundle"
    for folder in (other, bundle):
        folder.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.wasm"):
        (other / name).symlink_to(installed_runtime(ROOT).folder / name)
    (other / "pyodide.asm.mjs").write_text("export default function assign(wasmExports) { return wasmExports }")
    with pytest.raises(RuntimeError, match="has no function assignWasmExports"):
        run_node("trim.mjs", other, bundle)
    assert list(bundle.iterdir()) == []
