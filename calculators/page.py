"""What a page shows of a rule: its form and its answer as ready strings, at build time and in the worker alike."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.answer import clauses_of, loaded, response
from calculators.answering import Answer, answered
from calculators.asking import Library, language_of
from calculators.contract.figures import ClauseRef
from calculators.contract.rule import BoundRule
from calculators.labels import result_label
from calculators.outcome import Outcome, Step
from calculators.pictures.picture import picture_view
from calculators.wording import (
    clause_label,
    conventions,
    headline,
    reading_label,
    reading_meaning,
    refusal,
    step_text,
)
from calculators.words import chosen, said
from calculators.words.spoken import spoken

HIDDEN = ("end_exclusive", "defined", "renewals", "flag")


def answered_text(request: str, terms: str, today: str) -> str:
    """Return {"response", "view"} as JSON for a request and a library as JSON and an ISO day: what the worker posts."""
    asked = loaded(request)
    given = answered(asked, json.loads(terms), date.fromisoformat(today))
    shown = {"response": response(asked, given), "view": _pictured(given, language_of(asked))}
    return json.dumps(shown, ensure_ascii=False)


def answered_view(request: Mapping[str, Any], library: Library, today: date) -> dict[str, Any]:
    """Return the view of the answer to a request: the worked example of a page is made with it."""
    return _pictured(answered(request, library, today), language_of(request))


def _pictured(given: Answer, language: str) -> dict[str, Any]:
    return view(given, language) | {"picture": picture_view(given, language) if given.outcome else None}


def view(given: Answer, language: str) -> dict[str, Any]:
    """Return an answer as the ready strings a page prints, its picture left out."""
    shown = {
        "status": given.status,
        "headline": "",
        "certainty": {"label": said("phrases", f"certainty.{given.status}", language), "text": ""},
        "facts": [],
        "steps": [],
        "reading": None,
        "alternatives": [],
        "bounds": [],
        "conventions": [],
        "clauses": [],
        "errors": [{"field": e.field, "message": refusal(e, language)} for e in given.errors],
    }
    return shown | (_answer_view(given, language) if given.outcome else _refusal_view(given, language))


def _refusal_view(given: Answer, language: str) -> dict[str, Any]:
    return {
        "headline": said("headlines", given.status, language),
        "certainty": _certainty(given, language, ""),
    }


def _answer_view(given: Answer, language: str) -> dict[str, Any]:
    rule, outcome = given.asked.rule, given.outcome
    label = reading_label(rule, given.reading, language) if given.reading else ""
    return {
        "headline": headline(given, outcome, language),
        "certainty": _certainty(given, language, label),
        "facts": facts(rule, outcome.result, language),
        "steps": [_step(step, language) for step in outcome.steps],
        "reading": _reading(rule, given.reading, language),
        "alternatives": [_alternative(given, key, other, language) for key, other in given.alternatives.items()],
        "bounds": facts(rule, outcome.bounds or {}, language),
        "conventions": conventions(given, language),
        "clauses": [_link(clause, language) for clause in clauses_of(rule, outcome)],
    }


def _certainty(given: Answer, language: str, reading: str) -> dict[str, str]:
    is_alone = given.status == "reading" and not given.alternatives
    explained = "reading-alone" if is_alone else given.status
    return {
        "label": said("phrases", f"certainty.{given.status}", language),
        "text": said("phrases", f"explained.{explained}", language, reading=reading),
    }


def facts(rule: BoundRule, members: Mapping[str, Any], language: str) -> list[dict[str, str]]:
    """Return the members of a result with their labels, in the reader's format; empty ones are left out."""
    return [
        {"label": result_label(rule, name, language), "value": spoken(value, language)}
        for name, value in members.items()
        if value is not None and name not in HIDDEN
    ]


def _reading(rule: BoundRule, key: str | None, language: str) -> dict[str, str] | None:
    if key is None:
        return None
    because = chosen(rule.declared["readings"].get("because"), language)
    is_default = key == rule.declared["readings"]["default"]
    return {
        "key": key,
        "label": reading_label(rule, key, language),
        "meaning": reading_meaning(rule, key, language),
        "because": because if is_default else "",
    }


def _alternative(given: Answer, key: str, outcome: Outcome, language: str) -> dict[str, Any]:
    rule = given.asked.rule
    return {
        "key": key,
        "label": reading_label(rule, key, language),
        "meaning": reading_meaning(rule, key, language),
        "headline": headline(given, outcome, language),
        "facts": facts(rule, outcome.result, language),
    }


def _step(step: Step, language: str) -> dict[str, Any]:
    value = "" if step.value is None else spoken(step.value, language)
    clause = _link(step.clause, language) if step.clause else None
    return {"text": step_text(step, language), "value": value, "clause": clause}


def _link(clause: ClauseRef, language: str) -> dict[str, str]:
    return {"label": clause_label(clause, language), "href": clause.href}
