"""Agreements that can have anything to do with each other: what is found in one circle does not depend on another."""

from collections.abc import Iterator, Sequence

from scripts.agreements.model import Agreement


def circles(agreements: Sequence[Agreement]) -> list[list[Agreement]]:
    """The agreements of each supplier, together with those of suppliers that their texts name, in the order given."""
    suppliers = {agreement.id: agreement.supplier.id for agreement in agreements}
    circle_of = {supplier: {supplier} for supplier in suppliers.values()}
    for agreement in agreements:
        for named in _named(agreement):
            joined = circle_of[agreement.supplier.id] | circle_of.get(suppliers.get(named, ""), set())
            circle_of |= dict.fromkeys(joined, joined)
    met = dict.fromkeys(frozenset(circle_of[supplier]) for supplier in suppliers.values())
    return [[each for each in agreements if each.supplier.id in circle] for circle in met]


def _named(agreement: Agreement) -> Iterator[str]:
    """The other agreements that a version leads to, or is subordinate to."""
    for version in agreement.versions:
        yield from version.part_of
        yield from (each.agreement for clause in version.clauses for each in clause.references if each.agreement)
