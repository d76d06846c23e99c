"""Which clause of the new version is which of the old: by its stable anchor, the rest by how alike they read."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from calculators.comparison.versions import Clause, Version

ALIKE = 0.5  # two clauses share at least half of their words, or they are two
LETTERS = re.compile(r"\w+")


class Pair(NamedTuple):
    """One clause in both versions, or in one of them; it is moved where it left its neighbours or its heading."""

    old: Clause | None
    new: Clause | None
    is_moved: bool = False


@dataclass(frozen=True)
class Alignment:
    """Every clause of both versions once, in the order of the new text; what is gone stands where it stood."""

    pairs: tuple[Pair, ...]
    new_of: Mapping[str, str]  # anchor in the new version by anchor in the old

    def same_clause(self, old: str, new: str) -> bool:
        """Whether two anchors, one of each version, name one clause."""
        return self.new_of.get(old) == new


def aligned(old: Version, new: Version) -> Alignment:
    """The alignment of two versions."""
    if _places(old) == _places(new):
        pairs = tuple(map(Pair, old.clauses, new.clauses))
        return Alignment(pairs, {clause.anchor: clause.anchor for clause in new.clauses})
    by_anchor = {clause.anchor: clause for clause in new.clauses}
    new_of = {clause.anchor: clause.anchor for clause in old.clauses if clause.anchor in by_anchor}
    lost = [clause for clause in old.clauses if clause.anchor not in new_of]
    fresh = [clause for clause in new.clauses if clause.anchor not in new_of]
    new_of |= {one.anchor: other.anchor for one, other in _alike(lost, fresh)}
    pairs = _pairs(old, new, new_of)
    return Alignment(tuple(_with_gone(pairs, old)), new_of)


def _places(version: Version) -> list[tuple[str, str | None]]:
    return [(clause.anchor, clause.parent) for clause in version.clauses]


def _alike(old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[Clause, Clause]]:
    """Pairs of clauses that read alike, the most alike first, each clause in one pair at most."""
    old_words, new_words = [_vocabulary(clause) for clause in old], [_vocabulary(clause) for clause in new]
    ranked = sorted(
        (-likeness, abs(i - j), i, j)
        for i, words in enumerate(old_words)
        for j, others in enumerate(new_words)
        if (likeness := _likeness(words, others)) >= ALIKE
    )
    found, used_old, used_new = [], set(), set()
    for _, _, i, j in ranked:
        if i not in used_old and j not in used_new:
            found.append((old[i], new[j]))
            used_old.add(i)
            used_new.add(j)
    return found


def _vocabulary(clause: Clause) -> frozenset[str]:
    return frozenset(LETTERS.findall(clause.words.lower()))


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    """Twice what they share by what they have, 1 for the same words."""
    together = len(words) + len(others)
    return 2 * len(words & others) / together if together else 0.0


def _pairs(old: Version, new: Version, new_of: Mapping[str, str]) -> list[Pair]:
    """The clauses of the new version in order, each with the one it was."""
    old_of = {new_anchor: old_anchor for old_anchor, new_anchor in new_of.items()}
    place = {clause.anchor: at for at, clause in enumerate(old.clauses)}
    places = [place[old_of[clause.anchor]] if clause.anchor in old_of else None for clause in new.clauses]
    stays = _longest_rising([each for each in places if each is not None])
    pairs = []
    for clause, at in zip(new.clauses, places, strict=True):
        before = None if at is None else old.clauses[at]
        is_moved = before is not None and (at not in stays or _is_under_another(before, clause, new_of))
        pairs.append(Pair(before, clause, is_moved))
    return pairs


def _is_under_another(old: Clause, new: Clause, new_of: Mapping[str, str]) -> bool:
    """Whether a clause stands under another heading, though both headings are still there."""
    if old.parent == new.parent or old.parent is None or new.parent is None:
        return False
    return new_of.get(old.parent, new.parent) != new.parent and new.parent in new_of.values()


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The members of a longest rising subsequence: clauses that kept their order."""
    ends: list[int] = []  # the smallest place that ends a rising run of each length
    at_end: list[int] = []
    previous: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        previous.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at_end[length : length + 1] = [index]
    kept, index = set(), at_end[-1] if at_end else -1
    while index >= 0:
        kept.add(places[index])
        index = previous[index]
    return kept


def _with_gone(pairs: Sequence[Pair], old: Version) -> Iterator[Pair]:
    """The pairs, and each clause that is gone after the one it followed, of those that stayed where they were."""
    kept = {pair.old.anchor for pair in pairs if pair.old}
    stayed = {pair.old.anchor for pair in pairs if pair.old and not pair.is_moved}
    gone_after: dict[str | None, list[Clause]] = {}
    last: str | None = None
    for clause in old.clauses:
        if clause.anchor not in kept:
            gone_after.setdefault(last, []).append(clause)
        elif clause.anchor in stayed:
            last = clause.anchor
    yield from (Pair(gone, None) for gone in gone_after.pop(None, []))
    for pair in pairs:
        yield pair
        if pair.old and pair.old.anchor in gone_after:
            yield from (Pair(gone, None) for gone in gone_after.pop(pair.old.anchor))
