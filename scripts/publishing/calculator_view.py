"""A rule as its calculator page shows it: the form filled with the worked example, and the example's answer."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from calculators.asking import Library, NotAnswerable, computes, question
from calculators.contract.terms import Version, covering, versions
from calculators.form import form
from calculators.page import answered_view
from scripts.publishing.words import words

RADIOS_AT_MOST = 4
UNASKED = {"required": True, "help": "", "unit": "", "options": (), "fields": (), "value": None}


def rule_view(rule: str, library: Library, today: date, language: str) -> dict[str, Any]:
    """Form and example answer of one rule; the example is the one its front matter declares."""
    id = rule.partition(":")[0]
    agreement = library[id]
    alone = {id: agreement}  # the others have no say in it, and finding a rule takes longer among many
    request = {"language": language} | example_request(rule, alone, today)
    shown = form(request, alone, today)
    return {
        "rule": rule,
        "title": shown["title"],
        "agreement": {"title": agreement["title"], "href": f"/agreements/{id}/"},
        "language": agreement["supplier"]["language"],
        "clause": shown["clause"],
        "fields": [field_view(field, field["name"], language) for field in shown["fields"]],
        "readings": shown["readings"],
        "answer": answered_view(request, alone, today),
    }


def example_request(rule: str, library: Library, today: date) -> dict[str, Any]:
    """A rule's worked example as the version in force declares it, else the newest that computes the rule.

    Where no version that computes it covers the example's day, the request names a day of its own.
    """
    id, _, name = rule.partition(":")
    known = versions(library[id])
    current = covering(known, today)
    computing = [version for version in known if computes(version, name)]
    chosen = current if current in computing else computing[-1]
    request = {"rule": rule, "inputs": chosen.rules[name].get("example", {})}
    try:
        question(request, library, today)
    except NotAnswerable:
        return request | {"on": _day_in(chosen, known).isoformat()}
    return request


def _day_in(version: Version, known: Sequence[Version]) -> date:
    """A day on which a version is in force: its first, or the last one where nobody knows the first."""
    begins = [each.in_force_from for each in known if each.in_force_from]
    return version.in_force_from or begins[0] - timedelta(days=1)


def field_view(field: Mapping[str, Any], path: str, language: str) -> dict[str, Any]:
    """A question with its ids, its control and its value as the reader writes it."""
    full = UNASKED | dict(field)
    return full | {
        "label": full["label"].removesuffix(f" {calculator_words(language)['optional']}"),
        "path": path,
        "id": f"field-{path}",
        "control": _control(full),
        "value": _shown(full["value"], full["type"], language),
        "items": _items(full, path, language),
        "blank": [field_view(each, _inside(path, "#", each["name"]), language) for each in full["fields"]],
    }


def _control(field: Mapping[str, Any]) -> str:
    if field["type"] == "choice":
        return "radios" if len(field["options"]) <= RADIOS_AT_MOST else "select"
    return {"boolean": "checkbox", "list": "list"}.get(field["type"], "input")


def _items(field: Mapping[str, Any], path: str, language: str) -> list[list[dict[str, Any]]]:
    """The entries of a list as rows of questions."""
    if field["type"] != "list":
        return []
    entries = field["value"] or ([None] if field["required"] else [])
    return [
        [field_view(each | {"value": _part(entry, each["name"])}, _inside(path, str(index), each["name"]), language)
         for each in field["fields"]]
        for index, entry in enumerate(entries)
    ]  # fmt: skip


def _inside(path: str, index: str, name: str) -> str:
    return f"{path}[{index}].{name}" if name else f"{path}[{index}]"


def _part(entry: Any, name: str) -> Any:
    return entry.get(name) if isinstance(entry, Mapping) else entry


def _shown(value: Any, type_: str, language: str) -> Any:
    if type_ in ("decimal", "money") and value is not None and language != "en":
        return str(value).replace(".", ",")
    return value


def calculator_words(language: str) -> dict[str, str]:
    """The words a calculator page says around forms and answers."""
    return words(language)["calculator"]
