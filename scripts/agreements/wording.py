"""How a supplier writes figures, and the canonical form that every reader of figures gives them."""

from dataclasses import dataclass
from decimal import Decimal

from scripts.agreements.languages import LANGUAGES, Language
from scripts.agreements.numbers import leading_number, phrase

Figure = dict[str, object]


@dataclass(frozen=True)
class Wording:
    """How a supplier writes: its language, and the currency meant where none is printed."""

    language: Language
    currency: str

    @classmethod
    def of(cls, language: str, currency: str) -> "Wording":
        return cls(LANGUAGES[language], currency)


def bare_number(text: str, wording: Wording) -> Decimal | None:
    """The number, when the phrase is a number and nothing else."""
    found = leading_number(phrase(text), wording.language)
    return found[0] if found and not found[1] else None


def figure(kind: str, value: object, unit: str | None = None) -> Figure:
    """Canonical JSON of a figure."""
    return {"kind": kind, "value": value} | ({"unit": unit} if unit else {})
