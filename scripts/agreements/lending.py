"""Figures that a rule borrows from another agreement of the same supplier, as `nettsoft/sales-full:invoice.fee`.

A rule borrows from the version in force on its own version's first day, and a figure that is lent counts as read.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from calculators.contract.names import figure_name
from scripts.agreements.model import Agreement, Borrowed, Parameter, Version
from scripts.agreements.rule_figures import figure_names


@dataclass(frozen=True)
class Lending:
    """What one version may borrow, if its rules name any such figure, and which of its own other agreements read."""

    borrower: Version
    lenders: Mapping[str, Version] = field(default_factory=dict)  # by agreement
    lent: frozenset[str] = frozenset()

    def figures(self, lender: str) -> Mapping[str, Parameter]:
        """The figures of another agreement; none where there is no such agreement, or no version in force."""
        version = self.lenders.get(lender)
        return version.parameters if version else {}

    def borrowed(self, rules: Mapping[str, object]) -> dict[str, Borrowed]:
        """The figures that sound rules borrow, each with its clause, by the name they use."""
        if not self.lenders:
            return {}
        names = {figure_name(name).marked for name in borrowed_names(rules)}
        return {name: self._borrowed(name) for name in sorted(names)}

    def _borrowed(self, name: str) -> Borrowed:
        wanted = figure_name(name)
        lender = self.lenders[wanted.lender]
        parameter = lender.parameters[wanted.figure]
        clause = next(clause for clause in lender.clauses if clause.anchor == parameter.clause)
        return Borrowed(parameter, clause, lender.agreement, lender.name, lender.href, lender.title)


def lending(agreements: Iterable[Agreement], wishes: Mapping[str, Collection[str]]) -> dict[str, Lending]:
    """What every version may borrow and lends, by its file; `wishes` are the borrowed names in its rules."""
    found = {
        version.file: Lending(version, dict(_lenders(agreement, version, agreements) if wishes[version.file] else ()))
        for agreement in agreements
        for version in agreement.versions
    }
    lent: dict[str, set[str]] = {}
    for file, names in wishes.items():
        for wanted in map(figure_name, names):
            lender = found[file].lenders.get(wanted.lender) if file in found else None
            if lender:
                lent.setdefault(lender.file, set()).add(wanted.figure)
    return {
        file: Lending(each.borrower, each.lenders, frozenset(lent.get(file, ()))) for file, each in found.items()
    }


def borrowed_names(rules: object) -> Iterator[str]:
    """Every name in the rules of a version that stands for a figure of another agreement."""
    for rule in rules.values() if isinstance(rules, Mapping) else ():
        for _, name in figure_names(rule):
            if isinstance(name, str) and ":" in name and figure_name(name).lender:
                yield name


def _lenders(agreement: Agreement, version: Version, agreements: Iterable[Agreement]) -> Iterator[tuple[str, Version]]:
    for other in agreements:
        if other.id != agreement.id and other.supplier.id == agreement.supplier.id:
            in_force = other.version_in_force(version.first_day)
            if in_force:
                yield other.id, in_force
