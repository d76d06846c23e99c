"""Numbers as contracts print them: `2 000`, `3.000`, `99,5`, `7 - sju -`, `3-tre`, `1 (én)`, `tolv`."""

import re
import unicodedata
from decimal import Decimal
from functools import cache

from scripts.agreements.languages import Language

LONGEST_PHRASE = 200  # no figure is longer; a longer text is prose
REPEATED = re.compile(r"[-(] ?([^\W\d_]+) ?[-)]? ?")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


def phrase(text: str) -> str:
    """The text in one spelling: composed, lower case, single spaces, plain hyphens, without emphasis signs."""
    if len(text) > LONGEST_PHRASE:
        return ""
    composed = unicodedata.normalize("NFC", text).translate(DASHES)
    return " ".join(re.sub(r"[*_\u00ad\u2060]", "", composed).lower().split())


def leading_number(words: str, language: Language) -> tuple[Decimal, str] | None:
    """The number a phrase starts with, and the rest of the phrase; None when it starts with none."""
    return _digits(words, language) or _number_word(words, language)


def plain(number: Decimal) -> str:
    """The number as a canonical string, without exponent or trailing zeros: `99.5`, `2000`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(words: str, language: Language) -> tuple[Decimal, str] | None:
    match = _digit_pattern(language.decimal, language.grouping).match(words)
    if not match or re.match(r"0\d", match["whole"]):
        return None
    whole = re.sub(r"[ .,]", "", match["whole"])
    value = Decimal(f"{whole}.{match['part'] or match['odd_part'] or '0'}")
    return _without_repetition(value, words[match.end() :].strip(), language)


@cache
def _digit_pattern(decimal: str, grouping: str) -> re.Pattern[str]:
    d, g = re.escape(decimal), re.escape(grouping)
    whole = rf"(?P<whole>\d{{1,3}}(?:[ {g}]\d{{3}})+(?!\d)|\d{{1,15}})"
    part = rf"(?:{d}(?P<part>\d{{1,9}})|{g}(?P<odd_part>\d{{1,2}})(?![\d{d}{g}]))?"
    return re.compile(whole + part + r"(?!\d)(?:\.(?= ))?")


def repetition_differs(words: str, language: Language) -> bool:
    """Whether a number in digits is followed by another one in words, as in `7 - seks - dager`."""
    match = re.match(r"(\d+) ?" + REPEATED.pattern, words)
    return bool(match) and match[2] in language.numbers and language.numbers[match[2]] != int(match[1])


def _without_repetition(value: Decimal, rest: str, language: Language) -> tuple[Decimal, str] | None:
    """Drops the number said again in words, as in `7 - sju - arbeidsdager`; None when the two differ."""
    match = REPEATED.match(rest)
    if not match or match[1] not in language.numbers:
        return value, rest
    if language.numbers[match[1]] != value:
        return None
    return value, rest[match.end() :]


def _number_word(words: str, language: Language) -> tuple[Decimal, str] | None:
    first, _, rest = words.partition(" ")
    if first not in language.numbers:
        return None
    return Decimal(language.numbers[first]), rest
