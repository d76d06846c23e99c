"""What became of one text: the runs of tokens that lead from the old one to the new."""

from collections.abc import Callable, Hashable, Iterator
from itertools import groupby
from operator import attrgetter

from calculators.comparison.matching import Span, matched
from calculators.comparison.runs import (
    ADDED,
    REFORMATTED,
    REMOVED,
    RETARGETED,
    SAME,
    TABLE,
    Redline,
    Run,
)
from calculators.comparison.tables import changed_table
from calculators.comparison.tokens import Break, Table, Token, Word, text_of

KEY, TARGET = attrgetter("key"), attrgetter("target")
Tokens = tuple[Token, ...]
SameTarget = Callable[[str | None, str | None], bool]


def redline(old: Tokens, new: Tokens, same_target: SameTarget) -> Redline:
    """The runs in order; `same_target` says whether a target in the old version and one in the new are one clause."""
    names = _table_names(old)
    common = names & _table_names(new) if names else names
    spans = matched(_keys(old, common), _keys(new, common))
    return tuple(run for span in spans for run in _runs(old, new, span, same_target))


def unchanged(tokens: Tokens) -> Redline:
    """The redline of a text that stands as it was."""
    return (Run(SAME, tokens, tokens),) if tokens else ()


def _table_names(tokens: Tokens) -> set[str | None]:
    return {token.name for token in tokens if isinstance(token, Table)} - {None}


def _keys(tokens: Tokens, common: set[str | None]) -> list[Hashable]:
    """What tokens are recognised by: their own keys, but a table by its name where both texts have one of that name."""
    if not common:
        return list(map(KEY, tokens))
    return [
        ("table", token.name) if isinstance(token, Table) and token.name in common else token.key for token in tokens
    ]


def _runs(old: Tokens, new: Tokens, span: Span, same_target: SameTarget) -> Iterator[Run]:
    gone, come = old[span.i1 : span.i2], new[span.j1 : span.j2]
    if span.same:
        yield from _standing(gone, come, same_target)
    elif _reads_alike(gone, come):
        yield Run(SAME if _formats(gone) == _formats(come) else REFORMATTED, gone, come)
    else:
        yield from (Run(REMOVED, gone, ()),) if gone else ()
        yield from (Run(ADDED, (), come),) if come else ()


def _standing(old: Tokens, new: Tokens, same_target: SameTarget) -> Iterator[Run]:
    """Tokens that read alike, in runs of the same look."""
    if old == new and not any(map(TARGET, new)):
        yield Run(SAME, old, new)
        return

    def compare(cell: Tokens, other: Tokens) -> Redline:
        return redline(cell, other, same_target)

    pairs = [(_fate(one, other, same_target), one, other) for one, other in zip(old, new, strict=True)]
    for op, group in groupby(pairs, key=lambda pair: pair[0]):
        ones, others = zip(*((one, other) for _, one, other in group), strict=True)
        if op != TABLE:
            yield Run(op, ones, others)
            continue
        for one, other in zip(ones, others, strict=True):
            change = changed_table(one, other, compare)
            stands = all(row.op == SAME for row in change.rows)
            yield Run(SAME, (one,), (other,)) if stands else Run(TABLE, (one,), (other,), change)


def _fate(old: Token, new: Token, same_target: SameTarget) -> str:
    if isinstance(old, Table):
        return TABLE
    if isinstance(old, Break):
        return SAME if _block(old) == _block(new) else REFORMATTED
    if (old.target or new.target) and not same_target(old.target, new.target):
        linked = [word for word in (old, new) if word.target or word.dangles is not None]
        return RETARGETED if len(linked) == 2 else REFORMATTED
    return SAME if old.formats == new.formats else REFORMATTED


def _block(start: Break) -> tuple[str, int, bool]:
    return start.kind, start.depth, start.marker[:1].isdigit()


def _reads_alike(old: Tokens, new: Tokens) -> bool:
    """Whether the same words are only cut otherwise, as where a figure is marked now and was not before."""
    return text_of(old) == text_of(new) and all(isinstance(token, Word) for token in old + new)


def _formats(tokens: Tokens) -> set[frozenset[str]]:
    return {token.formats for token in tokens}
