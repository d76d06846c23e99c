"""How a value is said in a language: dates, instants, amounts, lengths, shares and choices in the reader's format."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.contract.figures import Figure, Quantity
from calculators.outcome import Choice, Percent, Seconds, UncoveredRange, WallTime
from calculators.values.money import Money, cut
from calculators.values.periods import Period
from calculators.values.timetables import Timetable, Window
from calculators.words import said, table
from calculators.words.timetables import spoken_timetable, spoken_window

KRONER = {"nb": "NOK", "sv": "SEK"}
NARROW_SPACE = "\u00a0"


def spoken(value: Any, language: str) -> str:
    """Return a typed value in words of the language."""
    for kind, say in _SAYERS.items():
        if isinstance(value, kind):
            return say(value, language)
    return "" if value is None else str(value)


def spoken_figure(figure: Figure | None, language: str) -> str:
    """Return a figure's value in the reader's language, or as printed where it is a table."""
    if figure is None:
        return ""
    if figure.kind in ("period", "cell", "percentage", "money", "count", "quantity", "share", "factor"):
        return spoken(figure.value, language) if figure.kind != "percentage" else _share(figure.value, language)
    if figure.kind == "words":
        return said("phrases", "and", language).join(figure.value)
    if figure.kind in ("timetable", "clock"):
        return spoken(figure.value, language)
    return figure.text


def _day(value: date, language: str) -> str:
    calendar = table("calendar")
    month = calendar["months"][language][value.month - 1]
    return calendar["day"][language].format(day=value.day, month=month, year=value.year)


def _instant(value: WallTime, language: str) -> str:
    calendar, local = table("calendar"), value.zone.aware(value.instant)
    clock = local.strftime("%H:%M:%S" if local.second else "%H:%M")
    weekday = calendar["weekdays"][language][local.weekday()]
    return calendar["instant"][language].format(weekday=weekday, date=_day(local.date(), language), clock=clock)


def _money(value: Money, language: str) -> str:
    number = _number(value.rounded().amount, language)
    if language == "en":
        return f"{value.currency}{NARROW_SPACE}{number}"
    unit = "kr" if KRONER[language] == value.currency else value.currency
    return f"{number}{NARROW_SPACE}{unit}"


def _number(value: Decimal, language: str) -> str:
    text = f"{value:,f}"
    return text if language == "en" else text.replace(",", NARROW_SPACE).replace(".", ",")


def _without_trailing_zeros(value: Decimal) -> Decimal:
    """Return 1.5 for 1.5000 and 20 for 20: what four decimals of an hour or a month add to a reader."""
    return value.normalize() + 0 if value.as_tuple().exponent < 0 else value


def _whole(value: int, language: str) -> str:
    return _number(Decimal(value), language) if abs(value) >= 10000 else str(value)


def _percent(value: Percent, language: str) -> str:
    number = _number(value.value, language)
    return f"{number}%" if language == "en" else f"{number}{NARROW_SPACE}%"


def _share(value: Fraction, language: str) -> str:
    return _percent(Percent(cut(value * 100, 4).normalize() + 0), language)


def _fraction(value: Fraction, language: str) -> str:
    if value == Fraction(1, 2):
        return said("choices", "half", language)
    if value.denominator == 1 or value > 1:
        return _number(Decimal(value.numerator) / value.denominator, language)
    return f"{value.numerator}/{value.denominator}"


def _period(value: Period, language: str) -> str:
    if value.count == 0 and value.unit == "seconds":
        return said("choices", "immediately", language)
    singular, plural = table("units")[value.unit][language]
    return f"{value.count} {singular if value.count == 1 else plural}"


def _quantity(value: Quantity, language: str) -> str:
    names = table("units").get(value.unit, {}).get(language)
    unit = value.unit if names is None else names[0] if value.amount == 1 else names[1]
    return f"{_number(value.amount, language)} {unit}"


def _seconds(value: Seconds, language: str) -> str:
    hours, rest = divmod(value.count, 3600)
    minutes, seconds = divmod(rest, 60)
    short = {"nb": ("t", "min", "s"), "sv": ("tim", "min", "s"), "en": ("h", "min", "s")}[language]
    parts = [f"{_whole(n, language)} {unit}" for n, unit in zip((hours, minutes, seconds), short, strict=True) if n]
    return " ".join(parts) or f"0 {short[1]}"


def _choice(value: Choice, language: str) -> str:
    return said("choices", value.key, language) if value.key in table("choices") else value.key


def _uncovered(value: UncoveredRange, language: str) -> str:
    hole = value.hole
    lower = said(
        "phrases",
        "tier.from" if hole.lower_included else "tier.above",
        language,
        limit=_limit(value, hole.lower, language),
    )
    upper = said(
        "phrases",
        "tier.to" if hole.upper_included else "tier.below",
        language,
        limit=_limit(value, hole.upper, language),
    )
    return f"{lower} {upper}"


def _limit(value: UncoveredRange, limit: Fraction, language: str) -> str:
    number = Decimal(limit.numerator) / limit.denominator
    return _percent(Percent(number), language) if value.table.unit == "%" else _number(number, language)


def _member(name: str, value: Any, language: str) -> str:
    return f"{said('results', name, language)} {spoken(value, language)}"


_SAYERS: dict[Any, Callable[[Any, str], str]] = {
    Money: _money,
    WallTime: _instant,
    Percent: _percent,
    Seconds: _seconds,
    Period: _period,
    Quantity: _quantity,
    Choice: _choice,
    Timetable: spoken_timetable,
    Window: lambda v, language: spoken_window(v),
    UncoveredRange: _uncovered,
    bool: lambda v, language: said("choices", "true" if v else "false", language),
    int: _whole,
    Decimal: lambda v, language: _number(_without_trailing_zeros(v), language),
    Fraction: _fraction,
    date: _day,
    str: lambda v, language: said("choices", v, language) if v in table("choices") else v,
    (list, tuple): lambda v, language: "; ".join(spoken(each, language) for each in v),
    Mapping: lambda v, language: ", ".join(_member(name, each, language) for name, each in v.items()),
}
