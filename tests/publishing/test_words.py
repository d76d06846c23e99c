"""The interface's words: whatever one language says, the others say too."""

import re
from collections.abc import Iterator

import pytest

from scripts.publishing.words import LANGUAGES, ROOT, localised, translations, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_has_the_same_keys_and_blanks_in_every_language(language: str):
    """A page in one language never lacks a word that another has."""
    assert dict(_shape(words(language))) == dict(_shape(words("nb")))


def test_keeps_every_key_a_word():
    """YAML reads a bare `on` or `yes` as a truth value: no key may be one."""
    assert all(isinstance(part, str) for language in LANGUAGES for key, _ in _shape(words(language)) for part in key)


def test_finds_a_page_in_each_language():
    """The three parts of the site are laid out alike."""
    assert localised("/calculators/", "nb") == "/calculators/"
    assert localised("calculators/", "en") == "/en/calculators/"
    everywhere = {"nb": "guide/marks/", "sv": "sv/guide/marks/", "en": "en/guide/marks/"}
    for path in everywhere.values():
        assert translations(path) == everywhere
    assert translations("") == ROOT


def _shape(entry: object, key: tuple = ()) -> Iterator[tuple[tuple, list[str]]]:
    """Every key down to its sentence, with the blanks to fill in it."""
    parts = entry.items() if isinstance(entry, dict) else enumerate(entry) if isinstance(entry, list) else ()
    for name, inner in parts:
        yield from _shape(inner, (*key, str(name) if isinstance(entry, list) else name))
    if isinstance(entry, str):
        yield key, sorted(re.findall(r"\{\w+\}", entry))
