"""An answer in words: its sentence, its steps, its conventions and its refusals, in the language asked for."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from calculators.answering import Answer
from calculators.asking import Question
from calculators.contract.figures import ClauseRef, Figure
from calculators.contract.rule import BoundRule, figures_in
from calculators.fields import InputError
from calculators.outcome import Outcome, Step, WallTime
from calculators.readings import read_as
from calculators.values.money import Money
from calculators.values.periods import LAST_DAY
from calculators.values.zones import is_repeated
from calculators.words import chosen, said, table
from calculators.words.spoken import spoken, spoken_figure

LONGEST_QUOTED = 60
WALL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?", re.ASCII)


def headline(answer: Answer, outcome: Outcome, language: str) -> str:
    """Return the answer as one sentence: the rule's own where its front matter has one, else the kind's."""
    values = _spoken_members({**outcome.result, **(outcome.bounds or {}), **outcome.words}, language)
    if outcome.silent and not outcome.headline:
        key = "undefined/bounds" if outcome.bounds else "undefined"
        return said("headlines", key, language, **values)
    own = answer.asked.rule.declared.get("answer")
    if own and not outcome.headline:
        return chosen(own, language).format(**values)
    values["deadlines"] = _deadlines(outcome, values, language)
    kind = answer.asked.kind.name
    keys = (f"{kind}/{outcome.headline}", kind)
    return said("headlines", next(key for key in keys if key in table("headlines")), language, **values)


def _deadlines(outcome: Outcome, values: Mapping[str, str], language: str) -> str:
    has_response, has_fix = "response_by" in outcome.result, "fix_start_by" in outcome.result
    if has_fix and "note" in outcome.result:
        return said("phrases", "fix-at-once", language)
    if not has_response and has_fix:
        return said("phrases", "fix-by-alone", language, **values)
    parts = [said("phrases", "answer-by", language, **values)] if has_response else []
    parts += [said("phrases", "fix-by", language, **values)] if has_fix else []
    return said("phrases", "and", language).join(parts)


def _spoken_members(members: Mapping[str, Any], language: str) -> dict[str, str]:
    return {name: spoken(value, language) for name, value in members.items()}


def step_text(step: Step, language: str) -> str:
    """Return a step's sentence."""
    figure = step.rests_on if isinstance(step.rests_on, Figure) else None
    words = _spoken_members(step.words, language)
    return said("steps", step.key, language, figure=spoken_figure(figure, language), **words)


def refusal(error: InputError, language: str) -> str:
    """Return why a field is refused, in words a customer may read."""
    values = {
        name: spoken(value, language) if isinstance(value, date) else str(value)
        for name, value in error.values.items()
        if name != "found"
    }
    return said("errors", error.key, language, found=_quoted(error.values.get("found")), **values)


def _quoted(found: Any) -> str:
    """Return what a customer gave, briefly and as it stands in JSON."""
    if isinstance(found, (Mapping, list, tuple)):
        return "{...}" if isinstance(found, Mapping) else "[...]"
    if found is None or isinstance(found, bool):
        return json.dumps(found)
    is_endless = isinstance(found, int) and abs(found) >= 10**LONGEST_QUOTED
    text = "..." if is_endless else str(found)
    return text if len(text) <= LONGEST_QUOTED else f"{text[: LONGEST_QUOTED - 3]}..."


def reading_label(rule: BoundRule, key: str, language: str) -> str:
    """Return a reading's name: the rule's own label for it, else the common one."""
    return _reading_words(rule, key, "label", language)


def reading_meaning(rule: BoundRule, key: str, language: str) -> str:
    """Return what a reading takes the clause to mean, in one sentence."""
    return _reading_words(rule, key, "meaning", language)


def _reading_words(rule: BoundRule, key: str, part: str, language: str) -> str:
    own = rule.declared.get("readings", {}).get("words", {}).get(key, {})
    if part in own:
        return chosen(own[part], language)
    return table("readings")[key][part][("nb", "sv", "en").index(language)]


def conventions(answer: Answer, language: str) -> list[str]:
    """Return what the answer takes for granted: version, zone, calendar, rounding, and what the rule assumes."""
    asked, outcome = answer.asked, answer.outcome
    rule = read_as(asked.rule, answer.reading)
    return [
        *_version_notes(asked, language),
        *_assumptions(rule, language),
        *_zone_notes(rule, outcome, language),
        *_repeated_notes(asked, language),
        *_calendar_notes(rule, language),
        *_rounding_notes(rule, outcome, language),
        *_unanswered_notes(answer, language),
    ]


