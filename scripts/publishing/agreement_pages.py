"""The pages of one agreement: the version in force, and every version at its own address for ever."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from scripts.agreements.lock import text_sha256
from scripts.agreements.model import Agreement, Version
from scripts.publishing.addresses import Addresses
from scripts.publishing.agreement_view import clauses, contents
from scripts.publishing.agreement_words import words_around_agreement
from scripts.publishing.environment import macros, rendered
from scripts.publishing.feed_addresses import supplier_feed
from scripts.publishing.page import Page
from scripts.publishing.printed_versions import pdf_address
from scripts.publishing.standing import standing
from scripts.publishing.structured import structured_version
from scripts.publishing.version_banner import banner, coming, neighbours
from scripts.publishing.version_list import VersionRow, applies_apart, version_rows, version_words
from scripts.publishing.words import LANGUAGES
from scripts.publishing.words_used import words_used

SAID_BY_SCRIPTS = ("compute_with", "copy_link", "copied", "version ", "versions.")


@dataclass(frozen=True)
class Edition:
    """One version of an agreement on a day, among the other agreements of the site (`titles`, by id)."""

    agreement: Agreement
    version: Version
    titles: Mapping[str, str]
    today: date
    site: str  # the address of the site
    listed: Mapping[str, Mapping[str, str]]  # what the list of versions says, by language

    @property
    def part_of(self) -> list[dict[str, str | None]]:
        """The agreements this one is subordinate to: those of this site with a link, others that have a title."""
        names = self.version.part_of
        known = [{"title": self.titles[id], "href": f"/agreements/{id}/"} for id in names if id in self.titles]
        return known + [{"title": name, "href": None} for name in names if name not in self.titles and "/" not in name]

    @property
    def standing(self) -> str:
        return standing(self.agreement, self.version, self.today)


def agreement_page_paths(agreement: Agreement) -> Iterator[str]:
    """Where the pages of an agreement stand, before they are made."""
    yield from (version.href.removeprefix("/") for version in agreement.versions)
    yield f"agreements/{agreement.id}/"


def agreement_pages(agreement: Agreement, titles: Mapping[str, str], today: date, site: str) -> Iterator[Page]:
    """One page per version, and the one in force (else the newest) again at the agreement's own address."""
    listed = {language: dict(version_words(agreement, today, language)) for language in LANGUAGES}
    rows = _rows(agreement, today, listed[agreement.supplier.language])
    current = agreement.version_in_force(today) or agreement.versions[-1]
    for version in agreement.versions:
        edition = Edition(agreement, version, titles, today, site, listed)
        body = _body(edition, [row[row_of is version] for row_of, row in rows])
        yield _page(edition, body, version.href)
        if version is current:
            at_own_address = _page(edition, body, f"/agreements/{agreement.id}/")
    yield at_own_address


def _rows(agreement: Agreement, today: date, around: Mapping[str, str]) -> list[tuple[Version, tuple[Markup, Markup]]]:
    """Each version, newest first, with its line in the list of versions: on the pages of others, and on its own."""
    apart = applies_apart(agreement)
    return [
        (version, tuple(_row(row, around, apart, current=current) for current in (False, True)))
        for version, row in version_rows(agreement, today)
    ]


def _row(row: VersionRow, around: Mapping[str, str], apart: bool, *, current: bool) -> Markup:
    return macros("version_row").line(row, around, apart, current)


def _body(edition: Edition, versions: Sequence[Markup]) -> str:
    agreement, version, supplier = edition.agreement, edition.version, edition.agreement.supplier
    around = {
        language: words_around_agreement(agreement, version, listed, edition.today, language)
        for language, listed in edition.listed.items()
    }
    body = rendered(
        "agreement.html",
        version=version,
        supplier=supplier,
        banner=banner(agreement, version, edition.today),
        coming=coming(agreement, version, edition.today),
        neighbours=neighbours(agreement, version),
        part_of=edition.part_of,
        contents=contents(version),
        clauses=clauses(agreement, version, around[supplier.language]),
        versions=versions,
        apart=applies_apart(agreement),
        sha256=text_sha256(version),
        pdf=pdf_address(version),
        around=around[supplier.language],
    )
    return f"{body}\n{words_used(body, around, supplier.language, extra=SAID_BY_SCRIPTS)}"


def _page(edition: Edition, body: str, href: str) -> Page:
    agreement, version, supplier = edition.agreement, edition.version, edition.agreement.supplier
    return Page(
        path=href.removeprefix("/"),
        title=f"{version.title}, {supplier.name}" + (f" ({version.name})" if href == version.href else ""),
        lang=supplier.language,
        description=version.summary,
        body=body,
        room="agreements",
        sheet="agreement versions",
        canonical=f"agreements/{agreement.id}/" if edition.standing == "in_force" else None,
        robots="noindex" if edition.standing != "in_force" or supplier.fictional else "",
        feeds=supplier_feed(supplier),
        structured=structured_version(agreement, version, Addresses(edition.site, href.removeprefix("/"))),
    )
