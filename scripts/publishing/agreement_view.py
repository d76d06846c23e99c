"""The clauses of a version and their contents list as HTML; what versions share of them is rendered once."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from markupsafe import Markup, escape

from scripts.agreements.definitions import Use, uses
from scripts.agreements.model import Agreement, Caption, Clause, Mark, Version
from scripts.agreements.rendering import clause_markdown
from scripts.publishing.clause_html import clause_html
from scripts.publishing.environment import macros, rendered
from scripts.publishing.rule_links import RuleLink, rules_by_clause
from scripts.publishing.version_banner import Link, clause_neighbours
from scripts.publishing.words import words

ANCHOR = "\N{OBJECT REPLACEMENT CHARACTER}"


class ContentsEntry(NamedTuple):
    """A line of the contents list; `under` sets it one step in."""

    anchor: str
    number: str
    heading: str
    under: bool


def contents(version: Version) -> Markup:
    """The headings of the first two levels."""
    entries = (
        ContentsEntry(clause.anchor, clause.number or "", clause.heading, clause.level > 2)
        for clause in version.clauses
        if clause.heading and clause.level <= 3
    )
    return _contents(tuple(entries))


@cache
def _contents(entries: tuple[ContentsEntry, ...]) -> Markup:
    return Markup(rendered("parts/contents.html", contents=entries))


def clauses(agreement: Agreement, version: Version, around: Mapping[str, str]) -> Markup:
    """Every clause; the rules that read one of its figures, or are read from it, are offered below it.

    `around` has the words of the page.
    """
    links, language = rules_by_clause(version), agreement.supplier.language
    neighbours = clause_neighbours(agreement, version)
    parts: list[str] = []
    for clause in version.clauses:
        own = links.get(clause.anchor, ())
        number_id = clause.ids[1] if len(clause.ids) > 1 else None
        html = _html(clause, own, language, tuple(uses(clause, version.definitions)))
        parts += (
            _opening(clause.anchor, number_id, clause.printed_number, clause.heading, clause.level, html),
            _offers(own, clause, language, around) if own else "",
            _end(neighbours[clause.anchor], language).replace(ANCHOR, clause.anchor),
        )
    return Markup("".join(parts))


@cache
def _opening(
    anchor: str, number_id: str | None, number: str | None, heading: str | None, level: int, html: Markup
) -> Markup:
    """A clause's section up to its text; most of the versions that have a clause have it in the same words."""
    return macros("clause").opening(anchor, number_id, number, heading, level, html)


@cache
def _end(links: tuple[Link, ...], language: str) -> str:
    """The end of a clause with these links to it in other versions, and a sign for its anchor."""
    return str(macros("clause").end(links, ANCHOR, words(language)["agreement"]))


def clause_text(clause: Clause, language: str) -> Markup:
    """A clause's own text alone: no calculator is offered, and no term leads to its definition."""
    return _html(clause, (), language, ())


def _html(clause: Clause, links: Sequence[RuleLink], language: str, terms: Sequence[Use]) -> Markup:
    if not (terms or clause.marks or clause.references or clause.captions):
        return clause_html(clause.body, _table_label(clause.reference, language))
    render_mark = _mark_renderer(links, language)
    markdown = clause_markdown(clause, render_mark, render_caption=_table_opening, terms=terms)
    return clause_html(markdown, _table_label(clause.reference, language))


@cache
def _table_label(reference: str, language: str) -> str:
    return words(language)["agreement"]["table"].format(reference=reference)


def _mark_renderer(links: Sequence[RuleLink], language: str) -> Callable[[Mark], str]:
    """Prints a mark: a figure leads to the first rule that reads it; a dangling reference says why it leads nowhere."""

    def render(mark: Mark) -> str:
        if mark.dangles:
            reason = words(language)["agreement"]["dangles"].format(reason=mark.dangles)
            return f'<span class="dangling">{mark.text}</span><span class="dangling-note"> ({escape(reason)})</span>'
        reader = next((link for link in links if mark.name in link.figures), None)
        if reader is None:
            return f'<span class="figure" id="figure-{mark.name}">{mark.text}</span>'
        address = f'href="{escape(reader.href(language))}" data-localised="{escape(reader.path)}"'
        return f'<a class="figure" id="figure-{mark.name}" {address}>{mark.text}</a>'

    return render


def _table_opening(caption: Caption) -> str:
    return f'<div class="marked-table" id="figure-{caption.name}" markdown="1">'


def _offers(links: Sequence[RuleLink], clause: Clause, language: str, around: Mapping[str, str]) -> str:
    return macros("clause").rules([_offer(link, clause, language) for link in links], around)


def _offer(link: RuleLink, clause: Clause, language: str) -> dict[str, str]:
    """A rule as the clause offers it, and the ids of the figures in this clause that it reads."""
    marked = {mark.name for mark in (*clause.marks, *clause.captions)} & link.figures
    figures = " ".join(f"figure-{name}" for name in sorted(marked))
    return {"word": link.word, "href": link.href(language), "path": link.path, "figures": figures}
