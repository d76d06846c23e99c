"""Everything a person reads, in Norwegian bokmål, Swedish and English.

One JSON table per theme, each entry [nb, sv, en].

In: a key, a language and values. Out: a sentence. Read `spoken.py` for how dates, amounts and lengths are said.
"""

import json
import pkgutil
from functools import cache
from typing import Any

LANGUAGES = ("nb", "sv", "en")


@cache
def table(theme: str) -> dict[str, Any]:
    """Return the words of a theme: steps, fields, results, headlines, choices, errors, phrases, readings."""
    return json.loads(pkgutil.get_data("calculators", f"words/{theme}.json"))


def said(theme: str, key: str, language: str, **values: str) -> str:
    """Return the sentence of a key with its values in place."""
    return table(theme)[key][LANGUAGES.index(language)].format(**values)


def chosen(texts: Any, language: str) -> str:
    """Return an author's text in the language: a plain string serves all.

    A missing language falls to the first given.
    """
    if not isinstance(texts, dict):
        return str(texts or "")
    return texts.get(language) or next(iter(texts.values()), "")
