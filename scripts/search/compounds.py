"""The words that longer words end with: «responstid» is to be found by «tid», which stands nowhere in the clause."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from scripts.search.records import Record
from scripts.search.words import STOPWORDS, words_of_record

JOINTS = ("", "s", "e", "er", "ings")  # between the parts of a compound
SHORTEST_PART = 3
SHORTEST_COMPOUND = 7


def endings_of(records: Sequence[Record], known: Iterable[str]) -> Iterator[list[str]]:
    """For each record the known words that its compounds end with, and that it does not have itself."""
    telling = frozenset(known) - STOPWORDS
    endings = {word: tuple(_endings(word, telling)) for word in telling}
    for record in records:
        own = words_of_record(record)
        yield sorted(set(chain.from_iterable(endings.get(word, ()) for word in own)) - own)


def _endings(word: str, known: frozenset[str]) -> Iterator[str]:
    if len(word) < SHORTEST_COMPOUND:
        return
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[cut:] in known and _is_first_part(word[:cut], known):
            yield word[cut:]


def _is_first_part(part: str, known: frozenset[str]) -> bool:
    return any(part.removesuffix(joint) in known for joint in JOINTS if part.endswith(joint))
