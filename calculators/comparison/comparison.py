"""Two versions of one agreement compared: clause by clause, figure by figure, rule by rule. Read this first."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from typing import Any

from calculators.comparison.alignment import aligned
from calculators.comparison.clauses import ClauseChange, changed_clauses
from calculators.comparison.figures import FigureChange, changed_figures
from calculators.comparison.folding import Entry, entries
from calculators.comparison.redline import redline
from calculators.comparison.rules import RuleChange, changed_rules
from calculators.comparison.runs import Redline
from calculators.comparison.tokens import line_tokens
from calculators.comparison.versions import Version, read_version


@dataclass(frozen=True)
class Comparison:
    """What separates two versions; every clause of both is here once, every rule once, and each figure that changed."""

    old: Version
    new: Version
    title: Redline
    clauses: tuple[ClauseChange, ...]
    figures: tuple[FigureChange, ...]
    rules: tuple[RuleChange, ...]

    @cached_property
    def entries(self) -> list[Entry]:
        """The clauses as a page lists them."""
        return entries(self.clauses)


def compare(
    old: Mapping[str, Any], new: Mapping[str, Any], inputs: Mapping[str, Mapping[str, Any]] | None = None
) -> Comparison:
    """The comparison of two versions as scripts/agreements/version_json.py states them.

    `inputs` maps a rule's name to what it is asked under both versions; the others are asked their worked example.
    """
    before, after = read_version(old), read_version(new)
    clauses = changed_clauses(before, after, aligned(before, after))
    return Comparison(
        old=before,
        new=after,
        title=redline(line_tokens(before.title), line_tokens(after.title), eq),
        clauses=clauses,
        figures=changed_figures(before, after, clauses),
        rules=changed_rules(before, after, inputs or {}),
    )
