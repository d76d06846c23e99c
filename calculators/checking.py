"""Whether a rule's front matter fits its kind: roles, settings, readings and inputs.

Each finding says what was found, what was expected and, where a near word is known, what was probably meant.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from calculators.contract.names import figure_name
from calculators.kind import Kind, Role
from calculators.nearest import nearest
from calculators.readings import CHANGES
from calculators.registry import KINDS, STATEMENT
from calculators.words import table

COMMON_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "when_missing": ("last-day", "next-first"),
    "eves": ("open", "closed"),
    "saturday": ("closed", "working-day"),
    "public_holidays": ("closed", "open"),
    "public_holidays_open_for": (),
    "holidays": (),
}


class Finding(NamedTuple):
    """One fault: its place below the rule, and the words for its author."""

    path: tuple[str, ...]
    found: str
    expected: str
    likely: str = ""


def check_rule(name: str, rule: Mapping[str, Any], parameters: Mapping[str, Any]) -> list[Finding]:
    """Return what keeps a rule of the right shape from being computed; `parameters` are the version's figures."""
    if rule["kind"] == STATEMENT:
        return []
    kind = KINDS.get(rule["kind"])
    if kind is None:
        known = [*KINDS, STATEMENT]
        return [Finding(("kind",), f'kind "{rule["kind"]}"', "a known kind of rule", _near(rule["kind"], known))]
    return [
        *_roles(kind, rule, parameters),
        *_settings(kind, rule.get("settings", {}), ("settings",)),
        *_readings(kind, rule, parameters),
        *_inputs(kind, rule),
        *_example(rule),
    ]


def _roles(kind: Kind, rule: Mapping[str, Any], parameters: Mapping[str, Any]) -> Iterator[Finding]:
    figures = rule.get("figures", {})
    yield from _bound(kind, figures, ("figures",), parameters)
    for role, wanted in kind.roles.items():
        if wanted.required and role not in {**figures, **rule.get("assumed", {})}:
            yield Finding(("figures",), f'role "{role}" has no figure', f"{role}: and the name of {_kinds_of(wanted)}")


def _bound(
    kind: Kind, figures: Mapping[str, Any], path: tuple[str, ...], parameters: Mapping[str, Any]
) -> Iterator[Finding]:
    for role, named in figures.items():
        place = (*path, role)
        if role in kind.roles:
            yield from _role(role, kind.roles[role], named, place, parameters)
        else:
            yield Finding(place, f'role "{role}"', _one_of(kind.roles, "no roles"), _near(role, kind.roles))


def _role(
    role: str, wanted: Role, named: Any, place: tuple[str, ...], parameters: Mapping[str, Any]
) -> Iterator[Finding]:
    if wanted.shape == "list" and not isinstance(named, list):
        yield Finding(place, f'one figure for role "{role}"', "a list: [first.figure, second.figure]")
    if wanted.shape == "one" and not isinstance(named, str):
        yield Finding(place, f'several figures for role "{role}"', "one figure's name")
    for figure in _names(named):
        strangers = sorted(_kinds(figure, parameters) - set(wanted.kinds))
        if strangers:
            yield Finding(place, f'"{figure}" is {" and ".join(strangers)}', f'{_kinds_of(wanted)} for role "{role}"')


def _names(named: Any) -> list[str]:
    if isinstance(named, str):
        return [named]
    members = named.values() if isinstance(named, Mapping) else named
    return [name for member in members for name in _names(member)]


def _kinds(name: str, parameters: Mapping[str, Any]) -> set[str]:
    wanted = figure_name(name)
    parameter = parameters[wanted.marked]
    if not wanted.column:
        return {parameter["kind"]}
    rows = [row["cells"] for row in parameter["rows"] if wanted.row in ("", row.get("key"))]
    return {cells[wanted.column]["kind"] if wanted.column in cells else "missing column" for cells in rows}


def _kinds_of(wanted: Role) -> str:
    return f"a figure of kind {' or '.join(wanted.kinds)}"


def _settings(kind: Kind, settings: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[Finding]:
    known = {**COMMON_SETTINGS, **kind.settings}
    for name, value in settings.items():
        if name not in known:
            yield Finding((*path, name), f'setting "{name}"', _one_of(known), _near(name, known))
        elif known[name] and value not in known[name]:
            expected, likely = _one_of(known[name]), _near(str(value), known[name])
            yield Finding((*path, name), f'"{value}" for setting {name}', expected, likely)


def _readings(kind: Kind, rule: Mapping[str, Any], parameters: Mapping[str, Any]) -> Iterator[Finding]:
    declared = rule.get("readings")
    if declared is None:
        return
    if not declared.get("default") or not declared.get("because"):
        found = "readings without the natural one or its reason"
        yield Finding(("readings",), found, "default: and because: {nb: ..., sv: ..., en: ...}")
        return
    words = {**table("readings"), **declared.get("words", {})}
    for key in [declared["default"], *declared.get("others", [])]:
        if key not in words:
            expected = "a known reading, or one with words: {label: ..., meaning: ...} of its own"
            yield Finding(("readings",), f'reading "{key}"', expected, _near(key, words))
    for key in declared.get("others", []):
        yield from _reading(kind, key, declared.get("changes", {}).get(key) or CHANGES.get(key), parameters)


def _reading(
    kind: Kind, key: str, changes: Mapping[str, Any] | None, parameters: Mapping[str, Any]
) -> Iterator[Finding]:
    path = ("readings", "changes", key)
    if changes is None:
        expected = "one that changes a setting or a figure, here or by its known name"
        yield Finding(("readings", "others"), f'reading "{key}"', expected, _near(key, CHANGES))
        return
    yield from _settings(kind, {name: value for name, value in changes.items() if name != "figures"}, path)
    yield from _bound(kind, changes.get("figures", {}), (*path, "figures"), parameters)


def _inputs(kind: Kind, rule: Mapping[str, Any]) -> Iterator[Finding]:
    if callable(kind.fields):
        return
    known = [field.name for field in kind.fields]
    for name in rule.get("inputs", {}):
        if name not in known:
            yield Finding(("inputs", name), f'input "{name}"', _one_of(known, "no inputs"), _near(name, known))


def _example(rule: Mapping[str, Any]) -> Iterator[Finding]:
    if "example" not in rule:
        yield Finding((), "no worked example", "example: and the inputs of a plain case")


def _one_of(known: Iterable[str], none: str = "") -> str:
    return f"one of {', '.join(known)}" if known else none


def _near(word: str, known: Iterable[str]) -> str:
    near = nearest(str(word), known)
    return f'Did you mean "{near}"?' if near else ""
