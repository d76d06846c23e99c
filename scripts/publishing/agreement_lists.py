"""The list of all agreements in each interface language, and each supplier's landing page in the supplier's own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scripts.agreements.model import Agreement
from scripts.publishing.addresses import Addresses
from scripts.publishing.environment import rendered
from scripts.publishing.feed_addresses import ALL_CHANGES, CALENDAR, feed_path, supplier_feed
from scripts.publishing.page import Page
from scripts.publishing.standing import standing_words
from scripts.publishing.structured import structured_supplier
from scripts.publishing.supplier_relations import Relations, relation_words, superiors, supplier_relations
from scripts.publishing.words import LANGUAGES, ROOT, localised, words


def list_pages(agreements: Sequence[Agreement], today: date) -> Iterator[Page]:
    """All agreements, supplier by supplier: one page per interface language."""
    for language in LANGUAGES:
        own = words(language)
        yield Page(
            path=f"{ROOT[language]}agreements/",
            title=own["agreements"]["title"],
            lang=language,
            description=own["agreements"]["lead"],
            body=rendered(
                "agreements.html",
                words=own,
                suppliers=_suppliers(agreements, today, language),
                feed=f"/{ALL_CHANGES}",
                calendar=f"/{CALENDAR}",
            ),
            room="agreements",
            alternates={other: f"{ROOT[other]}agreements/" for other in LANGUAGES},
        )


def supplier_pages(agreements: Sequence[Agreement], today: date, site_url: str) -> Iterator[Page]:
    """One landing page per supplier."""
    for supplier, own in by_supplier(agreements):
        relations = supplier_relations(own, today)
        around = {language: _words_around(own, relations, today, language) for language in LANGUAGES}
        path = f"agreements/{supplier.id}/"
        yield Page(
            path=path,
            title=supplier.name,
            lang=supplier.language,
            description=supplier.about,
            body=rendered(
                "supplier.html",
                supplier=supplier,
                agreements=agreement_rows(own, today, supplier.language),
                relations=relations,
                applies={"path": applies(supplier.id), "href": localised(applies(supplier.id), supplier.language)},
                around=around.pop(supplier.language),
                others=around,
                feed=f"/{feed_path(supplier.id)}",
            ),
            room="agreements",
            sheet="agreement",
            robots="noindex" if supplier.fictional else "",
            feeds=supplier_feed(supplier),
            structured=structured_supplier(supplier, Addresses(site_url, path)),
        )


def applies(supplier: str) -> str:
    """Where a supplier's page stands that says what follows from its agreements, below the part of a language."""
    return f"calculators/applies/{supplier}/"


def agreement_rows(agreements: Sequence[Agreement], today: date, language: str) -> list[dict[str, object]]:
    """Title, summary, standing and superiors of each agreement of a supplier, with a link to what is in force."""
    return [
        _row(agreement, today, language) | {"supplier": "", "part_of": superiors(agreement, agreements, today)}
        for agreement in agreements
    ]


def rows_of_all(agreements: Iterable[Agreement], today: date, language: str) -> list[dict[str, str]]:
    """The same with each agreement's supplier, for a list of several suppliers."""
    return [_row(agreement, today, language) | {"supplier": agreement.supplier.name} for agreement in agreements]


def by_supplier(agreements: Sequence[Agreement]) -> list[tuple]:
    """Each supplier with its agreements, by name; one that does not exist comes last."""
    suppliers = {agreement.supplier.id: agreement.supplier for agreement in agreements}
    in_order = sorted(suppliers.values(), key=lambda supplier: (supplier.fictional, supplier.name.casefold()))
    return [(supplier, [each for each in agreements if each.supplier.id == supplier.id]) for supplier in in_order]


def _row(agreement: Agreement, today: date, language: str) -> dict[str, str]:
    shown = agreement.version_in_force(today) or agreement.versions[-1]
    return {
        "href": f"/agreements/{agreement.id}/",
        "lang": agreement.supplier.language,
        "title": shown.title,
        "summary": shown.summary,
        "standing": standing_words(agreement, shown, today, language),
        "word": f"standing {agreement.id}",
    }


def _words_around(own: Sequence[Agreement], relations: Relations, today: date, language: str) -> dict[str, str]:
    standings = {row["word"]: row["standing"] for row in agreement_rows(own, today, language)}
    return words(language)["supplier"] | standings | relation_words(own, language, relations)


def _suppliers(agreements: Sequence[Agreement], today: date, language: str) -> list[dict]:
    return [
        {
            "id": supplier.id,
            "href": f"/agreements/{supplier.id}/",
            "name": supplier.name,
            "about": supplier.about,
            "lang": supplier.language,
            "agreements": agreement_rows(own, today, language),
        }
        for supplier, own in by_supplier(agreements)
    ]
