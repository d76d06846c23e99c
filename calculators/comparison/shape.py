"""What stands where on a comparison's page, whatever its language: keys of words, addresses, and the text as HTML.

Strings here are the agreement's own words, or keys of what `wording.py` says.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from calculators.comparison.asked import asked_in_words
from calculators.comparison.clauses import ClauseChange
from calculators.comparison.comparison import Comparison
from calculators.comparison.escaping import escaped
from calculators.comparison.figures import MOVED, FigureChange
from calculators.comparison.folding import Entry
from calculators.comparison.layout import NEW, OLD, Piece
from calculators.comparison.markup import Markup
from calculators.comparison.rule_words import differing
from calculators.comparison.rules import UNANSWERED, RuleChange
from calculators.comparison.runs import ADDED, CHANGED, REMOVED, SAME, is_changed
from calculators.comparison.stating import Stated
from calculators.comparison.tokens import line_tokens, text_of
from calculators.comparison.versions import Clause, Version
from calculators.words import LANGUAGES

WORDS_OF_OPENING = 8
LONGEST_OPENING = 200  # characters in which those words are looked for

Pieces = Sequence[Piece]


def shape(comparison: Comparison, markup: Markup) -> dict[str, Any]:
    """The page, from its head to its last clause."""
    by_op = {op: [_title(rule) for rule in comparison.rules if rule.op == op] for op in (SAME, ADDED, REMOVED)}
    return {
        "old": _version(comparison.old),
        "new": _version(comparison.new),
        "is_editorial": comparison.new.stated.get("kind") == "editorial",
        "title": markup.line(markup.pieces(comparison.title)) if is_changed(comparison.title) else "",
        "counts": list(comparison.counts),
        "figures": [_figure(figure) for figure in comparison.figures if figure.op in (CHANGED, MOVED)],
        "new_figures": [_figure(figure) for figure in comparison.figures if figure.op == ADDED],
        "gone_figures": [_figure(figure) for figure in comparison.figures if figure.op == REMOVED],
        "rules": [_rule(rule, comparison.new) for rule in comparison.rules if rule.op in (CHANGED, UNANSWERED)],
        "same_rules": by_op[SAME],
        "added_rules": by_op[ADDED],
        "removed_rules": by_op[REMOVED],
        "entries": [_entry(entry, comparison, markup) for entry in comparison.entries],
    }


def _version(version: Version) -> dict[str, str]:
    return {"version": version.label, "href": version.href}


def _title(rule: RuleChange) -> str:
    return f"rule {rule.name} title"


def _figure(figure: FigureChange) -> dict[str, Any]:
    return {
        "key": f"figure {figure.name}",
        "op": figure.op,
        "has_moved": figure.has_moved,
        "old": _stated(figure.old),
        "new": _stated(figure.new),
        "heading": (figure.new or figure.old).heading,
        "has_difference": figure.difference is not None,
        "cells": [{"row": cell.row, "column": cell.column, "old": cell.old, "new": cell.new} for cell in figure.cells],
    }


def _stated(stated: Stated | None) -> dict[str, str] | None:
    if stated is None:
        return None
    return {"href": stated.clause.href, "before": stated.before, "text": stated.text, "after": stated.after}


def _rule(rule: RuleChange, new: Version) -> dict[str, Any]:
    key = f"rule {rule.name}"
    if rule.op == UNANSWERED:
        return {"key": key, "is_answered": False, "asked": [], "results": []}
    asked = asked_in_words(rule.name, new, rule.inputs, LANGUAGES[0])
    return {
        "key": key,
        "is_answered": True,
        "asked": [f"{key} asked {at}" for at, _ in enumerate(asked)],
        "results": [f"{key} {name}" for name in differing(rule)],
    }


def _entry(entry: Entry, comparison: Comparison, markup: Markup) -> dict[str, Any]:
    if entry.is_fold:
        return {"key": entry.key, "is_fold": True, "links": "\n".join(_link(each.clause) for each in entry.clauses)}
    return {"key": entry.key, "is_fold": False, "clause": _changed(entry.clauses[0], comparison, markup)}


def _link(clause: Clause) -> str:
    """A clause that stands as it was, as HTML: what it is called, or how it begins, and where it stands."""
    return f'<li><a href="{escaped(clause.href)}">{_called(clause.number, clause.heading, clause.text)}</a></li>'


@cache
def _called(number: str | None, heading: str | None, text: str) -> str:
    """What a clause is called is the same in every version where it stands as it was."""
    name = escaped(heading or opening(text))
    return f'<span class="number">{escaped(number)}</span> {name}' if number else name


@cache
def opening(markdown: str) -> str:
    """The first words of a text."""
    words = text_of(line_tokens(markdown.partition("\n\n")[0][:LONGEST_OPENING])).split()
    return f"{' '.join(words[:WORDS_OF_OPENING])} …" if words else ""


def _changed(change: ClauseChange, comparison: Comparison, markup: Markup) -> dict[str, Any]:
    """A changed clause in one text and in two; its address in each version that has it."""
    version = comparison.new if change.new else comparison.old
    heading, text = markup.pieces(change.heading_runs), markup.pieces(change.text_runs)
    return {
        "key": f"clause {change.clause.anchor}",
        "id": f"change-{change.clause.anchor}",
        "fates": list(change.fates),
        "moved": "moved" in change.fates,
        "under": version.heading_of(change.clause) if change.clause.heading is None else "",
        "number": change.clause.number or "",
        "heading": markup.line(heading),
        "text": markup.blocks(text),
        "old": _side(change.old, heading, text, OLD, markup),
        "new": _side(change.new, heading, text, NEW, markup),
    }


def _side(clause: Clause | None, heading: Pieces, text: Pieces, side: str, markup: Markup) -> dict[str, str] | None:
    if clause is None:
        return None
    return {
        "href": clause.href,
        "number": clause.number or "",
        "heading": markup.line(heading, side),
        "text": markup.blocks(text, side),
    }
