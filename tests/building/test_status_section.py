"""Publishing: only the status section of a built site changes, whole files at a time; and the section by itself."""

import gzip
import re
import shutil
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import brotli
import pytest

from scripts.building import putting
from scripts.building import site as building
from scripts.building.compression import ONE_FLIGHT, is_worth_compressing
from scripts.building.site import Build, BuildFailed, bring_up_to_date, build_status, publish_status
from scripts.building.status_section import OWNED, Published, publish_into, section_files
from scripts.serving.application import Site
from scripts.setup.start import ROOT

NOON = datetime.fromisoformat("2026-11-20T12:00+01:00")
LATER = datetime.fromisoformat("2026-11-20T14:20+01:00")
INCIDENT = "en/status/incidents/2026-11-20-vpn-login/index.html"
LINK = re.compile(r' (?:href|src)="([^"#]*)[^"]*"')


@pytest.fixture(scope="module")
def at_noon() -> dict[str, str]:
    return section_files(ROOT / "docs", NOON)


@pytest.fixture(scope="module")
def later() -> dict[str, str]:
    return section_files(ROOT / "docs", LATER)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site without its status section."""
    folder = tmp_path / "site"
    others = (
        "index.html",
        "index.html.br",
        "agreements/index.html",
        "en/index.html",
        "assets/status/x.css",
        "_headers",
    )
    for name in others:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"the file {name}")
    return folder


def files_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def texts_in(site: Path, paths: Iterable[str]) -> dict[str, str]:
    """What files say, line ends and all."""
    return {path: (site / path).read_bytes().decode() for path in paths}


def others_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path: found for path, found in files_in(folder).items() if not path.startswith(tuple(OWNED))}


def test_every_file_of_the_section_lies_in_its_folders(at_noon):
    """What lay elsewhere would not be taken away with the event it tells of."""
    assert [path for path in at_noon if not path.startswith(tuple(f"{folder}/" for folder in OWNED))] == []


def test_the_rest_of_the_site_keeps_every_byte(site: Path, at_noon, later):
    before = others_in(site)
    for files in (at_noon, later):
        publish_into(site, files)
        assert others_in(site) == before
        assert texts_in(site, files) == files


def test_the_compressed_copies_are_of_the_new_pages(site: Path, at_noon, later):
    publish_into(site, at_noon)
    publish_into(site, later)
    for path, text in later.items():
        page = site / path
        brotli_copy, gzip_copy = (page.with_name(f"{page.name}{suffix}") for suffix in (".br", ".gz"))
        if len(text.encode()) < ONE_FLIGHT:
            assert not brotli_copy.exists()
            assert not gzip_copy.exists()
        elif is_worth_compressing(page):
            assert brotli.decompress(brotli_copy.read_bytes()).decode() == text
            assert gzip.decompress(gzip_copy.read_bytes()).decode() == text
    assert list(site.glob("en/status/**/*.br"))


def test_what_is_no_longer_shown_goes_with_its_copies(site: Path, at_noon):
    """An incident that was made a draft leaves no page, no copy and no empty folder."""
    publish_into(site, at_noon)
    fewer = {path: text for path, text in at_noon.items() if path != INCIDENT}
    assert publish_into(site, fewer) == Published(written=0, removed=1)
    assert not (site / INCIDENT).parent.exists()
    assert {path for path in files_in(site / "en" / "status") if path.endswith(".html")} == {
        path.removeprefix("en/status/")
        for path in fewer
        if path.startswith("en/status/") and path.endswith(".html")
    }


def test_what_programs_read_names_the_site_where_its_address_is_known(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
):
    """As a whole build does it."""
    monkeypatch.setenv("PARAGRAF_SITE_URL", "https://terms.example")
    publish_status(root, site, NOON)
    assert "https://terms.example/status/" in (site / "api" / "v2" / "summary.json").read_text()


def test_the_same_moment_writes_nothing(site: Path, at_noon):
    assert publish_into(site, at_noon) == Published(written=len(at_noon), removed=0)
    assert publish_into(site, at_noon) == Published(written=0, removed=0)


def test_an_interrupted_publication_leaves_whole_pages(site: Path, at_noon, later, monkeypatch: pytest.MonkeyPatch):
    """Every page is the old one or the new one, and publishing again ends the work."""
    publish_into(site, at_noon)
    replace, done = putting._replace, []

    def failing(path: str, content: bytes | None) -> None:
        done.append(path)
        if len(done) > 20:
            raise OSError(28, "No space left on device")
        replace(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(putting, "_replace", failing)
        with pytest.raises(OSError, match="No space left"):
            publish_into(site, later)
    texts = texts_in(site, later)
    assert all(text in (at_noon[path], later[path]) for path, text in texts.items())
    assert texts not in (at_noon, later)
    publish_into(site, later)
    assert texts_in(site, later) == later


def test_a_running_server_hands_out_what_was_published(site: Path, at_noon, later):
    publish_into(site, at_noon)
    server = Site(site)
    assert answer(server, "/en/status/") == at_noon["en/status/index.html"]
    publish_into(site, later)
    assert answer(server, "/en/status/") == later["en/status/index.html"]


def answer(server: Site, address: str) -> str:
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": address, "wsgi.input": BytesIO()}
    return b"".join(server(environ, lambda *_: None)).decode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the real texts."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("images", "*.lock"))
    return tmp_path


def test_a_fault_in_any_file_publishes_nothing(root: Path, site: Path):
    (root / "docs" / "status" / "incidents" / "2026-11-21-new.md").write_text("---\ntitle: a\n---\n")
    before = files_in(site)
    with pytest.raises(BuildFailed, match=re.escape('2026-11-21-new.md:2: "services" is missing')):
        publish_status(root, site, NOON)
    assert files_in(site) == before


@pytest.mark.parametrize(("supplier", "holds_it_up"), [("nettsoft", True), ("cloud-nine", False)])
def test_only_a_fault_that_the_services_rest_on_holds_up_the_news(
    supplier: str, holds_it_up: bool, root: Path, site: Path
):
    """Who edits another supplier's terms does not keep the status page from telling of an outage."""
    text = next((root / "docs" / "agreements" / supplier).rglob("20*.md"))
    text.write_text(text.read_text(encoding="utf-8") + "\n[one month]{no.such. name}\n", encoding="utf-8")
    if holds_it_up:
        with pytest.raises(BuildFailed, match=re.escape(text.relative_to(root).as_posix())):
            publish_status(root, site, NOON)
    else:
        assert publish_status(root, site, NOON).written > 0


