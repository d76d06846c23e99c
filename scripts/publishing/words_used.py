"""The words that a page carries for the language switch: those it prints, and those its script will say."""

import re
from collections.abc import Mapping, Sequence

from scripts.publishing.environment import macros

WORD = re.compile(r'data-word(?:-label)?="([^"]+)"')


def words_used(body: str, said: Mapping[str, Mapping[str, str]], language: str, extra: Sequence[str] = ()) -> str:
    """The block of words after a body; `said` has every word by language, `extra` the beginnings of keys to add."""
    keys = set(WORD.findall(body))
    if beginnings := tuple(extra):
        keys |= {key for key in said[language] if key.startswith(beginnings)}
    ordered = sorted(keys)
    picked = {each: {key: words[key] for key in ordered} for each, words in said.items()}
    block = macros("say").other_languages
    return str(block(picked.pop(language), picked))
