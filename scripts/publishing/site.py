"""The whole site as values: every page and file, and what is wrong with them. Both doors take what this gives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from calculators.asking import Library
from calculators.values.holidays import OutsideTable
from scripts.agreements.checked import checked_corpus
from scripts.agreements.corpus import Corpus
from scripts.agreements.model import Agreement, Version
from scripts.agreements.problems import Problem
from scripts.agreements.terms import terms
from scripts.checker.checks import findings_by_circle, in_order
from scripts.keeping.keep import Keep, Wanted, anew
from scripts.publishing.agreement_lists import list_pages, supplier_pages
from scripts.publishing.api import shelf_files
from scripts.publishing.applying_pages import applying_pages
from scripts.publishing.atom import atom_files
from scripts.publishing.calculator_pages import calculator_pages, index_pages
from scripts.publishing.chapter import Around, Chapter, chapter
from scripts.publishing.findings import findings_pages
from scripts.publishing.finished import Finished, finished
from scripts.publishing.front_pages import FrontPage, leading_out, read_front_pages
from scripts.publishing.home import home_pages
from scripts.publishing.ical import calendar_file
from scripts.publishing.links import broken_links
from scripts.publishing.page import Page, PrintedPage, StaticFile
from scripts.publishing.printed_versions import pdf_address, printed_versions
from scripts.publishing.robots import robots_file
from scripts.publishing.words import word_files
from scripts.search.records import RECORDS, records_json
from scripts.status.measured import with_stored
from scripts.status.model import Status
from scripts.status.pages import pages_of
from scripts.status.reading import read_status

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
    """The site of the texts in `docs` at an instant; `tag` names the browser's Python that its calculators start.

    Texts with problems make no site: nothing is published by halves. `site_url` is where it is published, if known,
    and `measurements` the store that probes write to. What depends on few texts is taken from `keep`, which may have
    it of an earlier build. Without `printing` there are no documents to print, though pages lead to them.
    """
    corpus, today = checked_corpus(docs, keep), now.date()
    shelf = known_agreements(corpus, today)
    library = {agreement.id: terms(agreement) for agreement in shelf}
    status = read_status(docs, library) if not corpus.problems else Status((), (), ())
    status = with_stored(status, measurements, int(now.timestamp()))
    fronts, faults = read_front_pages(docs)
    if problems := {*corpus.problems, *status.problems, *faults, *leading_out(docs)}:
        return Site((), (), (), (), tuple(map(str, sorted(problems))))
    around = Around({agreement.id: agreement.title for agreement in shelf}, today, tag, site_url)
    circles, chapters = findings_by_circle(shelf, today), [chapter(agreement, around) for agreement in shelf]
    shared, *made = keep.every([_shared(shelf, fronts, library, around), *circles, *chapters])
    found, chapters = in_order(made[: len(circles)]), made[len(circles) :]
    common = shared.beside(finished(findings_pages(found, shelf)))
    try:
        files = [*common.parts, *_status_files(status, library, now, site_url)]
    except OutsideTable as end:
        return Site((), (), (), (), (str(_beyond_calendar(end)),))
    files += [*shelf_files(shelf, today), *word_files(), *atom_files(shelf, today, site_url)]
    files += [calendar_file(shelf, site_url, keep), robots_file(site_url), _records(shelf, chapters)]
    prints = keep.every([printed_versions(agreement, site_url) for agreement in shelf if printing])
    broken = _broken(common, chapters, files, (version for agreement in shelf for version in agreement.versions))
    return Site(common.pages, tuple(files), tuple(chapters), tuple(chain.from_iterable(prints)), tuple(broken))


def _records(shelf: Sequence[Agreement], chapters: Sequence[Chapter]) -> StaticFile:
    """What a search finds in the agreements that somebody can have."""
    both = zip(shelf, chapters, strict=True)
    return StaticFile(RECORDS, records_json(chapter.records for agreement, chapter in both if real([agreement])))


def _beyond_calendar(end: OutsideTable) -> Problem:
    """Why there is no site of a day whose months cannot be counted as the contracts count them."""
    found = f"the availability up to the site's day cannot be counted: {end}"
    expected = f"a day that the table reaches, {end.last}-12-31 at the latest"
    return Problem("calculators/tables/holidays.json", 1, None, found, expected, "scripts/holiday_table makes it anew.")


def documents(made: Site) -> list[str]:
    """The addresses of whole HTML documents among the files that people are to find, for the site map."""
    found = (file for file in made.files if file.path.endswith("index.html") and NOT_TO_FIND not in file.text)
    return sorted(file.path.removesuffix("index.html") for file in found)


def known_agreements(corpus: Corpus, today: date) -> list[Agreement]:
    """The agreements as they were known on a day; those that only show how one is written come last."""
    known = [agreement.known_on(today) for agreement in corpus.agreements]
    return [*real(known), *(agreement for agreement in known if agreement.supplier.fictional)]


def real(agreements: Iterable[Agreement]) -> list[Agreement]:
    """The agreements that somebody can have."""
    return [agreement for agreement in agreements if not agreement.supplier.fictional]


def _shared(
    shelf: Sequence[Agreement], fronts: Mapping[str, FrontPage], library: Library, around: Around
) -> Wanted[Finished]:
    """The pages about more than one agreement, but for what is found in them."""
    beside = (repr(fronts), around.today.isoformat(), around.tag, around.site_url)
    made_from = ("shared", *beside, *(agreement.made_from for agreement in shelf))
    return Wanted(made_from, lambda: finished(_pages(shelf, fronts, library, around)))


def _pages(
    shelf: Sequence[Agreement], fronts: Mapping[str, FrontPage], library: Library, around: Around
) -> Iterator[Page]:
    today, tag = around.today, around.tag
    yield from home_pages(fronts, real(shelf), library, today)
    yield from index_pages(library, shelf)
    yield from applying_pages(shelf, library, today, tag)
    yield from calculator_pages(library, today, tag)
    yield from list_pages(shelf, today)
    yield from supplier_pages(shelf, today, around.site_url)


def _status_files(status: Status, library: Library, now: datetime, site_url: str) -> Iterator[StaticFile]:
    """The status section: whole documents of its own, that work when nothing else does."""
    return (StaticFile(path, text) for path, text in pages_of(status, library, now, site_url))


def _broken(
    common: Finished, chapters: Sequence[Chapter], files: Iterable[StaticFile], versions: Iterable[Version]
) -> Iterator[str]:
    links = [*common.links, *(page for each in chapters for page in each.links)]
    paths = [file.path for file in (*files, *(file for each in chapters for file in each.files))]
    paths += [pdf_address(version).removeprefix("/") for version in versions]
    for path, address in broken_links(links, paths):
        yield f'/{path}: the link to "{address}" leads nowhere; expected a page of the site and, after #, an id on it.'
