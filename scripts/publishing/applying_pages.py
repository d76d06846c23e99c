"""The page per supplier that says what follows from the agreements somebody has, in every interface language."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from calculators.applying import applying, facts_asked
from calculators.asking import Library
from scripts.agreements.model import Agreement, Supplier
from scripts.publishing.agreement_lists import applies, by_supplier
from scripts.publishing.calculator_view import field_view
from scripts.publishing.environment import rendered
from scripts.publishing.page import Page
from scripts.publishing.words import LANGUAGES, ROOT, localised, words


def applying_pages(agreements: Sequence[Agreement], library: Library, today: date, tag: str) -> Iterator[Page]:
    """One page per supplier and language; without JavaScript it states what every rule in force says."""
    for supplier, shelf in by_supplier(agreements):
        own = {agreement.id: library[agreement.id] for agreement in shelf}
        for language in LANGUAGES:
            yield _page(supplier, own, today, language, tag)


def applying_links(agreements: Sequence[Agreement], language: str) -> list[dict[str, str]]:
    """A link to each supplier's page, by the supplier's name."""
    return [
        {"name": supplier.name, "href": localised(applies(supplier.id), language)}
        for supplier, _ in by_supplier(agreements)
    ]


def _page(supplier: Supplier, library: Library, today: date, language: str, tag: str) -> Page:
    house = words(language)
    body = rendered(
        "applies.html",
        house=house,
        supplier=supplier,
        agreements=[{"id": id, "title": terms["title"]} for id, terms in library.items()],
        facts=[field_view(fact, fact["name"], language) for fact in facts_asked(library, today, language)],
        groups=_linked(applying({}, library, today, language), language),
        index_href=localised("calculators/", language),
        language=language,
        tag=tag,
    )
    return Page(
        path=f"{ROOT[language]}{applies(supplier.id)}",
        title=f"{house['applies']['title']} – {supplier.name}",
        lang=language,
        description=house["applies"]["lead"],
        body=body,
        room="calculators",
        sheet="calculator applies",
        python=tag,
        robots="noindex" if supplier.fictional else "",
        alternates={other: f"{ROOT[other]}{applies(supplier.id)}" for other in LANGUAGES},
    )


def _linked(groups: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """The groups with the forms of the language's own part of the site."""
    return [
        group | {"rules": [rule | {"href": localised(rule["href"], language)} for rule in group["rules"]]}
        for group in groups
    ]
