"""What people ask about a clause, in their words and languages: the titles of the rules that are read from it."""

from collections.abc import Mapping

from scripts.agreements.model import Version
from scripts.agreements.rule_figures import figure_names


def questions(version: Version) -> dict[str, str]:
    """For each clause that rules are read from, by its anchor, all their titles."""
    asked: dict[str, list[str]] = {}
    for rule in version.rules.values():
        if anchor := _clause(version, rule):
            asked.setdefault(anchor, []).extend(rule["title"].values())
    return {anchor: " – ".join(dict.fromkeys(titles)) for anchor, titles in asked.items()}


def _clause(version: Version, rule: Mapping) -> str | None:
    """The clause the rule names, else that of its first figure."""
    if "clause" in rule:
        return rule["clause"]
    names = (str(name).partition("/")[0] for _, name in figure_names(rule))
    return next((version.parameters[name].clause for name in names if name in version.parameters), None)
