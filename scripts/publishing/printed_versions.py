"""A version as a document to print: what its text is and nothing of the day, so that its PDF never changes."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from markupsafe import Markup

from scripts.agreements.lock import text_sha256
from scripts.agreements.model import Agreement, Clause, Version
from scripts.keeping.keep import Wanted
from scripts.publishing.agreement_view import clause_text
from scripts.publishing.dates import shown_date
from scripts.publishing.environment import rendered
from scripts.publishing.links import public_links
from scripts.publishing.page import PrintedPage
from scripts.publishing.words import words

COUNTERS = {name: Markup(f'<span class="{name}"></span>') for name in ("page", "pages")}  # the style sheet counts


def printed_versions(agreement: Agreement, site_url: str) -> Wanted[list[PrintedPage]]:
    """The document of every version; `site_url` is where the site is published, if known."""
    made_from = ("printed", agreement.id, agreement.made_from, site_url)
    return Wanted(made_from, lambda: [_page(agreement, version, site_url) for version in agreement.versions])


def _page(agreement: Agreement, version: Version, site_url: str) -> PrintedPage:
    return PrintedPage(pdf_address(version).removeprefix("/"), _html(agreement, version, site_url))


def pdf_address(version: Version) -> str:
    """Where the PDF of a version stands; its name tells what it is when it lies in somebody's folder."""
    return f"{version.href}{version.agreement.replace('/', '-')}-{version.name}.pdf"


def _html(agreement: Agreement, version: Version, site_url: str) -> str:
    language = agreement.supplier.language
    own = words(language)["printed"]
    html = rendered(
        "printed_version.html",
        version=version,
        supplier=agreement.supplier,
        language=language,
        edition=own["edition"].format(version=version.name),
        notice=words(language)["agreement"]["fictional"] if agreement.supplier.fictional else own["restated"],
        facts=[(own[name], text) for name, text in _facts(version, language)],
        sha256=text_sha256(version),
        sha256_label=own["sha256"],
        clauses=[_clause(clause, clause_text(clause, language)) for clause in version.clauses],
        page_of_pages=Markup(own["page"]).format(**COUNTERS),
    )
    return public_links(html, site_url)


def _clause(clause: Clause, text: Markup) -> Markup:
    return _printed(clause.anchor, clause.ids, clause.printed_number, clause.heading, clause.level, text)


@cache
def _printed(
    anchor: str, ids: tuple[str, ...], number: str | None, heading: str | None, level: int, text: Markup
) -> Markup:
    """A clause's section; most of the versions that have a clause have it in the same words."""
    view = {"anchor": anchor, "ids": ids, "number": number, "heading": heading}
    return Markup(rendered("parts/printed_clause.html", **view, level=level, text=text))


def _facts(version: Version, language: str) -> Iterator[tuple[str, str]]:
    """What the version states of itself, with the word for each in words/."""
    yield "version", version.name
    yield "effective", _day(version.effective_date, language, "unknown")
    if version.applies_to:
        yield "new_customers", shown_date(version.applies_to.new_customers, language)
        yield "existing_customers", shown_date(version.applies_to.existing_customers, language)
    yield "announced", _day(version.announced_on, language, "not_stated")
    yield "recorded", shown_date(version.recorded_on, language)
    if version.supersedes:
        yield "supersedes", version.supersedes


def _day(day: date | None, language: str, otherwise: str) -> str:
    return shown_date(day, language) if day else words(language)["printed"][otherwise]
