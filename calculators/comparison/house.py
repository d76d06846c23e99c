"""The words of words.json: what a page says around every comparison."""

import json
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from calculators.words import LANGUAGES


@cache
def _table() -> dict[str, list[Any]]:
    return json.loads(pkgutil.get_data("calculators", "comparison/words.json"))


def say(key: str, language: str, **values: str) -> str:
    """The sentence of a key with its values in place."""
    return _table()[key][LANGUAGES.index(language)].format(**values)


def count(key: str, number: int, language: str) -> str:
    """A sentence that counts, in its singular or plural."""
    one, many = _table()[key][LANGUAGES.index(language)]
    return (one if number == 1 else many).format(n=number)


@cache
def house_words(language: str) -> Mapping[str, str]:
    """Every word that is the same on each page."""
    own = {key: each[LANGUAGES.index(language)] for key, each in _table().items()}
    return {key: text for key, text in own.items() if isinstance(text, str)}
