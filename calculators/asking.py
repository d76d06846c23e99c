"""What a request asks: its members checked, the rule found, and the version that covers the day of interest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.contract.terms import Version, covering, versions
from calculators.fields import InputError, unknown_fields
from calculators.input_values import Refused, read_date
from calculators.kind import Kind
from calculators.nearest import nearest
from calculators.registry import KINDS, bound_rule

MEMBERS = ("rule", "on", "inputs", "reading", "language")
LANGUAGES = ("nb", "sv", "en")
Library = Mapping[str, Mapping[str, Any]]


class NotAnswerable(Exception):
    """A request that no rule can answer: its status and its reasons."""

    def __init__(self, status: str, errors: list[InputError]):
        super().__init__(status)
        self.status, self.errors = status, errors


@dataclass(frozen=True)
class Question:
    """A request understood: the rule bound to the version in force, the kind that computes it, the raw inputs."""

    rule: BoundRule
    kind: Kind
    on: date
    inputs: Any
    reading: Any


def question(request: Any, library: Library, today: date) -> Question:
    """Return what a request asks; NotAnswerable with every reason where it cannot be understood."""
    if not isinstance(request, Mapping):
        raise NotAnswerable("invalid-input", [InputError("", "not-an-object", {"found": request})])
    _check_members(request)
    agreement, slug = _rule_name(request.get("rule"), library)
    inputs = {} if request.get("inputs") is None else request["inputs"]
    known = versions(library[agreement])
    stating = [version for version in known if computes(version, slug)]
    on = _day_of_interest(request, stating, slug, inputs, today)
    version = covering(known, on)
    if version is None or not computes(version, slug):
        reason = "no-rule-then" if version else "no-version"
        raise NotAnswerable("out-of-scope", [InputError("on", reason, {"on": on, "agreement": agreement})])
    return Question(bound_rule(version, slug), KINDS[version.rules[slug]["kind"]], on, inputs, request.get("reading"))


def language_of(request: Any) -> str:
    """Return the language an answer is worded in: the request's own where we speak it, else Norwegian bokmål."""
    asked = request.get("language") if isinstance(request, Mapping) else None
    return asked if isinstance(asked, str) and asked in LANGUAGES else LANGUAGES[0]


def computed_rules(library: Library) -> list[str]:
    """Return the names of every rule that computes, in any version of any agreement."""
    return [name for name, is_computed in _rules(library).items() if is_computed]


def computes(version: Version, slug: str) -> bool:
    """Return whether the version has the rule and computes it, rather than only stating it."""
    return _is_computed(version.rules, slug)


def _is_computed(rules: Mapping[str, Any], slug: str) -> bool:
    return slug in rules and rules[slug]["kind"] in KINDS


def _rules(library: Library) -> dict[str, bool]:
    """Return the names of all rules, each with whether any version computes it."""
    found: dict[str, bool] = {}
    for agreement, terms in sorted(library.items()):
        for version in versions(terms):
            for slug in version.rules:
                name = f"{agreement}:{slug}"
                found[name] = found.get(name, False) or computes(version, slug)
    return found


def _check_members(request: Mapping[str, Any]) -> None:
    errors = unknown_fields(request, MEMBERS, "")
    language = request.get("language")
    if language is not None and not (isinstance(language, str) and language in LANGUAGES):
        errors.append(InputError("language", "not-an-option", {"found": language, "options": ", ".join(LANGUAGES)}))
    if errors:
        raise NotAnswerable("invalid-input", errors)


def _rule_name(name: Any, library: Library) -> tuple[str, str]:
    if name is None or name == "":
        raise NotAnswerable("invalid-input", [InputError("rule", "missing")])
    if isinstance(name, str):
        agreement, _, slug = name.partition(":")
        if agreement in library and any(_is_computed(each["rules"], slug) for each in library[agreement]["versions"]):
            return agreement, slug
    raise NotAnswerable("invalid-input", [_no_such_rule(name, _rules(library))])


def _no_such_rule(name: Any, rules: Mapping[str, bool]) -> InputError:
    if isinstance(name, str) and name in rules:
        return InputError("rule", "states-only", {"found": name})
    computed = [each for each, is_computed in rules.items() if is_computed]
    near = nearest(name, computed) if isinstance(name, str) else ""
    values = {"found": name, "near": near}
    return InputError("rule", "unknown-rule-near" if near else "unknown-rule", values)


def _day_of_interest(request: Mapping[str, Any], stating: list[Version], slug: str, inputs: Any, today: date) -> date:
    """Return the day asked for, else the day among the inputs that the rule declares, in its newest version first."""
    if request.get("on") is not None:
        try:
            return read_date(request["on"])
        except Refused as refusal:
            raise NotAnswerable("invalid-input", [InputError("on", refusal.key, refusal.values)]) from None
    names = (_field_of_interest(version.rules[slug]) for version in reversed(stating))
    days = (_day_in(inputs.get(name)) for name in names) if isinstance(inputs, Mapping) else ()
    return next((day for day in days if day), today)


def _field_of_interest(declared: Mapping[str, Any]) -> str | None:
    field = KINDS[declared["kind"]].date_of_interest
    return declared.get("inputs", {}).get(field, {}).get("name", field)


def _day_in(raw: Any) -> date | None:
    if not isinstance(raw, str):
        return None
    try:
        return read_date(f"{raw}-01" if len(raw) == 7 else raw[:10])
    except Refused:
        return None
