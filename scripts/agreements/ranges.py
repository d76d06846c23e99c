"""Ranges of numbers in words, the first column of tiers: `minst 99,5 %`, `2-10 ärenden`, `> 10`, `under 95 %`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from scripts.agreements.languages import Language
from scripts.agreements.numbers import leading_number, phrase, plain
from scripts.agreements.problems import Unreadable, excerpt

SIGNS = {">=": ">=", "≥": ">=", "=>": ">=", ">": ">", "<=": "<=", "≤": "<=", "=<": "<=", "<": "<"}
CONNECTORS = ("men", "och", "og", "and", "but", ",")


@dataclass(frozen=True)
class Range:
    """Numbers from one end to the other; None is an open end."""

    lower: Decimal | None = None
    lower_included: bool = False
    upper: Decimal | None = None
    upper_included: bool = False

    def as_json(self) -> dict[str, object]:
        return {
            "from": None if self.lower is None else plain(self.lower),
            "from_included": self.lower_included,
            "to": None if self.upper is None else plain(self.upper),
            "to_included": self.upper_included,
        }


def read_range(text: str, language: Language, units: frozenset[str]) -> Range:
    """The range a phrase states; every number in the given unit or bare. Raises `Unreadable`."""
    rest, bounds = phrase(text), []
    while rest and len(bounds) < 2:
        sign, rest = _comparison(rest, language)
        found = leading_number(rest, language)
        if found is None:
            break
        number, rest = found[0], _without_unit(found[1], units)
        suffix, rest = _suffix(rest, language)
        upper, rest = _upper_end(rest, language, units) if not (sign or suffix) else (None, rest)
        bounds += [(">=", number), ("<=", upper)] if upper is not None else [(sign or suffix or "=", number)]
        rest = _without_connector(rest)
    combined = _combined(bounds) if not rest else None
    if combined is None:
        raise Unreadable(
            f"«{excerpt(text)}» is no range",
            f"a range in plain words or signs, as {_examples(language)}",
            "Say for each end whether it is included.",
        )
    return combined


def read_domain(text: str, language: Language) -> tuple[Range, str]:
    """The range and the unit's word of `domain="0..100 %"` or `"0.. ärenden"`; raises `Unreadable`."""
    match = re.fullmatch(r"(\d[\d., ]*?)\.\.(\d[\d., ]*?)? ?([^\d\s.][^\d]*)?", phrase(text))
    lower = leading_number(match[1], language) if match else None
    upper = leading_number(match[2], language) if match and match[2] else None
    if not lower or lower[1] or (match[2] and (not upper or upper[1])):
        raise Unreadable(
            f'domain="{excerpt(text)}" is no domain', 'lowest..highest and the unit, as "0..100 %" or "0.. users"'
        )
    end = upper[0] if upper else None
    return Range(lower[0], True, end, end is not None), (match[3] or "").strip()


def _comparison(rest: str, language: Language) -> tuple[str | None, str]:
    sign, after = _leading(rest, language.comparisons)
    if sign:
        return sign, after
    match = re.match(r"(>=|=>|<=|=<|≥|≤|>|<) ?", rest)
    return (SIGNS[match[1]], rest[match.end() :]) if match else (None, rest)


def _leading(rest: str, known: dict[str, str]) -> tuple[str | None, str]:
    """The meaning of the longest known phrase the text starts with, and the rest."""
    fitting = [words for words in known if rest == words or rest.startswith(f"{words} ")]
    if not fitting:
        return None, rest
    longest = max(fitting, key=len)
    return known[longest], rest[len(longest) :].strip()


def _suffix(rest: str, language: Language) -> tuple[str | None, str]:
    """`eller mer` after a number; `og under` before another number is the next comparison."""
    sign, after = _leading(rest, language.suffixes)
    return (None, rest) if sign and leading_number(after, language) else (sign, after)


def _without_unit(rest: str, units: frozenset[str]) -> str:
    fitting = [unit for unit in units if rest == unit or re.match(rf"{re.escape(unit)}[\s,-]", rest)]
    return rest[len(max(fitting, key=len)) :].strip() if fitting else rest


def _upper_end(rest: str, language: Language, units: frozenset[str]) -> tuple[Decimal | None, str]:
    """The second number of `2-10`."""
    match = re.match(r"- ?", rest)
    found = leading_number(rest[match.end() :], language) if match else None
    return (found[0], _without_unit(found[1], units)) if found else (None, rest)


def _without_connector(rest: str) -> str:
    first, _, after = rest.partition(" ")
    return _without_connector(after) if first in CONNECTORS else rest


def _combined(bounds: list[tuple[str, Decimal]]) -> Range | None:
    if len(bounds) == 1 and bounds[0][0] == "=":
        return Range(bounds[0][1], True, bounds[0][1], True)
    lower = [(number, sign == ">=") for sign, number in bounds if sign in (">=", ">")]
    upper = [(number, sign == "<=") for sign, number in bounds if sign in ("<=", "<")]
    if not bounds or len(lower) > 1 or len(upper) > 1 or len(lower) + len(upper) != len(bounds):
        return None
    found = Range(*(lower[0] if lower else (None, False)), *(upper[0] if upper else (None, False)))
    return None if lower and upper and found.lower > found.upper else found


def _examples(language: Language) -> str:
    at_least, less = (next(w for w, sign in language.comparisons.items() if sign == wanted) for wanted in (">=", "<"))
    return f"«{at_least} 98 %», «{less} 95 %», «2-10» or «> 10»"
