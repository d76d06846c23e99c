"""The door: a request as JSON in, the response as JSON out.

It is the same on the command line, in tests and in the page.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from calculators.answering import Answer, answered
from calculators.asking import Library, language_of
from calculators.contract.figures import ClauseRef
from calculators.contract.rule import BoundRule
from calculators.outcome import Outcome, Step, json_value, with_units
from calculators.wording import conventions, reading_label, refusal, step_text

MOST_DIGITS_READ, LONGEST_NAME, DEEPEST = 1000, 200, 50


def answer(request: Any, library: Library, today: date) -> dict[str, Any]:
    """Return the response to one request.

    It has its status, result, reading, alternatives, bounds, steps, clauses, conventions and errors.

    `library` maps an agreement to its terms; `today` counts where neither the request nor its inputs name a day.
    """
    return response(request, answered(request, library, today))


def answer_text(request: str, terms: str, today: str) -> str:
    """Return the response as JSON, for a request and a library as JSON and an ISO day."""
    return json.dumps(answer(loaded(request), json.loads(terms), date.fromisoformat(today)), ensure_ascii=False)


def loaded(text: str) -> Any:
    """Return JSON with its decimals exact.

    What no rule can take (NaN, infinities, numbers or nesting without end) is text, to be refused like other text.
    """
    try:
        value = json.loads(text, parse_float=_decimal, parse_int=_integer, parse_constant=str)
    except RecursionError:
        return text
    return text if _is_deeper(value, DEEPEST) else value


def _is_deeper(value: Any, levels: int) -> bool:
    nests = [value]
    for _ in range(levels):
        nests = [inner for nest in nests for inner in _members(nest) if isinstance(inner, (dict, list))]
    return bool(nests)


def _members(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _decimal(digits: str) -> Decimal | str:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return digits


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= MOST_DIGITS_READ else digits


def response(request: Any, given: Answer) -> dict[str, Any]:
    """Return an answer as a response."""
    language = language_of(request)
    whole = _empty(request, given)
    whole["errors"] = [{"field": e.field, "message": refusal(e, language)} for e in given.errors]
    return whole | (_computed(given, language) if given.outcome else {})


def _empty(request: Any, given: Answer) -> dict[str, Any]:
    asked = given.asked
    name = request.get("rule") if isinstance(request, Mapping) else None
    return {
        "status": given.status,
        "rule": asked.rule.name if asked else name[:LONGEST_NAME] if isinstance(name, str) else None,
        "calculator": asked.kind.calculator if asked else None,
        "version": asked.rule.version.label if asked else None,
        "result": None,
        "reading": None,
        "alternatives": [],
        "bounds": None,
        "steps": [],
        "clauses": [],
        "conventions": [],
        "errors": [],
    }


def _computed(given: Answer, language: str) -> dict[str, Any]:
    rule, outcome = given.asked.rule, given.outcome
    return {
        "result": result_of(rule, outcome),
        "reading": _reading(rule, given.reading, language),
        "alternatives": [
            _reading(rule, key, language) | {"result": result_of(rule, other), "bounds": _bounds(rule, other)}
            for key, other in given.alternatives.items()
        ],
        "bounds": _bounds(rule, outcome),
        "steps": [_step(step, language) for step in outcome.steps],
        "clauses": [_clause(clause) for clause in clauses_of(rule, outcome)],
        "conventions": conventions(given, language),
    }


def result_of(rule: BoundRule, outcome: Outcome) -> dict[str, Any]:
    """Return the result as JSON under the names the rule gives it, with its units beside it."""
    renamed = {public_result(rule, name): value for name, value in outcome.result.items()}
    return with_units(renamed, rule.currency, "excluded")


def public_result(rule: BoundRule, name: str) -> str:
    """Return a result's name in responses: the kind's own unless the rule renames it."""
    declared = rule.declared.get("results", {}).get(name, name)
    return declared.get("name", name) if isinstance(declared, Mapping) else declared


def clauses_of(rule: BoundRule, outcome: Outcome) -> list[ClauseRef]:
    """Return the clauses an answer rests on, each once and whole, the rule's own first."""
    cited = [rule.clause, *(step.clause for step in outcome.steps)]
    return list(dict.fromkeys(clause.whole for clause in cited if clause))


def _bounds(rule: BoundRule, outcome: Outcome) -> Any:
    return with_units(outcome.bounds, rule.currency, "excluded") if outcome.bounds else None


def _reading(rule: BoundRule, key: str | None, language: str) -> dict[str, Any] | None:
    return {"key": key, "label": reading_label(rule, key, language)} if key else None


def _step(step: Step, language: str) -> dict[str, Any]:
    clause = step.clause
    return {
        "text": step_text(step, language),
        "value": json_value(step.value),
        "clause": clause.reference if clause else None,
        "href": clause.href if clause else None,
    }


def _clause(clause: ClauseRef) -> dict[str, str]:
    return {
        "agreement": clause.agreement,
        "version": clause.version,
        "clause": clause.reference,
        "href": clause.href,
        "sha256": clause.sha256,
    }
