"""The questions a kind of rule asks: their names, types, bounds and options."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.nearest import nearest

MOST_REPORTED = 20


@dataclass(frozen=True)
class Field:
    """One question of a form.

    `type` is one of date, month, instant, decimal, money, integer, boolean, choice, list; `options` gives the machine
    values of a choice from the bound rule; `item` holds the questions of a list's entries (one of them without a name
    where the entries are plain values); `minimum` and `maximum` bound a number; `default` answers for the customer;
    `asked_when` leaves the question out where the rule has no use for it.
    """

    name: str
    type: str
    required: bool = True
    options: Callable[[BoundRule], list[str]] | None = None
    item: tuple["Field", ...] = ()
    minimum: int | None = 0
    maximum: int | None = None
    default: Callable[[BoundRule], Any] | None = None
    asked_when: Callable[[BoundRule], bool] | None = None


@dataclass(frozen=True)
class InputError:
    """Why one field is refused: its path ("outages[0].end"), the reason's key and the words' values."""

    field: str
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


def public_name(rule: BoundRule, declared: Field) -> str:
    """Return the field's name in requests: the kind's own unless the rule renames it."""
    return rule.declared.get("inputs", {}).get(declared.name, {}).get("name", declared.name)


def options_of(rule: BoundRule, declared: Field) -> list[str]:
    """Return the machine values a choice allows under this rule."""
    narrowed = rule.declared.get("inputs", {}).get(declared.name, {}).get("options")
    return list(narrowed) if narrowed else declared.options(rule)


def asked(rule: BoundRule, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return the fields this rule asks; `inputs: {field: {asked: false}}` or `true` overrules the kind."""
    return tuple(each for each in fields if _is_asked(rule, each))


def _is_asked(rule: BoundRule, declared: Field) -> bool:
    said = rule.declared.get("inputs", {}).get(declared.name, {}).get("asked")
    if said is not None:
        return said
    if declared.asked_when is not None:
        return declared.asked_when(rule)
    return declared.type != "choice" or bool(options_of(rule, declared))


def unknown_fields(given: Iterable[Any], known: Iterable[str], prefix: str) -> list[InputError]:
    """Refuse the names that are not known, each with the nearest that is; of very many only the first."""
    names = list(known)
    strangers = (str(name)[:100] for name in given if name not in names)
    return [_unknown(name, names, prefix) for name in islice(strangers, MOST_REPORTED)]


def _unknown(name: str, known: list[str], prefix: str) -> InputError:
    if not known:
        return InputError(f"{prefix}{name}", "no-fields")
    near = nearest(name, known)
    values = {"known": ", ".join(known), "near": near}
    return InputError(f"{prefix}{name}", "unknown-field-near" if near else "unknown-field", values)
