"""A kind of rule: what it asks, which figures it needs, which settings it knows, and the function that computes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.outcome import Outcome

Compute = Callable[[BoundRule, Mapping[str, Any]], Outcome]


@dataclass(frozen=True)
class Role:
    """A figure a kind reads: the kinds of value it may have; bound singly, or by key, or as a list."""

    kinds: tuple[str, ...]
    required: bool = True
    shape: str = "one"


def refuse_nothing(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    """Refuse nothing beyond what the fields themselves refuse."""
    return []


@dataclass(frozen=True)
class Kind:
    """One kind of rule, as the registry lists it.

    `calculator` is the page it appears on; `settings` names each setting with the values it may take (the first is the
    default; empty where any text is allowed); `date_of_interest` is the input that picks the version; `picture` names
    the module of `pictures/` that draws its answers, where a picture helps.
    """

    name: str
    calculator: str
    compute: Compute
    fields: tuple[Field, ...] | Callable[[BoundRule], tuple[Field, ...]] = ()
    roles: Mapping[str, Role] = field(default_factory=dict)
    settings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date_of_interest: str | None = None
    refuse: Callable[[BoundRule, Mapping[str, Any]], list[InputError]] = refuse_nothing
    picture: str = ""

    def questions(self, rule: BoundRule) -> tuple[Field, ...]:
        """Return the fields of the kind; a rule that names its own grounds has its own."""
        return self.fields(rule) if callable(self.fields) else self.fields
