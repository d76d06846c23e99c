"""One reader per kind of figure: a printed phrase in, its canonical JSON out, None when it says something else.

`read_phrase` tries them in turn. Numbers are strings, never floats; a phrase is read whole or not at all.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from scripts.agreements.clock import clock
from scripts.agreements.dates import day, day_as_digits, day_of_year, named_day_of_year, year
from scripts.agreements.languages import Language
from scripts.agreements.numbers import leading_number, phrase, plain
from scripts.agreements.timetables import timetable
from scripts.agreements.units import CURRENCIES, QUANTITIES, SMALLER_UNIT
from scripts.agreements.wording import Figure, Wording, bare_number, figure

PRINTED_QUANTITIES = {unit.lower(): unit for unit in QUANTITIES}


def read_phrase(text: str, wording: Wording, kind: str | None = None) -> Figure | None:
    """The figure a phrase states, of the given kind or of the first kind that fits."""
    words = phrase(text)
    readers = UNASKED if kind is None else (READERS[kind],)
    return next((found for reader in readers if words and (found := reader(words, wording))), None)


def period(words: str, wording: Wording) -> Figure | None:
    """`36 måneder`, `3mnd`, `straks`."""
    if words in wording.language.periods:
        return figure("period", *wording.language.periods[words])
    found = leading_number(words, wording.language)
    unit = found and _period_unit(found[1].removeprefix("-").strip(), wording.language)
    whole = _in_whole_units(found[0], unit) if unit else None
    return figure("period", plain(whole[0]), whole[1]) if whole else None


def money(words: str, wording: Wording) -> Figure | None:
    """`kr 2000,-`, `1450,-`, `2 000 kr`, `NOK 500`, `12,,-`."""
    before, words = _take_currency(words, wording)
    found = leading_number(re.sub(r",,-$", ",-", words), wording.language)
    if not found:
        return None
    rest = re.sub(r"^[,.:]-", "", found[1])
    after = _currency(rest.strip(), wording) if rest.strip() else None
    if rest.strip() and not after or not (before or after or rest != found[1]):
        return None
    return figure("money", plain(found[0]), before or after or wording.currency)


def percentage(words: str, wording: Wording) -> Figure | None:
    """`99,5 %`, `50%`, `ti prosent`."""
    found = leading_number(words, wording.language)
    if not found or found[1] not in wording.language.percent or re.match(r"\d+[.,]\d{3}\b", words) and found[0] > 100:
        return None
    return figure("percentage", plain(found[0]), "%")


def share(words: str, wording: Wording) -> Figure | None:
    """`halvparten`, `1/2`."""
    if words in wording.language.shares:
        return figure("share", wording.language.shares[words])
    match = re.fullmatch(r"(\d{1,6})/([1-9]\d{0,5})", words)
    return figure("share", str(Fraction(int(match[1]), int(match[2])))) if match else None


def factor(words: str, wording: Wording) -> Figure | None:
    """`1,5x`, `gånger 2`, `det dobbelte`."""
    if words in wording.language.factors:
        return figure("factor", wording.language.factors[words])
    first, _, rest = words.partition(" ")
    if first in wording.language.times:
        words = f"{rest} x"
    found = leading_number(words, wording.language)
    return figure("factor", plain(found[0])) if found and found[1] in wording.language.times else None


def any_factor(words: str, wording: Wording) -> Figure | None:
    """A factor, or a number by itself; only when asked for."""
    number = bare_number(words, wording)
    return factor(words, wording) if number is None else figure("factor", plain(number))


def quantity(words: str, wording: Wording) -> Figure | None:
    """`5 GB`, `128 kb/s`."""
    found = leading_number(words, wording.language)
    unit = found and PRINTED_QUANTITIES.get(found[1])
    return figure("quantity", plain(found[0]), unit) if unit else None


def count(words: str, wording: Wording) -> Figure | None:
    """`fem brukere`."""
    found = leading_number(words, wording.language)
    unit = found and wording.language.counts.get(found[1])
    return figure("count", plain(found[0]), unit) if unit and found[0] == int(found[0]) else None


def frequency(words: str, wording: Wording) -> Figure | None:
    """`daglig`, `to ganger i året`."""
    language = wording.language
    found = leading_number(words, language)
    occasion, _, interval = found[1].partition(" ") if found else ("", "", "")
    number, interval = (found[0], interval) if occasion in language.occasions else (Decimal(1), words)
    unit = language.frequencies.get(interval.replace("pr. ", "per ").replace("pr ", "per "))
    return figure("frequency", plain(number), unit.replace("-", " ")) if unit else None


def any_clock(words: str, wording: Wording) -> Figure | None:
    """A clock time or span in any spelling, `8` and `1000` too; only when asked for."""
    value = clock(words, wording.language, sure=True)
    return figure("clock", value) if value else None


def plain_clock(words: str, wording: Wording) -> Figure | None:
    """A clock time or span that looks like nothing else: `kl. 01.00-06.00`, `0830`."""
    value = clock(words, wording.language, sure=False)
    return figure("clock", value) if value else None


def timetable_figure(words: str, wording: Wording) -> Figure | None:
    """`hverdager 08-16`."""
    value = timetable(words, wording.language)
    return figure("timetable", value) if value else None


def _period_unit(word: str, language: Language) -> str | None:
    """The canonical unit; a genitive `s` (`tre månaders`) and a closing full stop do not matter."""
    return next(
        (language.units[w] for w in (word, word.removesuffix("."), word.removesuffix("s")) if w in language.units), None
    )


def _in_whole_units(number: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """A part of a year in months, of an hour in minutes; None where no smaller unit fits."""
    while number != int(number):
        if unit not in SMALLER_UNIT:
            return None
        unit, factor = SMALLER_UNIT[unit]
        number *= factor
    return number, unit


def _take_currency(words: str, wording: Wording) -> tuple[str | None, str]:
    match = re.match(r"([^\d\s]+) ?(?=\d)", words)
    currency = match and _currency(match[1], wording)
    return (currency, words[match.end() :]) if currency else (None, words)


def _currency(word: str, wording: Wording) -> str | None:
    if word in wording.language.currency:
        return wording.language.currency[word] or wording.currency
    return word.upper() if word.upper() in CURRENCIES else None


READERS: dict[str, Callable[[str, Wording], Figure | None]] = {
    "period": period,
    "money": money,
    "percentage": percentage,
    "share": share,
    "factor": any_factor,
    "count": count,
    "quantity": quantity,
    "frequency": frequency,
    "clock": any_clock,
    "timetable": timetable_figure,
    "year": year,
    "date": day_as_digits,
    "day-of-year": day_of_year,
}
UNASKED = (
    period,
    money,
    percentage,
    share,
    factor,
    count,
    quantity,
    frequency,
    timetable_figure,
    plain_clock,
    day,
    named_day_of_year,
)
