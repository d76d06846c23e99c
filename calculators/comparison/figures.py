"""What became of the marked figures: changed, added, removed, or stated by another clause now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calculators.comparison.clauses import ClauseChange
from calculators.comparison.differences import Difference, difference, percentage_difference
from calculators.comparison.runs import ADDED, CHANGED, REMOVED, new_side, old_side, stands_in
from calculators.comparison.stating import CellChange, Stated, changed_cells, stated
from calculators.comparison.versions import Version
from calculators.contract.figures import typed

MOVED = "moved"
TABLES = ("tiers", "table")
NO_FIGURES = ("cause", "words", "text")  # marked words: that they came or went, the text tells better
Parameter = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One marked figure that is not as it was; a figure may have changed and moved at once."""

    name: str
    op: str  # changed, added, removed, moved
    old: Stated | None
    new: Stated | None
    has_moved: bool = False
    difference: Difference | None = None
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of either version: what it says in each, and the clause that states it."""

    name: str
    before: Parameter | None
    after: Parameter | None
    old: ClauseChange | None
    new: ClauseChange | None

    @property
    def kind(self) -> str:
        return (self.after or self.before)["kind"]

    @property
    def is_changed(self) -> bool:
        return self.before != self.after and _value(self.before) != _value(self.after)

    @property
    def has_moved(self) -> bool:
        return self.old is not self.new

    @property
    def is_news(self) -> bool:
        """Whether a reader meets another figure, or it elsewhere; words that are only marked otherwise are no news."""
        if self.before and self.after:
            return self.is_changed or self.has_moved
        change, op = (self.new, ADDED) if self.after else (self.old, REMOVED)
        return self.kind not in NO_FIGURES and any(stands_in(self.name, run, op) for run in change.text_runs)


def changed_figures(old: Version, new: Version, clauses: Sequence[ClauseChange]) -> tuple[FigureChange, ...]:
    """The changes in the order of the clauses that state the figures now, or did last."""
    news = [figure for figure in _figures(old, new, clauses) if figure.is_news]
    if len(news) > 1:
        place = {id(change): at for at, change in enumerate(clauses)}
        news.sort(key=lambda figure: place[id(figure.new or figure.old)])
    return tuple(_change(figure, old, new) for figure in news)


def _figures(old: Version, new: Version, clauses: Sequence[ClauseChange]) -> Iterator[_Figure]:
    by_old = {change.old.anchor: change for change in clauses if change.old}
    by_new = {change.new.anchor: change for change in clauses if change.new}
    for name in {**new.parameters, **old.parameters}:
        before, after = old.parameters.get(name), new.parameters.get(name)
        left = by_old[before["clause"]] if before else None
        yield _Figure(name, before, after, left, by_new[after["clause"]] if after else None)


def _value(parameter: Any) -> Any:
    """A figure without its words and its place: what it says."""
    if isinstance(parameter, Mapping):
        return {name: _value(each) for name, each in parameter.items() if name not in ("text", "clause")}
    return [_value(each) for each in parameter] if isinstance(parameter, list) else parameter


def _change(figure: _Figure, old: Version, new: Version) -> FigureChange:
    name, was, now = figure.name, None, None
    if left := figure.old:
        was = stated(name, figure.before["text"], left.old, old_side(left.text_runs), old)
    if right := figure.new:
        now = stated(name, figure.after["text"], right.new, new_side(right.text_runs), new)
    if was is None or now is None:
        return FigureChange(name, ADDED if was is None else REMOVED, was, now)
    op = CHANGED if figure.is_changed else MOVED
    cells = tuple(changed_cells(name, right.text_runs)) if figure.kind in TABLES else ()
    return FigureChange(name, op, was, now, figure.has_moved, _difference(figure), cells)


def _difference(figure: _Figure) -> Difference | None:
    kinds = {figure.before["kind"], figure.after["kind"]}
    if not figure.is_changed or len(kinds) > 1 or kinds & {*TABLES, "share"}:
        return None
    old, new = typed(figure.before), typed(figure.after)
    return percentage_difference(old, new) if figure.kind == "percentage" else difference(old, new)
