"""The same quantity stated twice with different values: in one agreement, against the documents above it, and among
the agreements of one supplier.
"""

from collections.abc import Iterator

from scripts.agreements.model import Parameter
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.quantities import Quantity, base_name, meaning, quantities, quantity_of
from scripts.checker.relations import above, below, priority_clause, same_supplier
from scripts.checker.remembering import once_per_document

COMPARABLE = (
    *("period", "money", "percentage", "share", "factor", "count", "quantity"),
    *("clock", "timetable", "frequency"),
)


def findings(document: Document) -> Iterator[Finding]:
    for quantity, figures in _stated(document).items():
        yield from _within(document, quantity, figures)
        yield from _above(document, quantity, figures)
    yield from _among(document)
    yield from _default(document)


@once_per_document
def _stated(document: Document) -> dict[Quantity, list[Parameter]]:
    """The figures of a document by the quantity they state, in the order of the text."""
    stated: dict[Quantity, list[Parameter]] = {}
    for figure in document.parameters.values():
        if figure.figure["kind"] in COMPARABLE or quantity_of(figure.name).alike:
            stated.setdefault(quantity_of(figure.name), []).append(figure)
    return stated


def _within(document: Document, quantity: Quantity, figures: list[Parameter]) -> Iterator[Finding]:
    """One finding for every value that differs from the first one stated."""
    first, seen = figures[0], {meaning(figures[0], quantity)}
    fault = "quantity-by-case" if quantity.cases else "quantity-differs"
    for figure in figures[1:]:
        said = meaning(figure, quantity)
        if said not in seen:
            seen.add(said)
            yield document.figure_finding(
                fault, figure, name=figure.name, quote=quoted(figure.text), other_name=first.name,
                other_quote=quoted(first.text), other=document.reference(first.clause),
            )  # fmt: skip


def _above(document: Document, quantity: Quantity, figures: list[Parameter]) -> Iterator[Finding]:
    """A figure of this document against the same quantity of those above it: one finding for all that differ."""
    own, said = figures[0], meaning(figures[0], quantity)
    differing = [(each, theirs) for each in above(document) if (theirs := _stated_there(each, quantity))]
    differing = [(each, theirs) for each, theirs in differing if said not in {meaning(it, quantity) for it in theirs}]
    if not differing:
        return
    clause = priority_clause(document)
    yield document.figure_finding(
        "quantity-overrides" if clause else "quantity-differs-between", own, name=own.name, quote=quoted(own.text),
        others=", ".join(f"{document.cite(each, them[0].clause)} «{them[0].text}»" for each, them in differing),
        order=" > ".join([document.id, *(each.id for each, _ in differing)]),
        priority=document.cite(clause[0], clause[1].anchor) if clause else "",
    )  # fmt: skip


def _stated_there(document: Document, quantity: Quantity) -> list[Parameter]:
    """What a document says of a quantity in so many words; a default gives way of itself."""
    return [each for each in _stated(document).get(quantity, ()) if base_name(each.name) != quantity.default]


def _among(document: Document) -> Iterator[Finding]:
    """What most agreements of the supplier say otherwise, of the things a customer expects to be the same."""
    for quantity in quantities():
        own = next((figure for name, figure in document.parameters.items() if name == quantity.names[0]), None)
        if not quantity.shared or own is None:
            continue
        others = [(each, each.parameters[own.name]) for each in same_supplier(document) if own.name in each.parameters]
        others = [(each, figure) for each, figure in others if each not in (*above(document), *below(document))]
        said = meaning(own, quantity)
        differing = [(each, figure) for each, figure in others if meaning(figure, quantity) != said]
        if len(differing) * 2 > len(others):
            places = ", ".join(f"{document.cite(each, figure.clause)} «{figure.text}»" for each, figure in differing)
            yield document.figure_finding(
                "quantity-differs-among", own, own.name, name=own.name, quote=quoted(own.text), others=places
            )


def _default(document: Document) -> Iterator[Finding]:
    """A default of a document above that catches this one, because it states the quantity itself in no other way."""
    for other in above(document):
        for quantity in quantities():
            default = other.parameters.get(quantity.default)
            own = [name for name in document.parameters if base_name(name) in quantity.names]
            if default and not own and _has_an_end(document):
                clause = next(each for each in document.clauses if each.anchor == _end(document).clause)
                yield document.finding(
                    "default-term-applies", clause, other.id, name=default.name, quote=quoted(default.text),
                    other=document.cite(other, default.clause), notice=quoted(_end(document).text),
                )  # fmt: skip


def _end(document: Document) -> Parameter | None:
    """The figure that says how the agreement ends."""
    return next(
        (document.parameters[name] for name in ("notice.period", "term.notice") if name in document.parameters), None
    )


def _has_an_end(document: Document) -> bool:
    return _end(document) is not None
