"""The pages that compare versions: one for each version and the next, and one where a reader picks any two."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from calculators.comparison.comparison import between
from calculators.comparison.house import house_words
from calculators.comparison.page import shown
from calculators.comparison.versions import read_version
from scripts.agreements.model import Agreement, Version
from scripts.publishing.dates import shown_date
from scripts.publishing.environment import Said, macros, rendered
from scripts.publishing.page import Page
from scripts.publishing.words import LANGUAGES
from scripts.publishing.words_used import words_used

Words = Mapping[str, Mapping[str, str]]


def comparison_path(agreement: str, old: str, new: str) -> str:
    """Where two versions of an agreement are compared."""
    return f"agreements/{agreement}/{old}...{new}/"


def chooser_path(agreement: str) -> str:
    """Where a reader picks two versions of an agreement."""
    return f"agreements/{agreement}/compare/"


def comparison_page_paths(agreement: Agreement) -> Iterator[str]:
    """Where the comparisons of an agreement stand, before they are made."""
    for old, new in pairwise(agreement.versions):
        yield comparison_path(agreement.id, old.name, new.name)
    if len(agreement.versions) > 1:
        yield chooser_path(agreement.id)


def comparison_pages(agreement: Agreement, texts: Sequence[Mapping[str, Any]], tag: str) -> Iterator[Page]:
    """A page for each version and the one after it; `tag` names the browser's Python that compares any other two.

    `texts` are the versions as version_json states them, the oldest first.
    """
    if len(agreement.versions) < 2:
        return
    read = [read_version(text) for text in texts]
    pairs = list(pairwise(agreement.versions))
    for at, pair in enumerate(pairs):
        around = {"earlier": pairs[at - 1] if at else None, "later": pairs[at + 1] if at + 1 < len(pairs) else None}
        links = {name: _href(agreement, pair) for name, pair in around.items()}
        yield _page(agreement, pair, shown(between(read[at], read[at + 1], {})), links)
    yield _chooser(agreement, pairs, tag)


def _href(agreement: Agreement, pair: tuple[Version, Version] | None) -> str | None:
    return f"/{comparison_path(agreement.id, pair[0].name, pair[1].name)}" if pair else None


def _page(
    agreement: Agreement, pair: tuple[Version, Version], made: Mapping[str, Any], links: Mapping[str, str | None]
) -> Page:
    language, (old, new) = agreement.supplier.language, pair
    own, shape = made["words"][language], made["shape"]
    parts, said = macros("comparison"), Said(own)
    head = {"agreement": agreement, "supplier": agreement.supplier, "shape": shape, **links}
    summary, changes = parts.summary(shape, said), parts.changes(shape, said)
    chooser = f"/{chooser_path(agreement.id)}"
    body = rendered("comparison.html", **head, summary=summary, changes=changes, chooser=chooser, said=said)
    return Page(
        path=comparison_path(agreement.id, old.name, new.name),
        title=f"{own['heading']}, {agreement.supplier.name}",
        lang=language,
        description=f"{own['from']} {own['day old']} {own['to']} {own['day new']}",
        body=f"{body}\n" + words_used(body, made["words"], language),
        room="agreements",
        sheet="comparison",
        robots="noindex",
    )


def _chooser(agreement: Agreement, pairs: Sequence[tuple[Version, Version]], tag: str) -> Page:
    """Lists the pairs that are built, newest first, with a form for any other."""
    language = agreement.supplier.language
    said = {each: house_words(each) | dict(_days(pairs, each)) for each in LANGUAGES}
    own = said[language]
    listed = [{"key": _key(pair), "href": _href(agreement, pair)} for pair in reversed(pairs)]
    head = {"agreement": agreement, "supplier": agreement.supplier, "said": Said(own)}
    body = rendered("comparison_chooser.html", **head, pairs=listed, options=agreement.versions, tag=tag)
    return Page(
        path=chooser_path(agreement.id),
        title=f"{own['choose']}: {agreement.title}",
        lang=language,
        description=own["choose.lead"],
        body=f"{body}\n" + words_used(body, said, language, extra=("choose.",)),
        room="agreements",
        sheet="comparison",
        robots="noindex",
    )


def _key(pair: tuple[Version, Version]) -> str:
    return f"pair {pair[0].name} {pair[1].name}"


def _days(pairs: Sequence[tuple[Version, Version]], language: str) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        for side, version in zip(("old", "new"), pair, strict=True):
            yield f"{_key(pair)} {side}", shown_date(version.first_day, language)
