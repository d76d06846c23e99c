"""Two versions of one agreement compared: clause by clause, figure by figure, rule by rule. Read this first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from typing import Any

from calculators.comparison.alignment import aligned
from calculators.comparison.clauses import FATES, ClauseChange, changed_clauses
from calculators.comparison.figures import FigureChange, changed_figures
from calculators.comparison.folding import Entry, entries
from calculators.comparison.redline import redline
from calculators.comparison.rules import RuleChange, changed_rules
from calculators.comparison.runs import ADDED, CHANGED, REMOVED, Redline
from calculators.comparison.tokens import line_tokens
from calculators.comparison.versions import Version, read_version


@dataclass(frozen=True)
class Comparison:
    """What separates two versions; every clause of both is here once, every rule once, and each figure that changed."""

    old: Version
    new: Version
    title: Redline  # none where it is the same
    clauses: tuple[ClauseChange, ...]
    figures: tuple[FigureChange, ...]
    rules: tuple[RuleChange, ...]

    @cached_property
    def entries(self) -> list[Entry]:
        """The clauses as a page lists them."""
        return entries(self.clauses)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How much of each sort changed, by the key of its sentence; nothing that did not happen."""
        ops = Counter(figure.op for figure in self.figures)
        found = {f"figures.{op}": ops[op] for op in (CHANGED, ADDED, REMOVED)}
        found["rules"] = sum(rule.op == CHANGED for rule in self.rules)
        fates = Counter(fate for change in self.clauses for fate in change.fates)
        found |= {fate: fates[fate] for fate in FATES}
        return {f"count.{name}": number for name, number in found.items() if number}


def compare(
    old: Mapping[str, Any], new: Mapping[str, Any], inputs: Mapping[str, Mapping[str, Any]] | None = None
) -> Comparison:
    """The comparison of two versions as scripts/agreements/version_json.py states them.

    `inputs` maps a rule's name to what it is asked under both versions; the others are asked their worked example.
    """
    return between(read_version(old), read_version(new), inputs or {})


def between(old: Version, new: Version, inputs: Mapping[str, Mapping[str, Any]]) -> Comparison:
    """The comparison of two versions that are read already."""
    clauses = changed_clauses(old, new, aligned(old, new))
    return Comparison(
        old=old,
        new=new,
        title=() if old.title == new.title else redline(line_tokens(old.title), line_tokens(new.title), eq),
        clauses=clauses,
        figures=changed_figures(old, new, clauses),
        rules=changed_rules(old, new, inputs),
    )
