"""Whether a new version was announced as long before it applies as the agreement's own clause on changes demands.

The version in force when customers are told is the one that promises them time. Its `change_notice` names the rule of
kind deadline that reads the promise, and the rule itself counts the days from its marked figure.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.contract.terms import versions
from calculators.registry import KINDS, bound_rule
from scripts.agreements.model import Agreement, Version
from scripts.agreements.problems import Problem, did_you_mean
from scripts.agreements.terms import terms

KIND = "deadline"


def change_notice_problems(agreement: Agreement) -> Iterator[Problem]:
    """Every version announced too late, and every `change_notice` that names no rule to count by."""
    for version in agreement.versions:
        yield from _of_name(version)
    for earlier, later in pairwise(agreement.versions):
        promised = _promised(agreement, earlier)
        if promised and later.announced_on and later.effective_date and not later.is_editorial:
            yield from _of_days(promised, earlier, later)


def _of_name(version: Version) -> Iterator[Problem]:
    named = version.change_notice
    if named is None or version.rules.get(named, {}).get("kind") == KIND:
        return
    known = [name for name, rule in version.rules.items() if rule["kind"] == KIND]
    found = f'"change_notice" names "{named}", which is no rule of kind {KIND} here'
    expected = f"one of {', '.join(known)}" if known else f"a rule of kind {KIND} that reads the notice"
    yield Problem(version.file, version.lines["change_notice"], None, found, expected, did_you_mean(named, known))


def _promised(agreement: Agreement, version: Version) -> BoundRule | None:
    """The rule that counts the notice a version promises, bound to its figure."""
    if version.rules.get(version.change_notice or "", {}).get("kind") != KIND:
        return None
    (read,) = versions(terms(replace(agreement, versions=(version,))))
    return bound_rule(read, version.change_notice)


def _of_days(promised: BoundRule, earlier: Version, later: Version) -> Iterator[Problem]:
    applies = later.applies_to.existing_customers if later.applies_to else later.effective_date
    if promised.setting("direction") == "before":
        last_day = _counted(promised, applies)
        if later.announced_on > last_day:
            yield _too_late(promised, earlier, later, applies, f"an announcement by {last_day}", "")
        return
    first_day = _counted(promised, later.announced_on)
    if applies < first_day:
        likely = f"Customers who have the agreement are bound from {first_day}: say so in applies_to."
        yield _too_late(promised, earlier, later, applies, f"{first_day} or later for existing customers", likely)


def _counted(promised: BoundRule, event: date) -> date:
    given: dict[str, Any] = {"event": event, "act_date": None}
    return KINDS[KIND].compute(promised, given).result["last_day"]


def _too_late(
    promised: BoundRule, earlier: Version, later: Version, applies: date, expected: str, likely: str
) -> Problem:
    figure = promised.figure("period")
    found = (
        f"announced on {later.announced_on} and binding from {applies}, while clause {figure.clause.reference} "
        f"of {earlier.name} promises «{figure.text}» notice"
    )
    return Problem(later.file, later.lines["announced_on"], None, found, expected, likely)
