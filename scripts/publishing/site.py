"""The whole site as values: every page and file, and what is wrong with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scripts.keeping.keep import Keep, anew
from scripts.publishing.chapter import Chapter
from scripts.publishing.page import Page, PrintedPage, StaticFile
from scripts.publishing.planning import drafted

NOT_TO_FIND = '<meta name="robots" content="noindex">'


@dataclass(frozen=True)
class Site:
    """What is said of more than one agreement, a chapter for each, and what is printed; or else an author's problems.

    The pages have relative links, the files are as they are served, a problem is one line.
    """

    common_pages: tuple[Page, ...]
    common_files: tuple[StaticFile, ...]
    chapters: tuple[Chapter, ...]
    prints: tuple[PrintedPage, ...]
    problems: tuple[str, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        return (*self.common_pages, *(page for each in self.chapters for page in each.pages))

    @property
    def files(self) -> tuple[StaticFile, ...]:
        return (*self.common_files, *(file for each in self.chapters for file in each.files))


def site(
    docs: Path,
    now: datetime,
    tag: str,
    site_url: str = "",
    measurements: Path | None = None,
    keep: Keep = anew,
    printing: bool = True,
) -> Site:
    """The site as it is planned (planning.py) with all its chapters made."""
    draft = drafted(docs, now, tag, site_url, measurements, keep, printing)
    if draft.problems:
        return Site((), (), (), (), draft.problems)
    plan = draft.planned(keep)
    if plan.problems:
        return Site((), (), (), (), plan.problems)
    chapters = keep.every(draft.chapters)
    broken = plan.broken_links([each.outline for each in chapters])
    return Site(plan.pages, plan.files, tuple(chapters), plan.prints, tuple(broken))


def documents(files: Iterable[StaticFile]) -> list[str]:
    """The addresses of whole HTML documents among the files that people are to find, for the site map."""
    found = (file for file in files if file.path.endswith("index.html") and NOT_TO_FIND not in file.text)
    return sorted(file.path.removesuffix("index.html") for file in found)
