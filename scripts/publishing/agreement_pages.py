"""The pages of one agreement: the version in force, and every version at its own address for ever."""

from collections.abc import Iterator, Sequence
from datetime import date

from scripts.agreements.model import Agreement, Version
from scripts.publishing.agreement_view import clause_views, contents
from scripts.publishing.environment import rendered
from scripts.publishing.page import Page
from scripts.publishing.rule_links import RuleLink, rule_links
from scripts.publishing.standing import standing, standing_words
from scripts.publishing.words import LANGUAGES, words

WORDS = ("restated", "to_in_force", "permanent", "part_of", "contents", "compute", "compute_with", "copy_link", "copied")


def agreement_pages(agreement: Agreement, titles: dict[str, str], today: date) -> Iterator[Page]:
    """One page per version, and the one in force (else the newest) again at the agreement's own address."""
    for version in agreement.versions:
        yield _page(agreement, version, version.href, titles, today)
    current = agreement.version_in_force(today) or agreement.versions[-1]
    yield _page(agreement, current, f"/agreements/{agreement.id}/", titles, today)


def _page(agreement: Agreement, version: Version, href: str, titles: dict[str, str], today: date) -> Page:
    spoken = agreement.supplier.language
    links = rule_links(version)
    around = {language: _around(agreement, version, links, titles, today, language) for language in LANGUAGES}
    body = rendered(
        "agreement.html",
        version=version,
        supplier=agreement.supplier,
        in_force_href=None if standing(agreement, version, today) == "in_force" else f"/agreements/{agreement.id}/",
        part_of=_part_of(version, titles),
        contents=list(contents(version)),
        clauses=list(clause_views(version, links, spoken)),
        around=around.pop(spoken),
        others=around,
    )
    return Page(
        path=href.removeprefix("/"),
        title=f"{version.title}, {agreement.supplier.name}",
        lang=spoken,
        description=version.summary,
        body=body,
        room="agreements/",
        sheet="agreement",
    )


def _part_of(version: Version, titles: dict[str, str]) -> list[dict[str, str | None]]:
    """The agreements this one is subordinate to: those of this site with a link, others that are named by a title."""
    known = [{"title": titles[name], "href": f"/agreements/{name}/"} for name in version.part_of if name in titles]
    named = [{"title": name, "href": None} for name in version.part_of if name not in titles and "/" not in name]
    return known + named


def _around(
    agreement: Agreement, version: Version, links: Sequence[RuleLink], titles: dict[str, str], today: date, language: str
) -> dict[str, str]:
    """What the house says around the text, in one language: the page prints its own and carries the others."""
    own = words(language)["agreement"]
    ready = {key: own[key] for key in WORDS}
    ready["agreements"] = words(language)["agreements"]["title"]
    ready["standing"] = standing_words(agreement, version, today, language)
    return ready | {link.word: link.titles[language] for link in links}
