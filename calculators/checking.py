"""Whether a rule's front matter fits its kind.

Roles, settings, readings and inputs, each fault with its likely intent.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from calculators.kind import Kind, Role
from calculators.readings import CHANGES
from calculators.registry import KINDS, STATEMENT
from calculators.words import table

Finding = tuple[str, str, str]
COMMON_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "when_missing": ("last-day", "next-first"),
    "eves": ("open", "closed"),
    "saturday": ("closed", "working-day"),
    "public_holidays": ("closed", "open"),
    "public_holidays_open_for": (),
    "holidays": (),
}


def check_rule(name: str, rule: Mapping[str, Any], parameters: Mapping[str, Any]) -> list[Finding]:
    """Return what is wrong with a rule: (place in the rule, what was found and expected, the likely intent)."""
    if rule["kind"] == STATEMENT:
        return []
    kind = KINDS.get(rule["kind"])
    if kind is None:
        return [("kind", f'kind "{rule["kind"]}" is not known', _near(rule["kind"], [*KINDS, STATEMENT]))]
    return [
        *_roles(kind, rule, parameters),
        *_settings(kind, rule.get("settings", {}), "settings"),
        *_readings(kind, rule),
        *_inputs(kind, rule),
        *_example(rule),
    ]


def _roles(kind: Kind, rule: Mapping[str, Any], parameters: Mapping[str, Any]) -> Iterator[Finding]:
    bound = {**rule.get("figures", {}), **rule.get("assumed", {})}
    for role in bound:
        if role not in kind.roles and role in rule.get("figures", {}) and kind.roles:
            yield f"figures.{role}", f'kind {kind.name} has no role "{role}"', _near(role, list(kind.roles))
    for role, wanted in kind.roles.items():
        if role not in bound and wanted.required:
            yield (
                "figures",
                f'role "{role}" has no figure',
                f"Mark a {' or '.join(wanted.kinds)} and bind it to {role}.",
            )
        elif role in rule.get("figures", {}):
            yield from _role(role, wanted, rule["figures"][role], parameters)


def _role(role: str, wanted: Role, named: Any, parameters: Mapping[str, Any]) -> Iterator[Finding]:
    if wanted.shape == "list" and not isinstance(named, list):
        yield f"figures.{role}", f'role "{role}" takes a list of figures', "Write [first.figure, second.figure]."
    if wanted.shape == "one" and not isinstance(named, str):
        yield f"figures.{role}", f'role "{role}" takes one figure', "Write one figure's name."
    for figure in _names(named):
        found = _kinds(figure, parameters)
        if not found <= set(wanted.kinds):
            kinds = ", ".join(sorted(found - set(wanted.kinds)))
            yield f"figures.{role}", f'"{figure}" is a {kinds}; role "{role}" takes a {" or ".join(wanted.kinds)}', ""


def _names(named: Any) -> list[str]:
    if isinstance(named, str):
        return [named]
    return list(named.values()) if isinstance(named, Mapping) else list(named)


def _kinds(name: str, parameters: Mapping[str, Any]) -> set[str]:
    table_name, _, column = name.partition("/")
    parameter = parameters[table_name]
    if not column:
        return {parameter["kind"]}
    return {row["cells"][column]["kind"] if column in row["cells"] else "missing column" for row in parameter["rows"]}


def _settings(kind: Kind, settings: Mapping[str, Any], where: str) -> Iterator[Finding]:
    known = {**COMMON_SETTINGS, **kind.settings}
    for name, value in settings.items():
        if name not in known:
            yield f"{where}.{name}", f'kind {kind.name} has no setting "{name}"', _near(name, list(known))
        elif known[name] and value not in known[name]:
            allowed = ", ".join(known[name])
            yield f"{where}.{name}", f'"{value}" is not a value of {name}: {allowed}', _near(str(value), known[name])


def _readings(kind: Kind, rule: Mapping[str, Any]) -> Iterator[Finding]:
    declared = rule.get("readings")
    if declared is None:
        return
    if not declared.get("default") or not declared.get("because"):
        yield "readings", "the natural reading or its reason is missing", "Give default: and because:."
        return
    own, words = declared.get("changes", {}), {**table("readings"), **declared.get("words", {})}
    for key in [declared["default"], *declared.get("others", [])]:
        if key not in words:
            yield (
                "readings",
                f'reading "{key}" has no words',
                _near(key, list(words)) or "Give it words: label and meaning.",
            )
    for key in declared.get("others", []):
        changes = own.get(key) or CHANGES.get(key)
        if changes is None:
            yield "readings.others", f'reading "{key}" changes nothing known', _near(key, list(CHANGES))
        else:
            plain = {name: value for name, value in changes.items() if name != "figures"}
            yield from _settings(kind, plain, f"readings.{key}")


def _inputs(kind: Kind, rule: Mapping[str, Any]) -> Iterator[Finding]:
    if callable(kind.fields):
        return
    known = [field.name for field in kind.fields]
    for name in rule.get("inputs", {}):
        if name not in known:
            yield f"inputs.{name}", f'kind {kind.name} asks for no "{name}"', _near(name, known)


def _example(rule: Mapping[str, Any]) -> Iterator[Finding]:
    if "example" not in rule:
        yield "", "the rule has no worked example", "Give example: with the inputs of a plain case."


def _near(word: str, known: Any) -> str:
    near = get_close_matches(str(word)[:100], list(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else ""
