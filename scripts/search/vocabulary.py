"""What the browser knows of the texts before it has read any: their words, clause numbers, suppliers and languages."""

import json
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from scripts.search.compounds import JOINTS
from scripts.search.records import Record
from scripts.search.words import STOPWORDS, words_of_record


def known_words(records: Sequence[Record]) -> list[str]:
    """Every word with a letter in it, the most common first."""
    counts = Counter(chain.from_iterable(map(words_of_record, records)))
    words = (word for word in counts if len(word) > 1 and not word.isdigit())
    return sorted(words, key=lambda word: (-counts[word], word))


def vocabulary_json(records: Sequence[Record], indexes: Sequence[str]) -> str:
    """All of it as one file; `indexes` are the names of those that were made."""
    known = {
        "words": " ".join(known_words(records)),
        "numbers": sorted({record.number for record in records if record.number}),
        "stopwords": sorted(STOPWORDS),
        "joints": JOINTS,
        "suppliers": sorted({record.supplier for record in records}, key=str.casefold),
        "languages": sorted({record.language for record in records}),
        "indexes": indexes,
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))
