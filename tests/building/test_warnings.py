"""MkDocs' own warnings: what it or a hook finds wrong stops a strict build, and is said."""

from datetime import date
from pathlib import Path

import pytest

from scripts.building.site import Build, BuildFailed, render

MKDOCS = "site_name: Paragraf\nhooks: [hooks.py]\nplugins: []\n"
HOOK = (
    "import logging\n"
    "def on_files(files, config):\n"
    '    logging.getLogger("mkdocs.paragraf").warning("a fault in a text")\n'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Paragraf")
    (tmp_path / "mkdocs.yml").write_text(MKDOCS)
    (tmp_path / "hooks.py").write_text(HOOK)
    return tmp_path


def test_they_stop_a_strict_build(root, capfd):
    with pytest.raises(BuildFailed):
        render(Build(root, root / "site", date(2026, 11, 20)), root / "python", root / "front", root / "fresh")
    assert "a fault in a text" in capfd.readouterr().err


def test_they_are_no_more_than_said_in_a_build_that_is_not_strict(root, capfd):
    build = Build(root, root / "site", date(2026, 11, 20), strict=False)
    render(build, root / "python", root / "front", root / "fresh")
    assert "a fault in a text" in capfd.readouterr().err
    assert (root / "fresh" / "index.html").is_file()
