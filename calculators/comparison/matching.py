"""Which parts of two sequences of words are the same: difflib, made to read like the work of an editor.

A change begins where a paragraph or a sentence does, if it may, and words that happen to be the same in the middle of
a rewritten passage are not kept as islands.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import compress, count, pairwise, zip_longest
from operator import ne
from typing import NamedTuple

FEW_PAIRS = 40_000  # so many pairs of words are weighed at once; above that, whole sentences are matched first
MOST_PAIRS = 1_000_000  # a passage with more pairs than this counts as replaced
LONGEST_ISLAND = 3
SENTENCE_ENDS = frozenset(".:;!?")
SIGNS = SENTENCE_ENDS | frozenset(",()«»”“–-")
BREAKS = frozenset("¶↵")
ENDS = SENTENCE_ENDS | BREAKS

Keys = Sequence[Hashable]


class Span(NamedTuple):
    """old[i1:i2] stands against new[j1:j2]: the same, or changed."""

    same: bool
    i1: int
    i2: int
    j1: int
    j2: int


def matched(old: Keys, new: Keys) -> list[Span]:
    """The spans of two sequences of keys in order, the same and the changed in turn."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    ends = len(old) - last, len(new) - last
    middle = _middle(old, new, first, *ends)
    spans = _joined([Span(True, 0, first, 0, first), *middle, Span(True, ends[0], len(old), ends[1], len(new))])
    return _settled(_without_islands(spans, old, new), old, new)


def _common(old: Keys, new: Keys) -> int:
    """How many keys both begin with."""
    return next(compress(count(), map(ne, old, new)), min(len(old), len(new)))


def _middle(old: Keys, new: Keys, first: int, old_end: int, new_end: int) -> Iterator[Span]:
    if (old_end - first) * (new_end - first) <= FEW_PAIRS:
        yield from _by_word(old, new, Span(False, first, old_end, first, new_end))
    else:
        yield from _by_sentence(old, new, Span(False, first, old_end, first, new_end))


def _by_word(old: Keys, new: Keys, span: Span) -> Iterator[Span]:
    matcher = SequenceMatcher(None, old[span.i1 : span.i2], new[span.j1 : span.j2], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield Span(tag == "equal", i1 + span.i1, i2 + span.i1, j1 + span.j1, j2 + span.j1)


def _by_sentence(old: Keys, new: Keys, span: Span) -> Iterator[Span]:
    """Long passages: equal sentences first, then the words between them."""
    old_starts, new_starts = _sentences(old, span.i1, span.i2), _sentences(new, span.j1, span.j2)
    old_units = [tuple(old[a:b]) for a, b in pairwise(old_starts)]
    new_units = [tuple(new[a:b]) for a, b in pairwise(new_starts)]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old_units, new_units).get_opcodes():
        found = Span(tag == "equal", old_starts[i1], old_starts[i2], new_starts[j1], new_starts[j2])
        if tag == "replace" and (found.i2 - found.i1) * (found.j2 - found.j1) <= MOST_PAIRS:
            yield from _by_word(old, new, found)
        else:
            yield found


def _sentences(keys: Keys, start: int, end: int) -> list[int]:
    """Where sentences start, and the end."""
    inner = (at for at in range(start + 1, end) if keys[at] in BREAKS or keys[at - 1] in SENTENCE_ENDS)
    return [start, *inner, end]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans with neighbours of one sort made one, and empty ones left out."""
    joined: list[Span] = []
    for span in spans:
        if span.i1 == span.i2 and span.j1 == span.j2:
            continue
        if joined and joined[-1].same == span.same:
            joined[-1] = Span(span.same, joined[-1].i1, span.i2, joined[-1].j1, span.j2)
        else:
            joined.append(span)
    return joined


def _without_islands(spans: list[Span], old: Keys, new: Keys) -> list[Span]:
    """A few kept words between two larger changes become part of the change."""
    if not any(span.same for span in spans[1:-1]):
        return spans
    kept: list[Span] = []
    for span, after in zip_longest(spans, spans[1:]):
        if span.same and kept and after:
            smaller = min(_size(kept[-1], old, new), _size(after, old, new))
            span = span._replace(same=not _is_island(old[span.i1 : span.i2], smaller))
        kept[-1:] = _joined([*kept[-1:], span])
    return kept


def _is_island(kept: Keys, smaller: int) -> bool:
    """Whether kept words tell a reader less than they disturb; figures and ends of sentences always help."""
    words = _words(kept)
    if not words <= LONGEST_ISLAND or max(words, 1) >= smaller or len(kept) > 2 * LONGEST_ISLAND:
        return False
    return ENDS.isdisjoint(kept) and not any(not isinstance(key, str) or any(map(str.isdigit, key)) for key in kept)


def _size(span: Span, old: Keys, new: Keys) -> int:
    return max(_words(old[span.i1 : span.i2]), _words(new[span.j1 : span.j2]))


def _words(keys: Keys) -> int:
    return len(keys) - sum(map(SIGNS.__contains__, keys))


def _settled(spans: list[Span], old: Keys, new: Keys) -> list[Span]:
    """What was only added or only removed is moved to begin where a paragraph or a sentence does."""
    for at in range(1, len(spans) - 1):
        span = spans[at]
        if span.same or (span.i1 < span.i2 and span.j1 < span.j2):
            continue
        keys, start, end = (new, span.j1, span.j2) if span.i1 == span.i2 else (old, span.i1, span.i2)
        room = spans[at - 1].i2 - spans[at - 1].i1, spans[at + 1].i2 - spans[at + 1].i1
        step = _best_step(keys, start, end, room)
        spans[at] = Span(False, span.i1 + step, span.i2 + step, span.j1 + step, span.j2 + step)
        spans[at - 1] = spans[at - 1]._replace(i2=spans[at].i1, j2=spans[at].j1)
        spans[at + 1] = spans[at + 1]._replace(i1=spans[at].i2, j1=spans[at].j2)
    return _joined(spans)


def _best_step(keys: Keys, start: int, end: int, room: tuple[int, int]) -> int:
    """How far a passage may slide along equal words to begin best: at a break, else after the end of a sentence."""
    back = next((n for n in range(room[0]) if keys[start - 1 - n] != keys[end - 1 - n]), room[0])
    ahead = next((n for n in range(room[1]) if keys[start + n] != keys[end + n]), room[1])
    return max(range(-back, ahead + 1), key=lambda step: (_beginning(keys, start + step), -abs(step)))


def _beginning(keys: Keys, at: int) -> int:
    if at < len(keys) and keys[at] in BREAKS:
        return 2
    return int(at == 0 or keys[at - 1] in SENTENCE_ENDS)
