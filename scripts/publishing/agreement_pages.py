"""The pages of one agreement: the version in force, and every version at its own address for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scripts.agreements.model import Agreement, Version
from scripts.publishing.agreement_view import clause_views, contents
from scripts.publishing.environment import rendered
from scripts.publishing.page import Page
from scripts.publishing.rule_links import rule_links
from scripts.publishing.standing import standing, standing_words
from scripts.publishing.words import LANGUAGES, words

AROUND = (
    *("restated", "to_in_force", "permanent", "part_of", "contents"),
    *("compute", "compute_with", "copy_link", "copied"),
)


@dataclass(frozen=True)
class Edition:
    """One version of an agreement on a day, among the other agreements of the site (`titles`, by id)."""

    agreement: Agreement
    version: Version
    titles: Mapping[str, str]
    today: date

    @property
    def part_of(self) -> list[dict[str, str | None]]:
        """The agreements this one is subordinate to: those of this site with a link, others that have a title."""
        names = self.version.part_of
        known = [{"title": self.titles[id], "href": f"/agreements/{id}/"} for id in names if id in self.titles]
        return known + [{"title": name, "href": None} for name in names if name not in self.titles and "/" not in name]

    @property
    def in_force_href(self) -> str | None:
        """Where the version in force stands, unless it is this one."""
        is_in_force = standing(self.agreement, self.version, self.today) == "in_force"
        return None if is_in_force else f"/agreements/{self.agreement.id}/"


def agreement_pages(agreement: Agreement, titles: Mapping[str, str], today: date) -> Iterator[Page]:
    """One page per version, and the one in force (else the newest) again at the agreement's own address."""
    for version in agreement.versions:
        yield _page(Edition(agreement, version, titles, today), version.href)
    current = agreement.version_in_force(today) or agreement.versions[-1]
    yield _page(Edition(agreement, current, titles, today), f"/agreements/{agreement.id}/")


def _page(edition: Edition, href: str) -> Page:
    version, supplier = edition.version, edition.agreement.supplier
    around = {language: _around(edition, language) for language in LANGUAGES}
    body = rendered(
        "agreement.html",
        version=version,
        supplier=supplier,
        in_force_href=edition.in_force_href,
        part_of=edition.part_of,
        contents=list(contents(version)),
        clauses=list(clause_views(version, rule_links(version), supplier.language)),
        around=around.pop(supplier.language),
        others=around,
    )
    return Page(
        path=href.removeprefix("/"),
        title=f"{version.title}, {supplier.name}",
        lang=supplier.language,
        description=version.summary,
        body=body,
        room="agreements",
        sheet="agreement",
    )


def _around(edition: Edition, language: str) -> dict[str, str]:
    """What the house says around the text in one language: a page prints its own and carries the others."""
    own = words(language)
    ready = {key: own["agreement"][key] for key in AROUND}
    ready["agreements"] = own["agreements"]["title"]
    ready["standing"] = standing_words(edition.agreement, edition.version, edition.today, language)
    return ready | {link.word: link.titles[language] for link in rule_links(edition.version)}
