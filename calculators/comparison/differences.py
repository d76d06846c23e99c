"""How far two values lie apart, where that can be said: days between dates, kroner between amounts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.contract.figures import Quantity
from calculators.outcome import Percent, Seconds, WallTime
from calculators.values.money import Money
from calculators.values.periods import Period


@dataclass(frozen=True, slots=True)
class Points:
    """So many percentage points."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Difference:
    """How far apart, which way, and whether it is a point in time that moved."""

    amount: Any  # never negative
    is_more: bool
    in_time: bool = False


def difference(old: Any, new: Any) -> Difference | None:
    """The difference of two values of one type; None where they are equal or cannot be measured against each other."""
    if type(old) is not type(new) or old == new:
        return None
    measure = _MEASURES.get(type(new))
    return measure(old, new) if measure else None


def percentage_difference(old: Fraction, new: Fraction) -> Difference:
    """The difference of two percentages, each a part of one, in percentage points."""
    points = abs(new - old) * 100
    return Difference(Points(Decimal(points.numerator) / Decimal(points.denominator)), new > old)


def _money(old: Money, new: Money) -> Difference | None:
    if old.currency != new.currency:
        return None
    return Difference(Money(abs(new.amount - old.amount), new.currency), new.amount > old.amount)


def _quantity(old: Quantity, new: Quantity) -> Difference | None:
    if old.unit != new.unit:
        return None
    return Difference(Quantity(abs(new.amount - old.amount), new.unit), new.amount > old.amount)


def _period(old: Period, new: Period) -> Difference | None:
    """Periods of one unit in that unit, of related units in the smaller one."""
    if old.unit == new.unit:
        return Difference(Period(abs(new.count - old.count), new.unit), new.count > old.count)
    for unit in ("months", "days", "seconds"):
        before, after = getattr(old, unit), getattr(new, unit)
        if before is not None and after is not None and before != after:
            apart = abs(after - before)
            return Difference(Seconds(apart) if unit == "seconds" else Period(apart, unit), after > before)
    return None


def _date(old: date, new: date) -> Difference:
    return Difference(Period(abs((new - old).days), "days"), new > old, in_time=True)


def _instant(old: WallTime, new: WallTime) -> Difference:
    return Difference(Seconds(abs(new.instant - old.instant)), new.instant > old.instant, in_time=True)


def _seconds(old: Seconds, new: Seconds) -> Difference:
    return Difference(Seconds(abs(new.count - old.count)), new.count > old.count)


def _percent(old: Percent, new: Percent) -> Difference:
    return Difference(Points(abs(new.value - old.value)), new.value > old.value)


def _number(old: Any, new: Any) -> Difference:
    return Difference(abs(new - old), new > old)


_MEASURES: dict[type, Callable[[Any, Any], Difference | None]] = {
    Money: _money,
    Quantity: _quantity,
    Period: _period,
    date: _date,
    WallTime: _instant,
    Seconds: _seconds,
    Percent: _percent,
    int: _number,
    Decimal: _number,
}
