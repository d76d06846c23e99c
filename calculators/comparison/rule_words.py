"""What is said of a rule that answers otherwise now: what it was asked, both answers, and each result that differs."""

from collections.abc import Iterator, Mapping
from typing import Any

from calculators.answering import Answer
from calculators.comparison.asked import asked_in_words
from calculators.comparison.differences import difference
from calculators.comparison.rules import RuleChange
from calculators.comparison.runs import CHANGED
from calculators.comparison.said import difference_said
from calculators.comparison.versions import Version
from calculators.outcome import json_value
from calculators.page import facts
from calculators.wording import headline
from calculators.words import chosen

Said = Iterator[tuple[str, str]]


def rule_words(rule: RuleChange, new: Version, language: str) -> Said:
    """The title of every rule; of one that changed, also the question and the answers."""
    key = f"rule {rule.name}"
    yield f"{key} title", chosen(rule.declared["title"], language)
    if rule.op != CHANGED:
        return
    for at, asked in enumerate(asked_in_words(rule.name, new, rule.inputs, language)):
        yield f"{key} asked {at} label", asked["label"]
        yield f"{key} asked {at} value", asked["value"]
    for side, given in (("old", rule.old), ("new", rule.new)):
        yield f"{key} {side}", headline(given, given.outcome, language)
    for name in differing(rule):
        yield from _result(key, name, rule, language)


def differing(rule: RuleChange) -> list[str]:
    """The names of the results and bounds that are not the same, of those a page shows."""
    before, after = _results(rule.old), _results(rule.new)
    names = [name for name in {**after, **before} if json_value(before.get(name)) != json_value(after.get(name))]
    return [name for name in names if _fact(rule.new, name, after) or _fact(rule.old, name, before)]


def _results(given: Answer) -> Mapping[str, Any]:
    return {**given.outcome.result, **(given.outcome.bounds or {})}


def _fact(given: Answer, name: str, results: Mapping[str, Any], language: str = "nb") -> Mapping[str, str] | None:
    return next(iter(facts(given.asked.rule, {name: results.get(name)}, language)), None)


def _result(key: str, name: str, rule: RuleChange, language: str) -> Said:
    before, after = _results(rule.old), _results(rule.new)
    old, new = _fact(rule.old, name, before, language), _fact(rule.new, name, after, language)
    yield f"{key} {name} label", (new or old)["label"]
    yield f"{key} {name} old", old["value"] if old else "–"
    yield f"{key} {name} new", new["value"] if new else "–"
    apart = difference(before.get(name), after.get(name))
    yield f"{key} {name} difference", difference_said(apart, language) if apart else ""
