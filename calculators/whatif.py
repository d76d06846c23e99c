"""What if: what an answer was before the question changed, and what another choice, version or agreement gives."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from calculators.answering import Answer, answered
from calculators.asking import Library, computes, language_of
from calculators.contract.terms import Version, versions
from calculators.fields import asked, public_name
from calculators.form import question_of
from calculators.labels import result_label
from calculators.outcome import Seconds, WallTime
from calculators.page import HIDDEN
from calculators.values.money import Money
from calculators.wording import headline
from calculators.words import said
from calculators.words.spoken import spoken

MOST_OPTIONS = 8


def whatif_text(argument: str) -> str:
    """Return `whatif` as JSON; the argument is JSON with `request`, `before`, `terms` and `today`."""
    asked_for = json.loads(argument)
    today = date.fromisoformat(asked_for["today"])
    return json.dumps(whatif(asked_for["request"], asked_for["before"], asked_for["terms"], today), ensure_ascii=False)


def whatif(
    request: Mapping[str, Any], before: Mapping[str, Any] | None, library: Library, today: date
) -> dict[str, Any]:
    """Return what changed since the request before, and tables of the same question asked otherwise.

    `changes`: label, before, after and difference of every figure that is another one now. `tables`: a title and rows
    of label, headline and whether it is the answer that stands above.
    """
    given, language = answered(request, library, today), language_of(request)
    if not given.outcome:
        return {"changes": [], "tables": []}
    earlier = answered(before, library, today) if before else None
    same_rule = earlier and earlier.outcome and earlier.asked.rule.name == given.asked.rule.name
    tables = [*_by_choice(request, given, library, today), _by_version(request, given, library, today)]
    tables.append(_by_agreement(request, given, library, today))
    return {
        "changes": list(_changes(earlier, given, language)) if same_rule else [],
        "tables": [table for table in tables if len(table["rows"]) > 1],
    }


def _changes(before: Answer, after: Answer, language: str) -> Iterator[dict[str, str]]:
    rule, old, new = after.asked.rule, before.outcome.result, after.outcome.result
    for name in {**old, **new}:
        one, other = old.get(name), new.get(name)
        if name in HIDDEN or one == other or isinstance(one or other, (list, Mapping)):
            continue
        yield {
            "label": result_label(rule, name, language),
            "before": spoken(one, language),
            "after": spoken(other, language),
            "difference": _difference(one, other, language),
        }


def _difference(one: Any, other: Any, language: str) -> str:
    """Return how much more or less: in money, days, or time; "" where the two cannot be set off."""
    if isinstance(one, Money) and isinstance(other, Money):
        return _signed(other.amount - one.amount, spoken(Money(abs(other.amount - one.amount), one.currency), language))
    if isinstance(one, WallTime) and isinstance(other, WallTime):
        seconds = other.instant - one.instant
        return _signed(seconds, spoken(Seconds(abs(seconds)), language))
    if isinstance(one, date) and isinstance(other, date):
        days = (other - one).days
        key = "day" if abs(days) == 1 else "days"
        return _signed(days, said("whatif", key, language, days=str(abs(days))))
    if isinstance(one, (int, Decimal)) and isinstance(other, (int, Decimal)) and not isinstance(one, bool):
        return _signed(other - one, spoken(abs(other - one), language))
    return ""


def _signed(amount: Any, text: str) -> str:
    return f"{'+' if amount > 0 else '−'} {text}"


def _by_choice(request: Mapping[str, Any], given: Answer, library: Library, today: date) -> Iterator[dict[str, Any]]:
    """Yield, for each question with a few options, the answer by each of them."""
    rule, language = given.asked.rule, language_of(request)
    for field in asked(rule, given.asked.kind.questions(rule)):
        question = question_of(rule, field, None, language)
        name = public_name(rule, field)
        if field.type == "choice" and 1 < len(question["options"]) <= MOST_OPTIONS and name in given.asked.inputs:
            rows = [
                _row(request, {"inputs": {**request["inputs"], name: option["value"]}}, option["label"], library, today)
                | {"current": option["value"] == given.asked.inputs[name]}
                for option in question["options"]
            ]
            yield {"title": question["label"], "rows": [row for row in rows if row["headline"]]}


def _by_version(request: Mapping[str, Any], given: Answer, library: Library, today: date) -> dict[str, Any]:
    """Return the answer by each version that computes the rule: that of the latest day it governs."""
    agreement, _, slug = given.asked.rule.name.partition(":")
    own, language = versions(library[agreement]), language_of(request)
    rows = [
        _row(request, {"on": _day_of(version, own, today).isoformat()}, version.label, library, today)
        | {"current": version.label == given.asked.rule.version.label}
        for version in own
        if computes(version, slug)
    ]
    return {"title": said("whatif", "versions", language), "rows": [row for row in rows if row["headline"]]}


def _day_of(version: Version, own: list[Version], today: date) -> date:
    """Return a day that the version governs: today if it does, else its last day."""
    later = [each.in_force_from for each in own[own.index(version) + 1 :] if each.in_force_from]
    last = min(later) - timedelta(days=1) if later else None
    day = max(today, version.in_force_from or today)
    return min(day, last) if last else day


def _by_agreement(request: Mapping[str, Any], given: Answer, library: Library, today: date) -> dict[str, Any]:
    """Return the answer by the rule of the same name in every agreement at hand."""
    own, _, slug = given.asked.rule.name.partition(":")
    rows = [
        _row(request, {"rule": f"{agreement}:{slug}"}, terms["title"], library, today) | {"current": agreement == own}
        for agreement, terms in library.items()
    ]
    title = said("whatif", "agreements", language_of(request))
    return {"title": title, "rows": [row for row in rows if row["headline"]]}


def _row(
    request: Mapping[str, Any], change: Mapping[str, Any], label: str, library: Library, today: date
) -> dict[str, Any]:
    other = answered({**request, **change}, library, today)
    language = language_of(request)
    return {"label": label, "headline": headline(other, other.outcome, language) if other.outcome else ""}
