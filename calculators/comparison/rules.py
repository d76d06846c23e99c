"""What a rule answers under each version to the same inputs, and how far the answers lie apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from calculators.answering import Answer, answered
from calculators.asking import Library
from calculators.comparison.runs import ADDED, CHANGED, REMOVED, SAME
from calculators.comparison.versions import Version
from calculators.contract.names import figure_name
from calculators.outcome import json_value
from calculators.registry import KINDS

UNANSWERED = "unanswered"
Inputs = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule: changed, same, added, removed, or unanswered where no inputs suit both versions.

    `old` and `new` are its answers to `inputs`; a rule whose figures and settings are the same is not computed.
    """

    name: str
    op: str
    declared: Mapping[str, Any]
    inputs: Inputs = field(default_factory=dict)
    old: Answer | None = None
    new: Answer | None = None


def changed_rules(old: Version, new: Version, given: Mapping[str, Inputs]) -> tuple[RuleChange, ...]:
    """Every rule of either version that computes; `given` holds inputs by rule, else its worked example is computed."""
    return tuple(_changes(old, new, given))


def _changes(old: Version, new: Version, given: Mapping[str, Inputs]) -> Iterator[RuleChange]:
    before, after = _computed(old), _computed(new)
    for name, declared in {**after, **before}.items():
        if name not in before or name not in after:
            yield RuleChange(name, ADDED if name in after else REMOVED, declared)
        elif name not in given and _reads_the_same(before[name], after[name], old, new):
            yield RuleChange(name, SAME, after[name])
        else:
            examples = [after[name].get("example", {}), before[name].get("example", {})]
            yield _answers(name, after[name], (old, new), [given[name]] if name in given else examples)


def _computed(version: Version) -> dict[str, Mapping[str, Any]]:
    return {name: rule for name, rule in version.stated["rules"].items() if rule["kind"] in KINDS}


def _reads_the_same(before: Any, after: Any, old: Version, new: Version) -> bool:
    """Whether a rule declares the same in both versions and every figure that it names says the same."""
    if before != after:
        return False
    if old.parameters == new.parameters and old.borrowed == new.borrowed:
        return True
    names = {figure_name(text).marked for text in _texts(after)}
    return all(_stated(name, old) == _stated(name, new) for name in names)


def _stated(name: str, version: Version) -> Any:
    return version.parameters.get(name) or version.borrowed.get(name)


def _texts(declared: Any) -> Iterator[str]:
    if isinstance(declared, str):
        yield declared
    elif isinstance(declared, Mapping):
        for each in declared.values():
            yield from _texts(each)
    elif isinstance(declared, (list, tuple)):
        for each in declared:
            yield from _texts(each)


def _answers(
    name: str, declared: Mapping[str, Any], versions: tuple[Version, Version], tried: list[Inputs]
) -> RuleChange:
    """The answers to the first inputs that both versions accept."""
    for inputs in tried:
        one, other = (_answer(name, version, inputs) for version in versions)
        if one.outcome and other.outcome:
            op = SAME if _said(one) == _said(other) else CHANGED
            return RuleChange(name, op, declared, inputs, one, other)
    return RuleChange(name, UNANSWERED, declared, inputs, one, other)


def _answer(name: str, version: Version, inputs: Inputs) -> Answer:
    """What the rule answers when only this version's text is known, on its first day."""
    request = request_of(name, version, inputs)
    return answered(request, library_of(version), date.fromisoformat(request["on"]))


def request_of(name: str, version: Version, inputs: Inputs) -> dict[str, Any]:
    """The request that puts the inputs to the rule of one version."""
    first_day = version.stated["effective_date"] or version.stated["recorded_on"]
    return {"rule": f"{version.stated['agreement']}:{name}", "on": first_day, "inputs": inputs}


def library_of(version: Version) -> Library:
    """The terms of the agreement as if this were its only version."""
    stated = version.stated
    clauses = {clause["anchor"]: clause for clause in stated["clauses"]}
    terms = {name: stated[name] for name in ("agreement", "title", "supplier")}
    return {stated["agreement"]: terms | {"versions": [{**stated, "clauses": clauses}]}}


def _said(given: Answer) -> Any:
    return given.status, json_value(given.outcome.result), json_value(given.outcome.bounds or {})
