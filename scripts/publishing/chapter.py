"""A chapter: all that the site says of one agreement alone, kept until something that it depends on changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scripts.agreements.model import Agreement
from scripts.keeping.keep import Wanted
from scripts.publishing.agreement_pages import agreement_pages
from scripts.publishing.api import agreement_files
from scripts.publishing.comparison_pages import comparison_pages
from scripts.publishing.finished import finished
from scripts.publishing.links import PageLinks
from scripts.publishing.page import Page, StaticFile
from scripts.search.records import records_text


@dataclass(frozen=True)
class Around:
    """What an agreement's chapter depends on beside its texts: the day, the browser's Python, the site's address."""

    titles: Mapping[str, str]  # of all agreements of the site, by id
    today: date
    tag: str
    site_url: str


@dataclass(frozen=True)
class Chapter:
    """The pages and files of one agreement, and what a search finds in it."""

    pages: tuple[Page, ...]
    files: tuple[StaticFile, ...]
    records: str
    links: tuple[PageLinks, ...]
    made_from: tuple[str, ...]  # in words: equal words are equal chapters

    @property
    def to_find(self) -> list[str]:
        """The addresses that search engines are told of."""
        return [page.path for page in self.pages if not page.robots and page.canonical in (None, page.path)]


def chapter(agreement: Agreement, around: Around) -> Wanted[Chapter]:
    """The chapter, which is another one only where something that it depends on is."""
    over = {id for version in agreement.versions for id in version.part_of}
    titles = {id: title for id, title in around.titles.items() if id in over}
    beside = (repr(titles), around.today.isoformat(), around.tag, around.site_url)
    made_from = ("chapter", agreement.id, agreement.made_from, *beside)
    return Wanted(made_from, lambda: _made(agreement, titles, around, made_from))


def _made(agreement: Agreement, titles: Mapping[str, str], around: Around, made_from: tuple[str, ...]) -> Chapter:
    versions = agreement_pages(agreement, titles, around.today, around.site_url)
    made = finished([*versions, *comparison_pages(agreement, around.tag)])
    return Chapter(
        pages=made.pages,
        files=(*agreement_files(agreement, around.today), *made.parts),
        records=records_text(agreement, around.today),
        links=made.links,
        made_from=made_from,
    )
