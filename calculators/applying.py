"""What follows from the agreements somebody has: every rule answered that a few facts can answer, the others stated."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from calculators.answering import answered
from calculators.asking import Library, computes
from calculators.contract.figures import Figure
from calculators.contract.rule import BoundRule, figures_in
from calculators.contract.terms import Version, version_in_force
from calculators.fields import Field, InputError, asked, options_of, public_name
from calculators.form import question_of
from calculators.inputs import read_inputs
from calculators.kind import Kind
from calculators.page import view
from calculators.registry import KINDS, bound_rule
from calculators.wording import clause_label, refusal
from calculators.words import chosen, said


@dataclass(frozen=True)
class Fact:
    """Something that is asked once and answers the questions of these names, where their type is the same."""

    name: str
    type: str
    answers: tuple[str, ...]


FACTS = (
    Fact("agreement_start", "date", ("start", "binding_start")),
    Fact("notice_date", "date", ("notice_date",)),
    Fact("level", "choice", ("level",)),
    Fact("has_agreement", "boolean", ("has_agreement",)),
    Fact("monthly_fee", "money", ("monthly_fee",)),
)
SAID = {
    *("period", "percentage", "money", "count", "quantity", "clock", "timetable", "frequency", "day-of-year", "date"),
    *("year", "share", "factor"),
}  # figures that read as a few words


@dataclass(frozen=True)
class _Rule:
    """A rule that computes, bound to the version in force."""

    bound: BoundRule
    kind: Kind

    @property
    def fields(self) -> tuple[Field, ...]:
        return asked(self.bound, self.kind.questions(self.bound))


def applying_text(argument: str) -> str:
    """Return `applying` as JSON; the argument is JSON with `facts`, `terms`, `today` and `language`."""
    given = json.loads(argument)
    found = applying(given["facts"], given["terms"], date.fromisoformat(given["today"]), given["language"])
    return json.dumps(found, ensure_ascii=False)


def applying(facts: Mapping[str, Any], library: Library, today: date, language: str) -> list[dict[str, Any]]:
    """Return, for each agreement in force on a day, its rules: answered by the facts, or stated by their figures.

    What is answered comes first, among the agreements and among the rules of each.

    A rule has `title`, `href` (its form, filled with the facts), `status` and `headline` ("" where it is not answered),
    `figures` (label and address of each), `missing` (the questions that the facts leave open) and `refused` (the facts
    that cannot be, each with its message).
    """
    groups = []
    for terms in library.values():
        version = version_in_force(terms, today)
        rows = [_row(rule, facts, library, today, language) for rule in _rules(version)] if version else []
        if rows:
            rows.sort(key=lambda row: not row["headline"])
            groups.append(
                {"title": terms["title"], "href": version.terms["href"], "language": version.supplier["language"]}
                | {"rules": rows}
            )
    return sorted(groups, key=lambda group: not group["rules"][0]["headline"])


def facts_asked(library: Library, today: date, language: str) -> list[dict[str, Any]]:
    """Return the facts that some rule in force asks for, as the questions of a form."""
    found: dict[str, dict[str, Any]] = {}
    for terms in library.values():
        version = version_in_force(terms, today)
        for rule in _rules(version) if version else ():
            for field in rule.fields:
                if fact := _fact_for(field):
                    _ask(found, fact, rule, field, language)
    return [found[fact.name] for fact in FACTS if fact.name in found]


def _ask(found: dict[str, dict[str, Any]], fact: Fact, rule: _Rule, field: Field, language: str) -> None:
    """Add a fact's question, or the options of one more rule to it."""
    question = question_of(rule.bound, field, None, language)
    known = found.setdefault(
        fact.name,
        question
        | {"name": fact.name, "required": False, "value": None}
        | {"label": said("facts", fact.name, language), "help": said("facts", f"{fact.name} help", language)},
    )
    listed = {option["value"] for option in known["options"]}
    known["options"] = known["options"] + [each for each in question["options"] if each["value"] not in listed]


def _rules(version: Version) -> Iterator[_Rule]:
    for slug, declared in version.rules.items():
        if computes(version, slug):
            yield _Rule(bound_rule(version, slug), KINDS[declared["kind"]])


def _fact_for(field: Field) -> Fact | None:
    return next((fact for fact in FACTS if field.name in fact.answers and field.type == fact.type), None)


def _row(rule: _Rule, facts: Mapping[str, Any], library: Library, today: date, language: str) -> dict[str, Any]:
    inputs = _known(rule, facts)
    missing = [each for each in rule.fields if each.required and not each.default and _name(rule, each) not in inputs]
    row = {
        "title": chosen(rule.bound.declared["title"], language),
        "href": f"/calculators/{rule.kind.calculator}/?{_query(rule, inputs)}",
        "clause": _clause(rule, language),
        "status": "",
        "headline": "",
        "figures": [_said(figure) for figure in _figures(rule)],
        "missing": [question_of(rule.bound, field, None, language)["label"] for field in missing],
        "refused": _refused(rule, read_inputs(rule.bound, rule.kind.questions(rule.bound), inputs)[1], language),
    }
    if missing or row["refused"]:
        return row
    request = {"rule": rule.bound.name, "inputs": inputs, "language": language}
    agreement = rule.bound.version.agreement
    given = answered(request, {agreement: library[agreement]}, today)
    if given.status == "invalid-input":
        return row | {"refused": _refused(rule, given.errors, language)}
    shown = view(given, language)
    return row | {"status": shown["status"], "headline": shown["headline"]}


def _refused(rule: _Rule, errors: Iterable[InputError], language: str) -> list[dict[str, str]]:
    """Return what is wrong with the facts; what they leave open is nothing wrong."""
    facts = {_name(rule, field): fact.name for field in rule.fields if (fact := _fact_for(field))}
    found = [error for error in errors if error.field in facts and error.key != "missing"]
    return [{"field": facts[error.field], "message": refusal(error, language)} for error in found]


def _query(rule: _Rule, inputs: Mapping[str, Any]) -> str:
    written = {name: str(value).lower() if isinstance(value, bool) else value for name, value in inputs.items()}
    return urlencode({"rule": rule.bound.name} | written, safe="/:")


def _known(rule: _Rule, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the facts say to the rule's questions; a choice that the rule does not offer says nothing."""
    known = {}
    for field in rule.fields:
        fact = _fact_for(field)
        value = facts.get(fact.name) if fact else None
        offered = field.type != "choice" or value in options_of(rule.bound, field)
        if value not in (None, "") and offered:
            known[_name(rule, field)] = value
    return known


def _name(rule: _Rule, field: Field) -> str:
    return public_name(rule.bound, field)


def _clause(rule: _Rule, language: str) -> dict[str, str] | None:
    clause = rule.bound.clause
    return {"label": clause_label(clause, language), "href": clause.whole.href} if clause else None


def _figures(rule: _Rule) -> Sequence[Figure]:
    """Return the figures a rule reads that can be said in a few words, each once."""
    found = {each.name: each for each in figures_in(rule.bound.figures) if each.kind in SAID and each.text}
    return list(found.values())


def _said(figure: Figure) -> dict[str, str]:
    return {"text": figure.text, "href": figure.clause.href if figure.clause else ""}
