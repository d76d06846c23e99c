"""What a page says about one comparison in one language, by key; `shape.py` says where each of it stands."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from calculators.comparison.clauses import ClauseChange
from calculators.comparison.comparison import Comparison
from calculators.comparison.figures import FigureChange
from calculators.comparison.house import count, house_words, say
from calculators.comparison.rule_words import rule_words
from calculators.comparison.said import difference_said
from calculators.comparison.versions import Clause, Version
from calculators.words import said as said_elsewhere
from calculators.words.spoken import spoken

Said = Iterator[tuple[str, str]]


def words(comparison: Comparison, language: str) -> dict[str, str]:
    """The words of the house, and what is said of these two versions, their figures, rules and clauses."""
    return {**house_words(language), **dict(_of_this(comparison, language))}


def _of_this(comparison: Comparison, language: str) -> Said:
    yield from _of_versions(comparison, language)
    yield from _counts(comparison, language)
    for figure in comparison.figures:
        yield from _of_figure(figure, language)
    for rule in comparison.rules:
        yield from rule_words(rule, comparison.new, language)
    yield from _of_clauses(comparison, language)


def _of_versions(comparison: Comparison, language: str) -> Said:
    yield "heading", say("heading", language, title=comparison.new.title)
    for name, version in (("old", comparison.old), ("new", comparison.new)):
        yield f"day {name}", _day_of(version, language)


def _day_of(version: Version, language: str) -> str:
    """The day a version is known by: when it came into force, else when it was recorded."""
    effective, recorded = version.stated["effective_date"], version.stated["recorded_on"]
    return _day("effective", effective, language) if effective else _day("recorded", recorded, language)


@cache
def _day(key: str, day: str, language: str) -> str:
    return say(key, language, day=spoken(date.fromisoformat(day), language))


def _counts(comparison: Comparison, language: str) -> Said:
    for key, number in comparison.counts.items():
        yield key, count(key, number, language)


def _of_figure(figure: FigureChange, language: str) -> Said:
    key = f"figure {figure.name}"
    for side, stated in (("old", figure.old), ("new", figure.new)):
        if stated:
            yield f"{key} {side}", cited(stated.clause, language)
    if figure.difference:
        yield f"{key} difference", difference_said(figure.difference, language)


def _of_clauses(comparison: Comparison, language: str) -> Said:
    for entry in comparison.entries:
        if entry.is_fold:
            yield entry.key, count("fold", len(entry.clauses), language)
        else:
            yield from _of_clause(entry.clauses[0], language)


def _of_clause(change: ClauseChange, language: str) -> Said:
    key = f"clause {change.clause.anchor}"
    yield key, cited(change.clause, language)
    if "moved" in change.fates:
        place = cited(change.after, language) if change.after else ""
        yield f"{key} moved", say("moved.after" if place else "moved.first", language, place=place)
    if "renumbered" in change.fates:
        number = change.old.number
        yield f"{key} number", say("number.was", language, number=number or say("number.none", language))


def cited(clause: Clause, language: str) -> str:
    """How a clause is cited: by its number, else by its heading."""
    return _cited(clause.reference, language)


@cache
def _cited(reference: str, language: str) -> str:
    if reference[:1].isdigit():
        return said_elsewhere("phrases", "clause", language, reference=reference)
    return f"“{reference}”" if language == "en" else f"«{reference}»"
