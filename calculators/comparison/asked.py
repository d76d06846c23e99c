"""The inputs that a rule was asked, in words: each question of its form with the answer given."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.comparison.rules import Inputs, library_of, request_of
from calculators.comparison.versions import Version
from calculators.form import form
from calculators.values.money import Money
from calculators.words import table
from calculators.words.spoken import spoken

Field = Mapping[str, Any]
AN_ASIDE = re.compile(r"\? \([^()]*\)$")  # "(may be left empty)", which it was not


def asked_in_words(name: str, version: Version, inputs: Inputs, language: str) -> list[dict[str, str]]:
    """The label of every question that was answered, and its answer."""
    request = {**request_of(name, version, inputs), "language": language}
    fields = form(request, library_of(version), date.fromisoformat(request["on"]))["fields"]
    currency = version.stated["supplier"]["currency"]
    answered = ((field, inputs.get(field["name"])) for field in fields)
    return [
        {"label": AN_ASIDE.sub("?", field["label"]), "value": _said(given, field, currency, language)}
        for field, given in answered
        if given is not None
    ]


def _said(given: Any, field: Field, currency: str, language: str) -> str:
    if given is None:
        return "–"
    if field["type"] == "list":
        return "; ".join(_entry(each, field["fields"], currency, language) for each in given)
    if field["type"] == "choice":
        return next((option["label"] for option in field["options"] if option["value"] == given), str(given))
    if field["type"] == "money":
        return spoken(Money(Decimal(given), currency), language)
    return _plainly(given, field["type"], language)


def _entry(entry: Any, fields: list[Field], currency: str, language: str) -> str:
    """One entry of a list: a plain value, or the values of its questions side by side."""
    if not isinstance(entry, Mapping):
        return _said(entry, fields[0], currency, language)
    answered = ((entry.get(field["name"]), field) for field in fields)
    return " – ".join(_said(given, field, currency, language) for given, field in answered if given is not None)


def _plainly(given: Any, type_: str, language: str) -> str:
    if type_ == "date":
        return spoken(date.fromisoformat(given), language)
    if type_ == "month":
        year, month = map(int, given.split("-"))
        return f"{table('calendar')['months'][language][month - 1]} {year}"
    if type_ == "instant":
        day, _, clock = given.partition("T")
        return f"{spoken(date.fromisoformat(day), language)} {clock[:5]}"
    if type_ == "boolean":
        return spoken(given, language)
    return str(given) if language == "en" else str(given).replace(".", ",")
