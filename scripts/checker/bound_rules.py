"""A rule of a document bound to its figures and ready to compute, so that a finding is computed, not guessed."""

from collections.abc import Iterator
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.contract.terms import versions
from calculators.registry import KINDS, bound_rule
from scripts.agreements.terms import terms
from scripts.checker.document import Document


def rules_of_kind(document: Document, kind: str) -> Iterator[tuple[str, BoundRule]]:
    """Every rule of one kind by name; a rule whose figures do not fit its kind is the readers' to report."""
    for name, rule in document.rules.items():
        if rule["kind"] == kind:
            try:
                yield name, _bound(document, name)
            except (KeyError, ValueError, TypeError, AttributeError):
                continue


def result(rule: BoundRule, given: dict[str, Any]) -> dict[str, Any]:
    """What the rule's kind makes of its inputs."""
    return KINDS[rule.declared["kind"]].compute(rule, given).result


def _bound(document: Document, name: str) -> BoundRule:
    read = next(each for each in versions(terms(document.agreement)) if each.label == document.version.name)
    return bound_rule(read, name)
