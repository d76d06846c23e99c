"""A build: made when something changed, and leaving the previous site as it was when it fails."""

from datetime import date
from pathlib import Path

import pytest

from scripts.building import site as building
from scripts.building.site import Build, BuildFailed, bring_up_to_date
from scripts.building.sources import makers_stamp, source_files, source_stamp

TODAY = date(2026, 11, 20)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Paragraf")
    (tmp_path / "mkdocs.yml").write_text("site_name: Paragraf")
    (tmp_path / "python" / "a1b2").mkdir(parents=True)
    (tmp_path / "python" / "a1b2" / "worker.mjs").write_text("export {};")
    (tmp_path / "front" / "c3d4").mkdir(parents=True)
    (tmp_path / "front" / "c3d4" / "page.mjs").write_text("export {};")
    return tmp_path


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Stands in for the steps that take long: one page that repeats docs/index.md, and no real Python."""
    days: list[date] = []

    def render(build: Build, python: Path, front: Path, fresh: Path) -> None:
        days.append(build.today)
        text = (build.root / "docs" / "index.md").read_text()
        fresh.mkdir(parents=True)
        (fresh / "index.html").write_text(text)
        if "fault" in text:
            raise BuildFailed("a fault")

    monkeypatch.setattr(building, "render", render)
    monkeypatch.setattr(building, "browser_python", lambda build: build.root / "python" / "a1b2")
    monkeypatch.setattr(building, "loaded_by_pages", lambda build: build.root / "front" / "c3d4")
    return days


def test_it_builds_only_what_has_changed(root, rendered):
    build = Build(root, root / "site", TODAY)
    assert bring_up_to_date(build)
    assert not bring_up_to_date(build)
    (root / "docs" / "index.md").write_text("# Paragraf, endret")
    assert bring_up_to_date(build)
    assert (build.site / "index.html").read_text() == "# Paragraf, endret"
    assert rendered == [TODAY, TODAY]


def test_it_builds_another_day_anew(root, rendered):
    for day in (TODAY, date(2024, 6, 1)):
        assert bring_up_to_date(Build(root, root / "site", day))
    assert rendered == [TODAY, date(2024, 6, 1)]


def test_it_builds_again_when_the_site_is_gone(root, rendered):
    build = Build(root, root / "site", TODAY)
    bring_up_to_date(build)
    build.site.rename(root / "elsewhere")
    assert bring_up_to_date(build)


def test_a_failing_build_leaves_the_previous_site(root, rendered):
    build = Build(root, root / "site", TODAY)
    bring_up_to_date(build)
    (root / "docs" / "index.md").write_text("# fault")
    for _ in range(2):
        with pytest.raises(BuildFailed):
            bring_up_to_date(build)
    assert (build.site / "index.html").read_text() == "# Paragraf"


def test_it_writes_the_headers_for_other_hosts(root, rendered):
    build = Build(root, root / "site", TODAY)
    bring_up_to_date(build)
    assert "Content-Security-Policy" in (build.site / "_headers").read_text()


def test_it_puts_the_browsers_python_under_its_tag(root, rendered):
    build = Build(root, root / "site", TODAY)
    bring_up_to_date(build)
    assert (build.site / "assets" / "python" / "a1b2" / "worker.mjs").read_text() == "export {};"


def test_what_a_build_leaves_behind_is_no_source(root):
    before = source_stamp(root)
    made = ("scripts/__pycache__/a.pyc", "calculators/build/a.py", "calculators/x.egg-info/PKG-INFO", "site/a.html")
    for name in made:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("made")
    assert source_stamp(root) == before
    assert [path.relative_to(root).as_posix() for path in source_files(root)] == ["mkdocs.yml", "docs/index.md"]


def test_a_renamed_source_is_a_change(root):
    before = source_stamp(root)
    (root / "docs" / "index.md").rename(root / "docs" / "other.md")
    assert source_stamp(root) != before


@pytest.mark.parametrize(
    "name", ["templates/main.html", "scripts/publishing/words/nb.yml", "calculators/a.py", "requirements.txt"]
)
def test_what_makes_the_pages_is_stamped_without_the_texts(root, name):
    """An edited text leaves what was made of the others; a template, a word or a package makes all of it anew."""
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("one")
    before = makers_stamp(root)
    (root / "docs" / "index.md").write_text("another text")
    assert makers_stamp(root) == before
    (root / name).write_text("two")
    assert makers_stamp(root) != before
