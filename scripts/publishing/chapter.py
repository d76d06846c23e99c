"""A chapter: all that the site says of one agreement alone, kept until something that it depends on changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scripts.agreements.model import Agreement
from scripts.keeping.keep import Keep
from scripts.publishing.agreement_pages import agreement_pages
from scripts.publishing.api import agreement_files
from scripts.publishing.comparison_pages import comparison_pages
from scripts.publishing.finished import Finished, finished
from scripts.publishing.page import PrintedPage, StaticFile
from scripts.publishing.printed_versions import printed_versions
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
    """The pages and files of one agreement, what is printed of it, and what a search finds in it."""

    finished: Finished
    files: tuple[StaticFile, ...]
    prints: tuple[PrintedPage, ...]
    records: str


def chapter(agreement: Agreement, around: Around, keep: Keep) -> Chapter:
    """The chapter as it was kept, if nothing that it depends on has changed."""
    over = {id for version in agreement.versions for id in version.part_of}
    titles = {id: title for id, title in around.titles.items() if id in over}
    beside = (repr(titles), around.today.isoformat(), around.tag, around.site_url)
    return keep(("chapter", agreement.id, agreement.made_from, *beside), lambda: _made(agreement, titles, around))


def _made(agreement: Agreement, titles: Mapping[str, str], around: Around) -> Chapter:
    pages = agreement_pages(agreement, titles, around.today, around.site_url)
    return Chapter(
        finished=finished([*pages, *comparison_pages(agreement, around.tag)]),
        files=tuple(agreement_files(agreement, around.today)),
        prints=tuple(printed_versions(agreement, around.site_url)),
        records=records_text(agreement, around.today),
    )
