"""How one answer of a customer is read: strict forms, and a reason for every refusal."""

import calendar
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, options_of
from calculators.values.money import Money
from calculators.values.zones import MissingWallTime

YEARS = (1900, 2200)
MOST_DIGITS, MOST_DECIMALS = 15, 12
LARGEST = Decimal(10) ** MOST_DIGITS
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
LAST_HOUR = "23"  # Pythons from 3.14 on read 24:00 too
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?", re.ASCII)
NUMBER = re.compile(r"([+-]?)(\d+)(?:\.(\d+))?", re.ASCII)


class Refused(ValueError):
    """A value that cannot be taken, with the key of the reason and what its words need."""

    def __init__(self, key: str, **values: Any):
        super().__init__(key)
        self.key, self.values = key, values


def read_value(rule: BoundRule, declared: Field, raw: Any) -> Any:
    """Return the typed value of one field; Refused with the reason where it cannot be taken."""
    return _READERS[declared.type](rule, declared, raw)


def read_date(raw: Any) -> date:
    """Return the day written as YYYY-MM-DD; a day that does not exist is refused as such."""
    match = DATE.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        raise Refused("not-a-date", found=raw)
    year, month, day = (int(part) for part in match.groups())
    _check_month(year, month, raw)
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise Refused("no-such-day", found=raw, year=year, month=month, days=calendar.monthrange(year, month)[1])
    return date(year, month, day)


def _date(rule: BoundRule, declared: Field, raw: Any) -> date:
    return read_date(raw)


def _month(rule: BoundRule, declared: Field, raw: Any) -> date:
    match = MONTH.fullmatch(raw) if isinstance(raw, str) else None
    if match is None:
        raise Refused("not-a-month", found=raw)
    year, month = int(match[1]), int(match[2])
    _check_month(year, month, raw)
    return date(year, month, 1)


def _check_month(year: int, month: int, raw: Any) -> None:
    if not YEARS[0] <= year <= YEARS[1]:
        raise Refused("year-out-of-reach", found=raw, first=YEARS[0], last=YEARS[1])
    if not 1 <= month <= 12:
        raise Refused("no-such-month", found=raw)


def _instant(rule: BoundRule, declared: Field, raw: Any) -> int:
    if not isinstance(raw, str) or not INSTANT.fullmatch(raw):
        raise Refused("not-an-instant", found=raw)
    read_date(raw[:10])
    if raw[11:13] > LAST_HOUR:
        raise Refused("no-such-time", found=raw)
    try:
        return rule.zone.instant(datetime.fromisoformat(raw))
    except MissingWallTime:
        raise Refused("skipped-time", found=raw, zone=rule.zone.name) from None
    except ValueError:
        raise Refused("no-such-time", found=raw) from None


def _decimal(rule: BoundRule, declared: Field, raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, (str, int, Decimal)):
        raise Refused("not-a-number", found=raw)
    match = NUMBER.fullmatch(raw if isinstance(raw, str) else _plainly(raw))
    if match is None:
        raise Refused("not-a-number", found=raw)
    sign, whole, decimals = match[1], match[2].lstrip("0"), (match[3] or "").rstrip("0")
    if len(whole) > MOST_DIGITS:
        raise Refused("too-large", found=raw)
    if len(decimals) > MOST_DECIMALS:
        raise Refused("too-many-decimals", found=raw, limit=MOST_DECIMALS)
    value = Decimal(f"{sign}{whole or 0}.{decimals}")
    return _in_range(declared, value or abs(value), raw)


def _plainly(number: int | Decimal) -> str:
    """Return a number's digits without an exponent; one that is far too large or fine for that is refused."""
    exact = Decimal(number)
    if not exact:
        return "0"
    if not exact.is_finite():
        raise Refused("not-a-number", found=number)
    if exact.adjusted() >= MOST_DIGITS:
        raise Refused("too-large", found=number)
    if exact.as_tuple().exponent < -MOST_DIGITS - MOST_DECIMALS:
        raise Refused("too-many-decimals", found=number, limit=MOST_DECIMALS)
    return f"{exact:f}"


def _money(rule: BoundRule, declared: Field, raw: Any) -> Money:
    return Money(_decimal(rule, declared, raw), rule.currency)


def _integer(rule: BoundRule, declared: Field, raw: Any) -> int:
    try:
        value = _decimal(rule, declared, raw)
    except Refused as refusal:
        key = "not-a-whole-number" if refusal.key in ("not-a-number", "too-many-decimals") else refusal.key
        raise Refused(key, **refusal.values) from None
    if value != int(value):
        raise Refused("not-a-whole-number", found=raw)
    return int(value)


def _in_range(declared: Field, value: Decimal, raw: Any) -> Decimal:
    if abs(value) >= LARGEST:
        raise Refused("too-large", found=raw)
    if declared.minimum is not None and value < declared.minimum:
        raise Refused("negative" if declared.minimum == 0 else "too-small", found=raw, minimum=declared.minimum)
    if declared.maximum is not None and value > declared.maximum:
        raise Refused("above-maximum", found=raw, maximum=declared.maximum)
    return value


def _boolean(rule: BoundRule, declared: Field, raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise Refused("not-yes-or-no", found=raw)
    return raw


def _choice(rule: BoundRule, declared: Field, raw: Any) -> str:
    allowed = options_of(rule, declared)
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw) if abs(raw) < LARGEST else raw
    if not isinstance(raw, str) or raw not in allowed:
        raise Refused("not-an-option", found=raw, options=", ".join(allowed))
    return raw


_READERS: Mapping[str, Any] = {
    "date": _date,
    "month": _month,
    "instant": _instant,
    "decimal": _decimal,
    "money": _money,
    "integer": _integer,
    "boolean": _boolean,
    "choice": _choice,
}
