"""Which calculators a figure or a clause leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from calculators.contract.names import figure_name
from calculators.registry import KINDS
from scripts.agreements.model import Version
from scripts.publishing.words import LANGUAGES, localised


@dataclass(frozen=True)
class RuleLink:
    """A rule that computes, as a clause offers it: its titles, calculator, figures and the clauses they stand in."""

    rule: str
    titles: Mapping[str, str]
    calculator: str
    figures: frozenset[str]
    clauses: frozenset[str]

    @property
    def path(self) -> str:
        """The form of this rule, from the root of the part of the site that speaks a language."""
        return f"calculators/{self.calculator}/?rule={quote(self.rule, safe='/:')}"

    @property
    def word(self) -> str:
        """The name its title goes by among the words of a page."""
        return f"rule {self.rule}"

    def href(self, language: str) -> str:
        return localised(self.path, language)


def rule_links(version: Version) -> list[RuleLink]:
    """Every rule of a version that computes something, in the order the author declared them."""
    return [_link(version, name, rule) for name, rule in version.rules.items() if rule["kind"] in KINDS]


def rules_by_clause(version: Version) -> dict[str, list[RuleLink]]:
    """The rules that are read from each clause, or from a figure that stands there, by its anchor."""
    found: dict[str, list[RuleLink]] = {}
    for link in rule_links(version):
        for anchor in link.clauses:
            found.setdefault(anchor, []).append(link)
    return found


def _link(version: Version, name: str, rule: Mapping) -> RuleLink:
    figures = read_figures(rule)
    clauses = {version.parameters[figure].clause for figure in figures if figure in version.parameters}
    return RuleLink(
        rule=f"{version.agreement}:{name}",
        titles={language: rule["title"][language] for language in LANGUAGES},
        calculator=KINDS[rule["kind"]].calculator,
        figures=figures,
        clauses=frozenset(clauses | {rule["clause"]} if "clause" in rule else clauses),
    )


def read_figures(rule: Mapping) -> frozenset[str]:
    """The names of every figure of its own agreement that a declared rule reads, also where it reads only a column."""
    names = map(figure_name, _names(rule.get("figures", {})))
    return frozenset(name.figure for name in names if not name.lender)


def _names(figures: object) -> list[str]:
    if isinstance(figures, Mapping):
        return [name for each in figures.values() for name in _names(each)]
    if isinstance(figures, (list, tuple)):
        return [name for each in figures for name in _names(each)]
    return [str(figures)]
