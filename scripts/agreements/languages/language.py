"""What a language has to say before its figures can be read. All words are lower case; dashes are plain hyphens."""

from collections.abc import Mapping
from dataclasses import dataclass

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Language:
    """The vocabulary of figures in one language; every mapping leads from a printed word to its canonical form."""

    decimal: str  # the sign before decimals: "," or "."
    grouping: str  # the sign between thousands, besides a space
    numbers: Mapping[str, int]
    shares: Mapping[str, str]  # "halvparten" -> "1/2"
    periods: Mapping[str, tuple[str, str]]  # whole phrases: "straks" -> ("0", "seconds")
    units: Mapping[str, str]  # "måneder" -> "months"
    counts: Mapping[str, str]  # "brukere" -> "users"
    percent: frozenset[str]
    currency: Mapping[str, str]  # "euro" -> "EUR"; "" stands for the supplier's own currency
    times: frozenset[str]  # "ganger": a factor
    factors: Mapping[str, str]  # "dobbelt" -> "2"
    frequencies: Mapping[str, str]  # "daglig", "per dag" -> "per-day"
    occasions: frozenset[str]  # "gang", "ganger": how often
    months: Mapping[str, int]  # "januar" -> 1
    days: Mapping[str, tuple[str, str]]  # "hverdager" -> ("mon", "fri")
    all_day: frozenset[str]  # "hele døgnet"
    clock_words: frozenset[str]  # words around clock times that carry no meaning of their own: "kl", "fra"
    between: frozenset[str]  # "mellom": the word for both then stands for a hyphen
    until: frozenset[str]  # "til": stands for a hyphen
    both: frozenset[str]  # "og"
    comparisons: Mapping[str, str]  # "minst" -> ">="
    suffixes: Mapping[str, str]  # "eller mer" -> ">="
    example: str  # a period as an author would write it, for messages


def compound_numbers(units: Mapping[str, int], tens: Mapping[str, int], joiner: str) -> dict[str, int]:
    """Twenty-one to ninety-nine, put together from the words for tens and for one to nine."""
    return {
        f"{ten}{joiner}{unit}": ten_value + unit_value
        for ten, ten_value in tens.items()
        for unit, unit_value in units.items()
        if unit_value < 10
    }


def weekdays(names: Mapping[str, str], groups: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Day words as first and last day; `names` maps a canonical day to its printed forms, separated by spaces."""
    single = {word: (day, day) for day, words in names.items() for word in words.split()}
    return {**single, **groups}


def month_names(names: str) -> dict[str, int]:
    """January to December from twelve words in order."""
    return {name: number for number, name in enumerate(names.split(), start=1)}


def by_meaning(**words: str) -> dict[str, str]:
    """Printed word to canonical name from `canonical_name="word, word, word"`; underscores become hyphens."""
    return {word.strip(): name.replace("_", "-") for name, listed in words.items() for word in listed.split(",")}


def comparison_words(at_least: str, more_than: str, at_most: str, less_than: str) -> dict[str, str]:
    """Comparison phrases to their signs, each argument a comma-separated list."""
    signs = {">=": at_least, ">": more_than, "<=": at_most, "<": less_than}
    return {phrase.strip(): sign for sign, phrases in signs.items() for phrase in phrases.split(",") if phrase.strip()}
