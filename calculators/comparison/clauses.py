"""What became of each clause: added, removed, moved, renumbered, reworded, set otherwise; often several at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from calculators.comparison.alignment import Alignment, Pair
from calculators.comparison.redline import SameTarget, Tokens, redline, unchanged
from calculators.comparison.runs import ADDED, REFORMATTED, REMOVED, RETARGETED, SAME, TABLE, Redline, Run
from calculators.comparison.tokens import Word, line_tokens, tokens
from calculators.comparison.versions import Clause, Version

# The order in which a reader is told what became of a clause.
FATES = ("added", "removed", "moved", "renumbered", "reworded", "references", "retargeted", "reformatted")
READ = attrgetter("number", "level", "heading", "text")
OWN_REFERENCE = re.compile(r"\]\((?P<target>#[^()\s]+)\)")


class ClauseChange(NamedTuple):
    """One clause of either version and its fates, none where it stands as it was.

    A heading or text that stands word for word has no runs here; `heading_runs` and `text_runs` read it when asked.
    """

    old: Clause | None
    new: Clause | None
    fates: tuple[str, ...]
    heading: Redline | None
    text: Redline | None
    after: Clause | None = None  # the clause that a moved one followed in the old version

    @property
    def clause(self) -> Clause:
        """The clause as it reads now, or read last."""
        return self.new or self.old

    @property
    def heading_runs(self) -> Redline:
        return _standing_heading(self.clause.heading or "") if self.heading is None else self.heading

    @property
    def text_runs(self) -> Redline:
        return unchanged(tokens(self.clause.text)) if self.text is None else self.text


@cache
def _standing_heading(heading: str) -> Redline:
    """Most versions have the headings of the ones before."""
    return unchanged(line_tokens(heading))


def changed_clauses(old: Version, new: Version, alignment: Alignment) -> tuple[ClauseChange, ...]:
    """Every clause of both versions, once, in the order of the new text."""
    same_target = _target_test(old, new, alignment)
    before = {clause.anchor: earlier for earlier, clause in pairwise(old.clauses)}
    return tuple(_change(pair, same_target, before) for pair in alignment.pairs)


def _change(pair: Pair, same_target: SameTarget, before: Mapping[str, Clause]) -> ClauseChange:
    old, new, is_moved = pair
    if old is None or new is None:
        return _one_sided(old, new)
    if not is_moved and READ(old) == READ(new) and _leads_where_it_led(new.words, same_target):
        return ClauseChange(old, new, (), None, None)
    heading = _compared(old.heading or "", new.heading or "", line_tokens, same_target)
    text = _compared(old.text, new.text, tokens, same_target)
    fates = set(_fates_of_text((*(heading or ()), *(text or ())), same_target))
    fates |= {"moved"} if is_moved else set()
    fates |= {"renumbered"} if old.number != new.number else set()
    fates |= {"reformatted"} if old.level != new.level and not fates else set()
    ordered = tuple(fate for fate in FATES if fate in fates)
    return ClauseChange(old, new, ordered, heading, text, before.get(old.anchor) if is_moved else None)


def _one_sided(old: Clause | None, new: Clause | None) -> ClauseChange:
    clause, op = (new, ADDED) if new else (old, REMOVED)
    heading, text = line_tokens(clause.heading or ""), tokens(clause.text)
    return ClauseChange(old, new, (op,), _whole(op, heading), _whole(op, text))


def _whole(op: str, found: Tokens) -> Redline:
    """The redline of a text that is all new, or all gone."""
    if not found:
        return ()
    return (Run(op, (), found),) if op == ADDED else (Run(op, found, ()),)


def _compared(old: str, new: str, read: Callable[[str], Tokens], same_target: SameTarget) -> Redline | None:
    """The redline of two texts; None where they are the same and every reference leads where it led."""
    if old == new and _leads_where_it_led(old, same_target):
        return None
    return redline(read(old), read(new), same_target)


def _leads_where_it_led(text: str, same_target: SameTarget) -> bool:
    return "#" not in text or all(same_target(target, target) for target in OWN_REFERENCE.findall(text))


def _fates_of_text(runs: Redline, same_target: SameTarget) -> Iterator[str]:
    ops = {run.op for run in runs}
    if ops & {ADDED, REMOVED, TABLE}:
        yield "references" if _only_renumbers(runs, same_target) else "reworded"
    if RETARGETED in ops:
        yield "retargeted"
    if REFORMATTED in ops:
        yield "reformatted"


def _only_renumbers(runs: Redline, same_target: SameTarget) -> bool:
    """Whether all that changed is how references name clauses that are still the same ones."""
    changed = [run for run in runs if run.op not in (SAME, REFORMATTED, RETARGETED)]
    pairs = list(zip(changed[::2], changed[1::2], strict=False))
    return len(changed) % 2 == 0 and all(_renumbers(one, other, same_target) for one, other in pairs)


def _renumbers(one: Run, other: Run, same_target: SameTarget) -> bool:
    if (one.op, other.op) != (REMOVED, ADDED) or len(one.old) != 1 or len(other.new) != 1:
        return False
    old, new = one.old[0], other.new[0]
    linked = isinstance(old, Word) and isinstance(new, Word) and old.target and new.target
    return bool(linked) and same_target(old.target, new.target)


def _target_test(old: Version, new: Version, alignment: Alignment) -> SameTarget:
    """Targets are the same when they name one clause, each in its own version; others, when they read alike."""

    def same(old_target: str | None, new_target: str | None) -> bool:
        before = old.by_id.get((old_target or "").removeprefix("#"))
        after = new.by_id.get((new_target or "").removeprefix("#"))
        if before is None or after is None:
            return old_target == new_target and before is after
        return alignment.same_clause(before.anchor, after.anchor)

    return same
