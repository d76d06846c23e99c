"""A chapter: all that the site says of one agreement alone, kept until something that it depends on changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from scripts.agreements.model import Agreement
from scripts.agreements.version_json import version_texts
from scripts.keeping.keep import Wanted
from scripts.publishing.agreement_pages import agreement_page_paths, agreement_pages
from scripts.publishing.api import agreement_files
from scripts.publishing.comparison_pages import comparison_page_paths, comparison_pages
from scripts.publishing.finished import finished
from scripts.publishing.links import PageLinks, broken_links
from scripts.publishing.page import Page, StaticFile


@dataclass(frozen=True)
class Around:
    """What an agreement's chapter depends on beside its texts: the day, the browser's Python, the site's address."""

    titles: Mapping[str, str]  # of all agreements of the site, by id
    today: date
    tag: str
    site_url: str


@dataclass(frozen=True)
class Outline:
    """What the rest of the site has to know of a chapter."""

    links: tuple[PageLinks, ...]  # of each page: what it can be linked to by, and where it leads beyond the chapter
    to_find: tuple[str, ...]  # the addresses that search engines are told of


@dataclass(frozen=True)
class Chapter:
    """The pages and files of one agreement."""

    pages: tuple[Page, ...]
    files: tuple[StaticFile, ...]
    links: tuple[PageLinks, ...]

    @property
    def outline(self) -> Outline:
        to_find = (page.path for page in self.pages if not page.robots and page.canonical in (None, page.path))
        return Outline(tuple(self._beyond()), tuple(to_find))

    def _beyond(self) -> Iterator[PageLinks]:
        """The links that do not end on the chapter's own pages and files."""
        beyond: dict[str, list[str]] = {page.path: [] for page in self.links}
        for path, address in broken_links(self.links, [file.path for file in self.files]):
            beyond[path].append(address.removeprefix("/"))
        return (replace(page, addresses=tuple(beyond[page.path])) for page in self.links)


def page_paths(agreement: Agreement) -> list[str]:
    """Where the pages of an agreement's chapter stand, before it is made."""
    return [*agreement_page_paths(agreement), *comparison_page_paths(agreement)]


def chapter(agreement: Agreement, around: Around) -> Wanted[Chapter]:
    """The chapter, which is another one only where something that it depends on is."""
    over = {id for version in agreement.versions for id in version.part_of}
    titles = {id: title for id, title in around.titles.items() if id in over}
    beside = (repr(titles), around.today.isoformat(), around.tag, around.site_url)
    made_from = ("chapter", agreement.id, agreement.made_from, *beside)
    return Wanted(made_from, lambda: _made(agreement, titles, around))


def _made(agreement: Agreement, titles: Mapping[str, str], around: Around) -> Chapter:
    texts = version_texts(agreement)
    versions = agreement_pages(agreement, titles, around.today, around.site_url)
    made = finished([*versions, *comparison_pages(agreement, texts, around.tag)])
    return Chapter(made.pages, (*agreement_files(agreement, texts, around.today), *made.parts), made.links)