def _version_notes(asked: Question, language: str) -> Iterator[str]:
    version = asked.rule.version
    if version.effective_date is None:
        yield said("phrases", "convention.version", language, recorded=spoken(version.recorded_on, language))
    else:
        yield said("phrases", "convention.effective", language, effective=spoken(version.effective_date, language))
    existing = version.existing_customers_from
    if existing and asked.on < existing:
        yield said("phrases", "convention.existing", language, existing=spoken(existing, language))


def _assumptions(rule: BoundRule, language: str) -> list[str]:
    notes = []
    for entry in rule.declared.get("assumed", {}).values():
        because = chosen(entry.get("because"), language)
        value = chosen(entry.get("words") or entry.get("value"), language)
        notes.append(said("phrases", "convention.assumed", language, value=value, because=because).strip())
    return notes + [chosen(text, language) for text in rule.declared.get("conventions", [])]


def _zone_notes(rule: BoundRule, outcome: Outcome, language: str) -> list[str]:
    if not any(isinstance(value, WallTime) for value in _values(outcome)) and not _measures(outcome):
        return []
    return [said("phrases", "convention.zone", language, zone=rule.zone.name)]


def _repeated_notes(asked: Question, language: str) -> list[str]:
    """Return a note for every wall time given that occurs twice that night: the first of the two was taken."""
    zone, times = asked.rule.zone, [text for text in _texts(asked.inputs) if WALL_TIME.fullmatch(text)]
    repeated = [text for text in times if is_repeated(zone, datetime.fromisoformat(text))]
    return [
        said(
            "phrases",
            "convention.repeated",
            language,
            time=spoken(WallTime(zone.instant(datetime.fromisoformat(text)), zone), language),
        )
        for text in dict.fromkeys(repeated)
    ]


def _texts(inputs: Any) -> Iterator[str]:
    if isinstance(inputs, str):
        yield inputs
    elif isinstance(inputs, (Mapping, list)):
        for member in inputs.values() if isinstance(inputs, Mapping) else inputs:
            yield from _texts(member)


def _measures(outcome: Outcome) -> bool:
    return "uptime_percent" in outcome.result


def _calendar_notes(rule: BoundRule, language: str) -> list[str]:
    roles = figures_in(rule.figures)
    counts_days = any(figure.kind == "period" and figure.value.unit == "working-days" for figure in roles)
    if not counts_days and not rule.has("hours") and not rule.has("service"):
        return []
    country = said("phrases", f"country.{rule.holidays.country}", language)
    return [said("phrases", "convention.holidays", language, country=country)]


def _rounding_notes(rule: BoundRule, outcome: Outcome, language: str) -> list[str]:
    keys = []
    if any(isinstance(value, Money) for value in _values(outcome)):
        keys.append("convention.money")
    if _measures(outcome):
        keys.append("convention.percent")
    if rule.when_missing == LAST_DAY and any(_may_lack_a_day(rule, role) for role in rule.figures):
        keys.append("convention.months")
    return [said("phrases", key, language) for key in keys]


def _unanswered_notes(answer: Answer, language: str) -> list[str]:
    """Return a note for every reading that cannot be computed, and why."""
    rule = answer.asked.rule
    return [
        said(
            "phrases",
            "convention.unanswered",
            language,
            reading=reading_label(rule, key, language),
            because=refusal(why, language),
        )
        for key, why in answer.unanswered.items()
    ]


def _may_lack_a_day(rule: BoundRule, role: str) -> bool:
    """Return whether the role is a length in months that leads from a day to a day: not whole calendar months."""
    if role == "part_month" or (role == "notice" and rule.setting("counted_from") == "month-end"):
        return False
    return any(figure.kind == "period" and figure.value.months for figure in figures_in({role: rule.figures[role]}))


def _values(outcome: Outcome) -> list[Any]:
    return [*outcome.result.values(), *(outcome.bounds or {}).values()]


def clause_label(clause: ClauseRef, language: str) -> str:
    """Return how the clause is cited: "punkt 6.6", or its heading where it has no number; of which other agreement."""
    label = _quoted_name(clause.reference, language)
    if clause.reference[:1].isdigit():
        label = said("phrases", "clause", language, reference=clause.reference)
    if not clause.title:
        return label
    return said("phrases", "clause-of", language, clause=label, agreement=_quoted_name(clause.title, language))


def _quoted_name(name: str, language: str) -> str:
    return f"«{name}»" if language != "en" else f"“{name}”"
