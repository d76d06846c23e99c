"""Builds the site in a fresh folder and puts it in place only when every step has succeeded."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from scripts.building.compression import compress_beside
from scripts.building.sources import source_stamp
from scripts.building.status_section import OWNED, Published, Unsound, build_apart, publish_into, section_files
from scripts.building.swap import put_in_place, restore_interrupted_swap
from scripts.bundle.build import bundle
from scripts.bundle.check import BundleError
from scripts.frontend import frontend
from scripts.frontend.esbuild import BundlingFailed
from scripts.search.index import index
from scripts.search.pagefind import PagefindFailed
from scripts.serving.headers import headers_file
from scripts.setup.steps import only_one, say

UNCHANGED = "The previous site, if there is one, is unchanged."


class BuildFailed(Exception):
    """The site could not be built; the previous one, if there was one, is untouched."""


@dataclass(frozen=True)
class Build:
    """Which site is wanted: of which repository and day, where it goes, and whether a warning stops it."""

    root: Path
    site: Path
    today: date
    strict: bool = True
    now: datetime | None = None  # the moment that the status section is seen from; noon of the day when left out

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    @property
    def stamp_file(self) -> Path:
        return self.cache / f"built-{self.site.name}"

    def stamp(self) -> str:
        """What the site was, or would be, made of, but the moment and what was measured: publishing follows these."""
        return f"{source_stamp(self.root)} {self.today.isoformat()} {self.site} strict={self.strict}"


def bring_up_to_date(build: Build) -> bool:
    """Build the site unless it was already made of exactly these sources; say whether it was built.

    Where only time has passed, the status section is brought up to the moment.
    """
    with only_one(_lock(build.cache, build.site), "build"):
        restore_interrupted_swap(build.site)
        if is_up_to_date(build):
            if build.now:
                _publish(build.root, build.site, build.now)
            return False
        build_site(build)
        return True


def publish_status(root: Path, site: Path, now: datetime) -> Published:
    """Bring the status section of a built site up to a moment; nothing else of it is touched."""
    with only_one(_lock(root / ".cache", site), "build"):
        restore_interrupted_swap(site)
        if not site.is_dir():
            raise BuildFailed(f"{site}: there is no built site to publish into; run scripts/build first.")
        return _publish(root, site, now)


def build_status(root: Path, folder: Path, now: datetime, site_url: str) -> None:
    """Build the status section alone into a folder, to be hosted apart from the rest."""
    with only_one(_lock(root / ".cache", folder), "build"):
        restore_interrupted_swap(folder)
        build_apart(folder, _section(root, now, ""), site_url, root / ".cache")


def _publish(root: Path, site: Path, now: datetime) -> Published:
    return publish_into(site, _section(root, now, _site_url()))


def _section(root: Path, now: datetime, site_url: str) -> dict[str, str]:
    """The files of the section; `site_url` is where it is published, "" for anywhere."""
    try:
        return section_files(root / "docs", now, _measurements(), site_url)
    except Unsound as problems:
        raise BuildFailed(f"{problems}\nThe status pages could not be made. {UNCHANGED}") from problems


def _site_url() -> str:
    """Where the site is published, as mkdocs.yml has it and MkDocs writes it."""
    address = os.environ.get("PARAGRAF_SITE_URL", "")
    return f"{address.rstrip('/')}/" if address else ""


def _measurements() -> Path | None:
    """The store that probes write to, as mkdocs.yml names it."""
    store = os.environ.get("PARAGRAF_MEASUREMENTS")
    return Path(store) if store else None


def _lock(cache: Path, site: Path) -> Path:
    return cache / f"build-{site.name}.lock"


def is_up_to_date(build: Build) -> bool:
    """Whether the folder is there and was made of exactly these sources."""
    return build.site.is_dir() and build.stamp_file.is_file() and build.stamp_file.read_text() == build.stamp()


def build_site(build: Build) -> None:
    """Build, compress and swap; the stamp is taken before the work, so an edit made meanwhile is built next time."""
    stamp = build.stamp()
    fresh = build.cache / f"fresh-{build.site.name}"
    shutil.rmtree(fresh, ignore_errors=True)
    python, front = browser_python(build), loaded_by_pages(build)
    render(build, python, front, fresh)
    make_searchable(build, fresh)
    shutil.copytree(python, fresh / "assets" / "python" / python.name)
    shutil.copytree(front, fresh / "assets" / "front" / front.name)
    (fresh / "_headers").write_text(headers_file(fresh), encoding="utf-8")
    compress_beside(fresh, build.cache / "compressed", say, fleeting=OWNED)
    put_in_place(fresh, build.site)
    build.stamp_file.write_text(stamp)


def browser_python(build: Build) -> Path:
    """The folder of the calculators for the browser; its name is the tag under which the site has it."""
    try:
        return bundle(build.root, build.cache, say)
    except (BundleError, RuntimeError, FileNotFoundError) as error:
        raise BuildFailed(f"{error}\nThe calculators could not be made ready for the browser. {UNCHANGED}") from error


def loaded_by_pages(build: Build) -> Path:
    """The folder of the scripts and styles that pages load; its name is the tag under which the site has it."""
    try:
        return frontend(build.root, build.cache)
    except (BundlingFailed, FileNotFoundError) as error:
        raise BuildFailed(f"{error}\nThe scripts and styles of the pages could not be bundled. {UNCHANGED}") from error


def render(build: Build, python: Path, front: Path, fresh: Path) -> None:
    """Have MkDocs write the pages; mkdocs.yml takes the day and the folders of what pages load from here."""
    say(f"Pages as of {build.today.isoformat()} ...")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(fresh)]
    seen_from = build.now or build.today
    environment = os.environ | {"PARAGRAF_TODAY": seen_from.isoformat(), "PARAGRAF_BUNDLE": str(python)}
    environment |= {"PARAGRAF_FRONTEND": str(front)}
    environment |= {"PYTHONPATH": str(build.root), "SOURCE_DATE_EPOCH": str(_midnight(build.today))}
    environment |= {"NO_MKDOCS_2_WARNING": "1"}  # Material's notice about its successor, in every build
    command.append("--strict" if build.strict else "--no-strict")
    finished = subprocess.run(command, cwd=build.root, env=environment, stdin=subprocess.DEVNULL)
    if finished.returncode != 0:
        raise BuildFailed(f"The pages could not be built (see above). {UNCHANGED}")


def make_searchable(build: Build, fresh: Path) -> None:
    """Index the clauses of the site for the search in the browser."""
    try:
        index(fresh, build.cache / "search")
    except PagefindFailed as error:
        raise BuildFailed(f"{error}\nThe clauses could not be indexed for the search. {UNCHANGED}") from error


def noon_of(day: date) -> datetime:
    """The moment that stands for a whole day."""
    return datetime.combine(day, time(12), UTC)


def _midnight(day: date) -> int:
    """The day in seconds since 1970, so that files that carry the time of a build are the same in every build."""
    return int(datetime.combine(day, time(), UTC).timestamp())
