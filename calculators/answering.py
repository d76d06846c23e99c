"""From a request to an answer as data: the rule computed under the reading used and under every other that differs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from calculators.asking import Library, NotAnswerable, Question, question
from calculators.fields import InputError, public_name
from calculators.inputs import read_inputs
from calculators.outcome import Outcome, json_value
from calculators.readings import keys_of, read_as
from calculators.values.held import NotHeld
from calculators.values.holidays import OutsideTable


@dataclass(frozen=True)
class Answer:
    """What a rule answers: its status, the outcome under the reading used, and the outcomes under the others.

    `status` is one of ok, reading, undefined, invalid-input, out-of-scope. `unanswered` says why another reading has no
    outcome: it alone reaches a day that the calendar of holidays lacks.
    """

    status: str
    asked: Question | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    reading: str | None = None
    outcome: Outcome | None = None
    alternatives: Mapping[str, Outcome] = field(default_factory=dict)
    unanswered: Mapping[str, InputError] = field(default_factory=dict)
    errors: tuple[InputError, ...] = ()


def answered(request: Any, library: Library, today: date) -> Answer:
    """Return the answer to one request; nothing a customer sends raises."""
    asked = None
    try:
        asked = question(request, library, today)
        return _computed(asked)
    except NotAnswerable as refusal:
        return Answer(refusal.status, asked, errors=tuple(refusal.errors))
    except OutsideTable as end:
        return Answer("out-of-scope", asked, errors=(_outside(end),))
    except NotHeld as missing:
        return Answer("out-of-scope", asked, errors=(_not_held(asked, missing),))
    except OverflowError:
        return Answer("invalid-input", asked, errors=(InputError("inputs", "too-large", {"found": ""}),))


def _computed(asked: Question) -> Answer:
    given, errors = read_inputs(asked.rule, asked.kind.questions(asked.rule), asked.inputs)
    keys = keys_of(asked.rule)
    errors += _reading_errors(asked.reading, keys)
    errors = errors or asked.kind.refuse(asked.rule, given)
    if errors:
        return Answer("invalid-input", asked, given, errors=tuple(errors))
    used = asked.reading or (keys[0] if keys else None)
    outcome = asked.kind.compute(read_as(asked.rule, used), given)
    others, unanswered = _others(asked, given, [key for key in keys if key != used])
    figures = _figures(outcome)
    differing = {key: other for key, other in others.items() if _figures(other) != figures}
    is_open = bool(differing or unanswered)
    named = used if is_open or asked.reading else None
    status = "undefined" if outcome.silent else "reading" if is_open else "ok"
    return Answer(status, asked, given, named, outcome, differing, unanswered)


def _others(
    asked: Question, given: Mapping[str, Any], keys: list[str]
) -> tuple[dict[str, Outcome], dict[str, InputError]]:
    """Return the outcomes under the readings, and why one has none; the natural reading must have one."""
    outcomes, unanswered = {}, {}
    for key in keys:
        try:
            outcomes[key] = asked.kind.compute(read_as(asked.rule, key), given)
        except OutsideTable as end:
            if key == keys_of(asked.rule)[0]:
                raise
            unanswered[key] = _outside(end)
    return outcomes, unanswered


def _not_held(asked: Question, missing: NotHeld) -> InputError:
    """Return what is not held, at the field where the customer may enter it."""
    fields = (field for field in asked.kind.questions(asked.rule) if field.name == missing.role)
    return InputError(next((public_name(asked.rule, each) for each in fields), "inputs"), missing.key, missing.values)


def _outside(end: OutsideTable) -> InputError:
    return InputError("inputs", "outside-holidays", {"day": end.day, "first": end.first, "last": end.last})


def _figures(outcome: Outcome) -> Any:
    return json_value({"result": outcome.result, "bounds": outcome.bounds})


def _reading_errors(reading: Any, keys: list[str]) -> list[InputError]:
    if reading is None or (isinstance(reading, str) and reading in keys):
        return []
    values = {"found": reading, "options": ", ".join(keys)}
    return [InputError("reading", "not-an-option" if keys else "no-readings", values)]
