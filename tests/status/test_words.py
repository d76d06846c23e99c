"""The words of the status pages: whatever one language says, the others say too."""

import re
from collections.abc import Iterator

import pytest

from scripts.status.fields import LANGUAGES
from scripts.status.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_has_the_same_keys_and_blanks_in_every_language(language: str):
    assert dict(shape(words(language))) == dict(shape(words("nb")))


def shape(entry: object, key: tuple = ()) -> Iterator[tuple[tuple, list[str]]]:
    """Every key down to its sentence, with the blanks to fill in it."""
    for name, inner in entry.items() if isinstance(entry, dict) else ():
        yield from shape(inner, (*key, name))
    if not isinstance(entry, dict):
        yield key, sorted(re.findall(r"\{\w+\}", str(entry)))
