"""What the browser knows of the texts before it has read any: their words, and the values each index has."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from scripts.search.compounds import JOINTS
from scripts.search.records import Record
from scripts.search.stubs import FILTERS
from scripts.search.words import STOPWORDS, words_of_record


def known_words(records: Sequence[Record]) -> list[str]:
    """Every word and number, the most common first."""
    counts = Counter(chain.from_iterable(map(words_of_record, records)))
    return sorted(counts, key=lambda word: (-counts[word], word))


def vocabulary_json(words: Sequence[str], indexes: Mapping[str, Sequence[Record]]) -> str:
    """All of it as one file."""
    known = {
        "words": " ".join(words),
        "stopwords": sorted(STOPWORDS),
        "joints": JOINTS,
        "indexes": {name: _values(records) for name, records in indexes.items()},
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def _values(records: Sequence[Record]) -> dict[str, list[str]]:
    values = {name: {getattr(record, name) for record in records} - {""} for name in FILTERS}
    return {name: sorted(each, key=str.casefold) for name, each in values.items()}
