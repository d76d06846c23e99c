"""What a request asks: its members checked, the rule found, and the version that covers the day of interest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.contract.terms import Version, version_in_force, versions
from calculators.fields import InputError
from calculators.input_values import Refused, read_date
from calculators.kind import Kind
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
    inputs = request.get("inputs", {})
    newest = [v for v in versions(library[agreement]) if slug in v.rules][-1]
    on = _day_of_interest(request, newest, slug, inputs, today)
    version = version_in_force(library[agreement], on)
    if version is None or slug not in version.rules:
        raise NotAnswerable("out-of-scope", [InputError("on", "no-version", {"on": on, "agreement": agreement})])
    return Question(bound_rule(version, slug), KINDS[version.rules[slug]["kind"]], on, inputs, request.get("reading"))


def language_of(request: Any) -> str:
    """Return the language an answer is worded in: the request's own where we speak it, else Norwegian bokmål."""
    asked = request.get("language") if isinstance(request, Mapping) else None
    return asked if isinstance(asked, str) and asked in LANGUAGES else LANGUAGES[0]


def computed_rules(library: Library) -> list[str]:
    """Return the names of every rule that computes, in any version of any agreement."""
    found = {
        f"{agreement}:{slug}": None
        for agreement, terms in sorted(library.items())
        for version in versions(terms)
        for slug, declared in version.rules.items()
        if declared["kind"] in KINDS
    }
    return list(found)


def _check_members(request: Mapping[str, Any]) -> None:
    errors = []
    for name in request:
        if name not in MEMBERS:
            near = get_close_matches(str(name)[:100], MEMBERS, n=1)
            values = {"known": ", ".join(MEMBERS), "near": near[0] if near else ""}
            errors.append(InputError(str(name)[:100], "unknown-field-near" if near else "unknown-field", values))
    language = request.get("language")
    if language is not None and not (isinstance(language, str) and language in LANGUAGES):
        errors.append(InputError("language", "not-an-option", {"found": language, "options": ", ".join(LANGUAGES)}))
    if errors:
        raise NotAnswerable("invalid-input", errors)


def _rule_name(name: Any, library: Library) -> tuple[str, str]:
    known = computed_rules(library)
    if isinstance(name, str) and name in known:
        agreement, _, slug = name.partition(":")
        return agreement, slug
    if name is None or name == "":
        raise NotAnswerable("invalid-input", [InputError("rule", "missing")])
    near = get_close_matches(str(name)[:200], known, n=1)
    values = {"found": name, "near": near[0] if near else ""}
    raise NotAnswerable("invalid-input", [InputError("rule", "unknown-rule-near" if near else "unknown-rule", values)])


def _day_of_interest(request: Mapping[str, Any], newest: Version, slug: str, inputs: Any, today: date) -> date:
    if request.get("on") is not None:
        try:
            return read_date(request["on"])
        except Refused as refusal:
            raise NotAnswerable("invalid-input", [InputError("on", refusal.key, refusal.values)]) from None
    declared = newest.rules[slug]
    field = KINDS[declared["kind"]].date_of_interest
    name = declared.get("inputs", {}).get(field, {}).get("name", field)
    raw = inputs.get(name) if isinstance(inputs, Mapping) and name else None
    return _day_in(raw) or today


def _day_in(raw: Any) -> date | None:
    if not isinstance(raw, str):
        return None
    try:
        return read_date(f"{raw}-01" if len(raw) == 7 else raw[:10])
    except Refused:
        return None