def test_a_day_beyond_the_holiday_table_publishes_nothing(root: Path, site: Path):
    before = files_in(site)
    with pytest.raises(BuildFailed, match=r"The availability up to 2099-11-20 cannot be counted: .* lies outside"):
        publish_status(root, site, NOON.replace(year=2099))
    assert files_in(site) == before


def test_there_has_to_be_a_site(root: Path):
    with pytest.raises(BuildFailed, match="there is no built site to publish into; run scripts/build first"):
        publish_status(root, root / "nowhere", NOON)


def test_a_site_that_is_up_to_date_gets_the_pages_of_the_moment(root: Path, site: Path, monkeypatch, later):
    """When only time has passed nothing is built, but the status section is of now."""
    build = Build(root, site, NOON.date(), now=LATER)
    monkeypatch.setattr(building, "build_site", lambda _: pytest.fail("nothing has changed"))
    build.cache.mkdir()
    build.stamp_file.write_text(build.stamp())
    assert not bring_up_to_date(build)
    assert (site / "en" / "status" / "index.html").read_text() == later["en/status/index.html"]


def test_the_moment_is_no_reason_to_build_again(root: Path, site: Path):
    stamps = {Build(root, site, NOON.date(), now=now).stamp() for now in (None, NOON, LATER)}
    assert len(stamps) == 1


def test_the_section_stands_by_itself(root: Path, tmp_path: Path, at_noon):
    """Every link leads to a file of the folder or to the address of the whole site; a host finds all it needs."""
    folder = tmp_path / "apart"
    build_status(root, folder, NOON, "https://terms.example/")
    made = set(files_in(folder))
    assert {"index.html", "_headers", *at_noon} <= made
    assert "status/index.html.br" in made
    outside = set()
    for path in at_noon:
        if path.endswith(".html"):
            for address in LINK.findall((folder / path).read_text()):
                outside |= led_outside(folder, path, address)
    assert {"https://terms.example/en/agreements/", "https://terms.example/calculators/"} <= outside
    assert [address for address in outside if not address.startswith("https://terms.example/")] == []


def led_outside(folder: Path, path: str, address: str) -> set[str]:
    """The address, where it is not a file of the folder."""
    if address.startswith("data:"):
        return set()
    target = (folder / path).parent / address.partition("?")[0]
    is_file = target.is_file() or (target / "index.html").is_file()
    return set() if is_file else {address}


def test_the_section_by_itself_is_replaced_whole(root: Path, tmp_path: Path):
    folder = tmp_path / "apart"
    folder.mkdir()
    (folder / "old.html").write_text("old")
    build_status(root, folder, NOON, "")
    assert not (folder / "old.html").exists()
    assert (folder / "en" / "status" / "index.html").read_text() == section_files(root / "docs", NOON)[
        "en/status/index.html"
    ]
