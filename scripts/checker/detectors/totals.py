"""Steps at which more becomes less: totals that fall as volume rises, thresholds that a bigger group misses.

Both are computed by the rule itself, one value at a time.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor

from calculators.contract.rule import BoundRule
from calculators.values.money import Money
from scripts.checker.bound_rules import result, rules_of_kind
from scripts.checker.document import Document
from scripts.checker.finding import Finding

PRICE = Decimal(100)  # of one user: which price it is does not matter to whether a total falls


def findings(document: Document) -> Iterator[Finding]:
    for name, rule in rules_of_kind(document, "volume-fee"):
        yield from _falling_totals(document, name, rule)
    for name, rule in rules_of_kind(document, "unavailability"):
        yield from _jump(document, name, rule)


def _falling_totals(document: Document, name: str, rule: BoundRule) -> Iterator[Finding]:
    figure = document.parameters[rule.figure("discounts").name]
    falls = [users for users in _first_users(rule) if _total(rule, users) < _total(rule, users - 1)]
    if falls:
        example = falls[0]
        yield document.figure_finding(
            "total-falls", figure, name, at=", ".join(map(str, falls)), fewer=example - 1, more=example,
            total_fewer=_amount(rule, example - 1), total_more=_amount(rule, example),
        )  # fmt: skip


def _first_users(rule: BoundRule) -> list[int]:
    """The first whole number on the far side of every printed limit."""
    limits = {end for tier in rule.value("discounts").tiers for end in (tier.lower, tier.upper) if end is not None}
    return sorted({floor(limit) + step for limit in limits for step in (0, 1) if limit + step > 1})


def _total(rule: BoundRule, users: int) -> Decimal:
    given = {"price_per_user": Money(PRICE, rule.currency), "active_users_per_month": [users]}
    return result(rule, given)["net"].amount


def _amount(rule: BoundRule, users: int) -> str:
    return f"{_total(rule, users).normalize():f}"


def _jump(document: Document, name: str, rule: BoundRule) -> Iterator[Finding]:
    """Where a number replaces a share, a smaller part of a smaller group may count for more."""
    many = int(rule.value("users").amount)
    fewest = {total: _fewest(rule, total) for total in (many - 1, many) if total > 0}
    if len(fewest) == 2 and Fraction(fewest[many - 1], many - 1) < Fraction(fewest[many] - 1, many):
        yield document.figure_finding(
            "threshold-jump", document.parameters[rule.figure("users").name], name, small=many - 1,
            enough=fewest[many - 1], large=many, too_few=fewest[many] - 1,
        )  # fmt: skip


def _fewest(rule: BoundRule, total: int) -> int:
    """The fewest users whose outage counts, among so many."""
    counts = (
        n for n in range(1, total + 1) if result(rule, {"affected_users": n, "total_users": total})["unavailable"]
    )
    return next(counts, total)
