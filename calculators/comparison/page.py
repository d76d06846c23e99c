"""A comparison as its page shows it, at build time and in the worker alike."""

import json
from collections.abc import Mapping
from typing import Any

from calculators.comparison.comparison import Comparison, compare
from calculators.comparison.house import house_words
from calculators.comparison.markup import Markup
from calculators.comparison.shape import shape
from calculators.comparison.wording import words
from calculators.words import LANGUAGES

Inputs = Mapping[str, Mapping[str, Any]]


def compared_text(request: str) -> str:
    """Return the page as JSON for a request {"old", "new", "inputs"}: two versions, and what to ask rules, if given."""
    asked = json.loads(request)
    return json.dumps(compared(asked["old"], asked["new"], asked.get("inputs")), ensure_ascii=False)


def compared(old: Mapping[str, Any], new: Mapping[str, Any], inputs: Inputs | None = None) -> dict[str, Any]:
    """Return what the page of two versions shows; `inputs` maps a rule's name to what it is asked."""
    return shown(compare(old, new, inputs))


def shown(comparison: Comparison) -> dict[str, Any]:
    """Return the page's shape, and what it says in each language; its text is marked in the agreement's own."""
    own = comparison.new.stated["supplier"]["language"]
    markup = Markup(comparison.old, comparison.new, house_words(own).__getitem__)
    return {
        "shape": shape(comparison, markup),
        "words": {language: words(comparison, language) for language in LANGUAGES},
    }
