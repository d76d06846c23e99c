"""What a rule's results are called: the rule's own label, else the common one."""

from collections.abc import Mapping

from calculators.answer import public_result
from calculators.contract.rule import BoundRule
from calculators.words import chosen, said, table


def result_label(rule: BoundRule, name: str, language: str) -> str:
    """Return the label of a member of the result."""
    declared = rule.declared.get("results", {}).get(name)
    if isinstance(declared, Mapping) and "label" in declared:
        return chosen(declared["label"], language)
    words = table("results")
    return said("results", name, language) if name in words else public_result(rule, name)
