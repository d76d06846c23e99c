"""Words as they are compared: stems, so that `innsigelser` and `innsigelse` are one word, names without capitals."""

import re

from scripts.checker.vocabulary import Vocabulary

WORD = re.compile(r"[^\W\d_]{4,}|\b[A-ZÆØÅÄÖ]{2,}\b")
STEM = 5


def content_words(text: str, vocabulary: Vocabulary) -> list[str]:
    """The words of four letters or more, and abbreviations, that say what a text is about; as stems, in order."""
    common = vocabulary.words("common")
    return [word[:STEM] for word in map(str.casefold, WORD.findall(text)) if word not in common]


def stem(word: str) -> str:
    return word.casefold()[:STEM]


def stands_in(stem: str, text: str, words: frozenset[str]) -> bool:
    """Whether a text has the word; a whole stem counts inside a compound too, as `begre` in `ansvarsbegrensning`."""
    return stem in words or (len(stem) == STEM and stem in text)


def plain_name(text: str) -> str:
    """A heading or title as others may write it: one line, no capitals, no closing sign."""
    return " ".join(text.casefold().split()).strip(".:")
