"""Planning a site: its texts are read and held against each other, and what has to be made of them is named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from calculators.asking import Library
from calculators.values.holidays import OutsideTable
from scripts.agreements.checked import checked_corpus
from scripts.agreements.corpus import Corpus
from scripts.agreements.model import Agreement
from scripts.agreements.problems import Problem
from scripts.agreements.terms import TermsOf
from scripts.checker.checks import findings_by_circle, in_order
from scripts.checker.finding import Finding
from scripts.keeping.keep import Keep, Wanted, anew
from scripts.publishing.agreement_lists import list_pages, supplier_pages
from scripts.publishing.api import agreement_file_paths, shelf_files
from scripts.publishing.applying_pages import applying_pages
from scripts.publishing.atom import atom_files
from scripts.publishing.calculator_pages import calculator_pages, index_pages
from scripts.publishing.chapter import Around, Chapter, chapter, page_paths
from scripts.publishing.findings import findings_pages
from scripts.publishing.finished import Finished, finished, side_by_side
from scripts.publishing.front_pages import FrontPage, leading_out, read_front_pages
from scripts.publishing.home import home_pages
from scripts.publishing.page import PrintedPage, StaticFile
from scripts.publishing.plan import Plan
from scripts.publishing.printed_versions import pdf_address, printed_versions
from scripts.publishing.robots import robots_file
from scripts.publishing.words import ROOT, word_files
from scripts.search.records import RECORDS, records_json, records_text
from scripts.status.measured import with_stored
from scripts.status.model import Status
from scripts.status.reading import read_status


@dataclass(frozen=True)
class Draft:
    """A site as its texts want it, before anything is made; or else an author's problems, one line each.

    All that is `wanted` and the chapters can be made side by side, and come to be kept; then the site can be planned.
    """

    problems: tuple[str, ...]
    now: datetime
    site_url: str
    shelf: Sequence[Agreement] = ()
    library: Library = field(default_factory=dict)
    status: Status = field(default_factory=lambda: Status((), (), ()))
    shared: Sequence[Wanted[Finished]] = ()
    followed: Sequence[Wanted[list[StaticFile]]] = ()
    circles: Sequence[Wanted[list[Finding]]] = ()
    records: Sequence[Wanted[str]] = ()
    prints: Sequence[Wanted[list[PrintedPage]]] = ()
    chapters: Sequence[Wanted[Chapter]] = ()

    @property
    def wanted(self) -> list[Wanted[Any]]:
        return [*self.shared, *self.followed, *self.circles, *self.records, *self.prints]

    @property
    def rooms(self) -> set[str]:
        """The addresses of the rooms that the site will have."""
        rooms = ("agreements/", "calculators/", *(("status/",) if self.status.services else ()))
        return {f"{root}{room}" for root in ROOT.values() for room in rooms}

    def planned(self, keep: Keep) -> Plan:
        """The plan of the site, with all that is not kept made now; what is kept may be of an earlier build."""
        today = self.now.date()
        made = iter(keep.every(self.wanted))
        shared, followed, circles, records, prints = (
            list(islice(made, len(part)))
            for part in (self.shared, self.followed, self.circles, self.records, self.prints)
        )
        listed = _listed(in_order(circles), self.shelf)
        common = side_by_side([*shared, keep(listed.made_from, listed.make)])
        try:
            files = [*common.parts, *_status_files(self.status, self.library, self.now, self.site_url)]
        except OutsideTable as end:
            return Plan((), (), (), (str(_beyond_calendar(end)),))
        files += [*shelf_files(self.shelf, today), *word_files(), *chain.from_iterable(followed)]
        files += [robots_file(self.site_url), StaticFile(RECORDS, records_json(records))]
        return Plan(
            pages=common.pages,
            files=tuple(files),
            prints=tuple(chain.from_iterable(prints)),
            problems=(),
            links=common.links,
            page_paths=tuple(path for agreement in self.shelf for path in page_paths(agreement)),
            file_paths=tuple(path for agreement in self.shelf for path in _file_paths(agreement)),
        )


def drafted(
    docs: Path,
    now: datetime,
    tag: str,
    site_url: str = "",
    measurements: Path | None = None,
    keep: Keep = anew,
    printing: bool = True,
) -> Draft:
    """The draft of the site of the texts in `docs` at an instant; `tag` names the browser's Python it starts.

    Texts with problems make no site: nothing is published by halves. `site_url` is where it is published, if known,
    and `measurements` the store that probes write to. What depends on few texts is taken from `keep`, which may have
    it of an earlier build. Without `printing` there are no documents to print, though pages lead to them.
    """
    corpus, today = checked_corpus(docs, keep), now.date()
    shelf = known_agreements(corpus, today)
    library = TermsOf(shelf)
    status = read_status(docs, library) if not corpus.problems else Status((), (), ())
    status = with_stored(status, measurements, int(now.timestamp()))
    fronts, faults = read_front_pages(docs)
    if problems := {*corpus.problems, *status.problems, *faults, *leading_out(docs)}:
        return Draft(tuple(map(str, sorted(problems))), now, site_url)
    around = Around({agreement.id: agreement.title for agreement in shelf}, today, tag, site_url)
    return Draft(
        problems=(),
        now=now,
        site_url=site_url,
        shelf=shelf,
        library=library,
        status=status,
        shared=_shared(shelf, fronts, library, around),
        followed=_followed(shelf, around),
        circles=findings_by_circle(shelf, today),
        records=[_records(agreement, today) for agreement in real(shelf)],
        prints=[printed_versions(agreement, site_url) for agreement in shelf if printing],
        chapters=[chapter(agreement, around) for agreement in shelf],
    )


def _file_paths(agreement: Agreement) -> Iterator[str]:
    yield from agreement_file_paths(agreement)
    yield from (pdf_address(version).removeprefix("/") for version in agreement.versions)


def _records(agreement: Agreement, today: date) -> Wanted[str]:
    """What a search finds in an agreement that somebody can have."""
    made_from = ("records", agreement.id, agreement.made_from, today.isoformat())
    return Wanted(made_from, lambda: records_text(agreement, today))


def _beyond_calendar(end: OutsideTable) -> Problem:
    """Why there is no site of a day whose months cannot be counted as the contracts count them."""
    found = f"the availability up to the site's day cannot be counted: {end}"
    expected = f"a day that the table reaches, {end.last}-12-31 at the latest"
    return Problem("calculators/tables/holidays.json", 1, None, found, expected, "scripts/holiday_table makes it anew.")


def known_agreements(corpus: Corpus, today: date) -> list[Agreement]:
    """The agreements as they were known on a day; those that only show how one is written come last."""
    known = [agreement.known_on(today) for agreement in corpus.agreements]
    return [*real(known), *(agreement for agreement in known if agreement.supplier.fictional)]


def real(agreements: Iterable[Agreement]) -> list[Agreement]:
    """The agreements that somebody can have."""
    return [agreement for agreement in agreements if not agreement.supplier.fictional]


def _shared(
    shelf: Sequence[Agreement], fronts: Mapping[str, FrontPage], library: Library, around: Around
) -> list[Wanted[Finished]]:
    """The pages about more than one agreement, but for what is found in them; none shows the wording of a clause."""
    today, tag, outlines = around.today, around.tag, (agreement.outlined_from for agreement in shelf)
    made_from = (repr(fronts), today.isoformat(), tag, around.site_url, *outlines)
    return [
        Wanted(("home", *made_from), lambda: finished(home_pages(fronts, real(shelf), library, today))),
        Wanted(("index", *made_from), lambda: finished(index_pages(library, shelf))),
        Wanted(("applying", *made_from), lambda: finished(applying_pages(shelf, library, today, tag))),
        Wanted(("calculators", *made_from), lambda: finished(calculator_pages(library, today, tag))),
        Wanted(("list", *made_from), lambda: finished(list_pages(shelf, today))),
        Wanted(("suppliers", *made_from), lambda: finished(supplier_pages(shelf, today, around.site_url))),
    ]


def _listed(found: Sequence[Finding], shelf: Sequence[Agreement]) -> Wanted[Finished]:
    """The pages that list what is found."""
    made_from = ("listed", repr(found), *(agreement.outlined_from for agreement in shelf))
    return Wanted(made_from, lambda: finished(findings_pages(found, shelf)))


def _followed(shelf: Sequence[Agreement], around: Around) -> list[Wanted[list[StaticFile]]]:
    """What people follow changes by."""
    made_from = (around.today.isoformat(), around.site_url, *(agreement.outlined_from for agreement in shelf))
    return [
        Wanted(("feeds", *made_from), lambda: list(atom_files(shelf, around.today, around.site_url))),
        Wanted(("calendar", *made_from), lambda: [_calendar(shelf, around.site_url)]),
    ]


def _calendar(shelf: Sequence[Agreement], site_url: str) -> StaticFile:
    from scripts.publishing.ical import calendar_file  # most builds have it already, and need not load its library

    return calendar_file(shelf, site_url)


def _status_files(status: Status, library: Library, now: datetime, site_url: str) -> Iterator[StaticFile]:
    """The status section: whole documents of its own, that work when nothing else does."""
    if not status.services:
        return iter(())
    from scripts.status.pages import pages_of  # what no site without a service need load

    return (StaticFile(path, text) for path, text in pages_of(status, library, now, site_url))

