"""The form of a rule: every question it asks, with labels, help, options and the worked example's values."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.asking import Library, language_of, question
from calculators.contract.rule import BoundRule
from calculators.fields import Field, asked, options_of, public_name
from calculators.readings import keys_of
from calculators.wording import clause_label, reading_label, reading_meaning
from calculators.words import chosen, said, table


def form(request: Mapping[str, Any], library: Library, today: date) -> dict[str, Any]:
    """Return the form of the request's rule, filled with the request's inputs, in the request's language."""
    understood, language = question(request, library, today), language_of(request)
    rule = understood.rule
    stated = rule.clause.whole if rule.clause else None
    fields = asked(rule, understood.kind.questions(rule))
    given = request.get("inputs", {})
    return {
        "rule": rule.name,
        "calculator": understood.kind.calculator,
        "title": chosen(rule.declared["title"], language),
        "agreement": rule.version.agreement,
        "clause": {"label": clause_label(stated, language), "href": stated.href} if stated else None,
        "fields": [question_of(rule, each, given.get(public_name(rule, each)), language) for each in fields],
        "readings": [_reading(rule, key, language) for key in keys_of(rule)],
    }


def question_of(rule: BoundRule, field: Field, value: Any, language: str) -> dict[str, Any]:
    """Return one question of a rule as a form asks it; `value` is what it already holds."""
    declared = rule.declared.get("inputs", {}).get(field.name, {})
    return {
        "name": public_name(rule, field),
        "label": chosen(declared.get("label"), language) or _label(field.name, language),
        "help": chosen(declared.get("help"), language),
        "type": field.type,
        "required": field.required and field.default is None,
        "value": _default(rule, field) if value is None else value,
        "unit": _unit(rule, field),
        "minimum": field.minimum,
        "maximum": field.maximum,
        "options": _options(rule, field, declared, language),
        "fields": [_item(rule, field, each, language) for each in field.item],
        "min_items": 0,
    }


def _item(rule: BoundRule, parent: Field, field: Field, language: str) -> dict[str, Any]:
    shown = question_of(rule, field, None, language) if field.name else _unnamed(rule, parent, field, language)
    return shown | {"value": None}


def _unnamed(rule: BoundRule, parent: Field, field: Field, language: str) -> dict[str, Any]:
    named = Field(f"{parent.name}.item", field.type, field.required)
    return question_of(rule, named, None, language) | {"name": ""}


def _default(rule: BoundRule, field: Field) -> Any:
    return field.default(rule) if field.default else None


def _label(name: str, language: str) -> str:
    return said("fields", name, language) if name in table("fields") else name


def _unit(rule: BoundRule, field: Field) -> str:
    return rule.currency if field.type == "money" else ""


def _options(rule: BoundRule, field: Field, declared: Mapping[str, Any], language: str) -> list[dict[str, str]]:
    if field.type != "choice":
        return []
    own = declared.get("option_labels", {})
    return [
        {"value": key, "label": chosen(own.get(key), language) or _option(rule, key, language)}
        for key in options_of(rule, field)
    ]


def _option(rule: BoundRule, key: str, language: str) -> str:
    """Return a choice in the reader's words, else as the clause's table prints it."""
    return said("choices", key, language) if key in table("choices") else rule.printed_name(key) or key


def _reading(rule: BoundRule, key: str, language: str) -> dict[str, Any]:
    declared = rule.declared["readings"]
    return {
        "key": key,
        "label": reading_label(rule, key, language),
        "meaning": reading_meaning(rule, key, language),
        "default": key == declared["default"],
        "because": chosen(declared.get("because"), language) if key == declared["default"] else "",
    }
