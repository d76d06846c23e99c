"""How a customer's answers are read: every field typed or refused with its reason, all refusals together."""

from collections.abc import Mapping
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError, asked, public_name, unknown_fields
from calculators.input_values import Refused, read_value

MOST_ENTRIES = 1000


def read_inputs(rule: BoundRule, fields: tuple[Field, ...], raw: Any) -> tuple[dict[str, Any], list[InputError]]:
    """Return the typed inputs by the kind's own names, and every refusal; unknown fields are refused too.

    A field that the rule does not ask is None.
    """
    given: dict[str, Any] = {each.name: None for each in fields}
    if not isinstance(raw, Mapping):
        return given, [InputError("inputs", "not-an-object", {"found": raw})]
    known = {public_name(rule, each): each for each in asked(rule, fields)}
    errors = unknown_fields(raw, known, "")
    for name, declared in known.items():
        given[declared.name], refusals = _read(rule, declared, name, raw.get(name))
        errors += refusals
    return given, errors


def _read(rule: BoundRule, declared: Field, path: str, raw: Any) -> tuple[Any, list[InputError]]:
    if raw is None or raw == "":
        return _left_out(rule, declared, path)
    if declared.type == "list":
        return _read_list(rule, declared, path, raw)
    try:
        return read_value(rule, declared, raw), []
    except Refused as refusal:
        return None, [InputError(path, refusal.key, refusal.values)]


def _left_out(rule: BoundRule, declared: Field, path: str) -> tuple[Any, list[InputError]]:
    if declared.default is not None:
        return declared.default(rule), []
    return None, [InputError(path, "missing")] if declared.required else []


def _read_list(rule: BoundRule, declared: Field, path: str, raw: Any) -> tuple[Any, list[InputError]]:
    if not isinstance(raw, list):
        return None, [InputError(path, "not-a-list", {"found": raw})]
    if len(raw) > MOST_ENTRIES:
        return None, [InputError(path, "too-many", {"found": len(raw), "limit": MOST_ENTRIES})]
    values, errors = [], []
    for index, entry in enumerate(raw):
        value, refusals = _read_entry(rule, declared, f"{path}[{index}]", entry)
        values.append(value)
        errors += refusals
    return values, errors


def _read_entry(rule: BoundRule, declared: Field, path: str, raw: Any) -> tuple[Any, list[InputError]]:
    if not declared.item[0].name:
        return _read(rule, declared.item[0], path, raw)
    if not isinstance(raw, Mapping):
        return None, [InputError(path, "not-an-object", {"found": raw})]
    known = {each.name: each for each in declared.item}
    errors = unknown_fields(raw, known, f"{path}.")
    values = {}
    for name, each in known.items():
        values[name], refusals = _read(rule, each, f"{path}.{name}", raw.get(name))
        errors += refusals
    return values, errors + _reversed_span(values, path)


def _reversed_span(values: Mapping[str, Any], path: str) -> list[InputError]:
    start, end = values.get("start"), values.get("end")
    if start is None or end is None or start < end:
        return []
    return [InputError(f"{path}.end", "ends-before-start")]
