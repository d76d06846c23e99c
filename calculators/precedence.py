"""Which of several documents decides, where they are ranked and more than one speaks of the matter."""

from collections.abc import Mapping
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind
from calculators.outcome import Choice, Outcome, Step


def precedence(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the highest-ranked document that speaks of the matter."""
    ranked = rule.setting("order")
    speaking = [name for name in ranked if given[name]]
    if not speaking:
        return Outcome({"applies": None}, (Step("none-speaks", None, rule.clause),), headline="none")
    steps = [Step("speaks", Choice(name), rule.clause) for name in speaking]
    return Outcome({"applies": Choice(speaking[0])}, (*steps, Step("ranked-first", Choice(speaking[0]), rule.clause)))


def _fields(rule: BoundRule) -> tuple[Field, ...]:
    return tuple(Field(name, "boolean") for name in rule.setting("order"))


KIND = Kind("precedence", "deadline", precedence, _fields, settings={"order": ()})
