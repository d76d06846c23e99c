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
LARGEST = Decimal(10) ** 15
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?", re.ASCII)
DECIMAL = re.compile(r"[+-]?\d{1,18}(\.\d{1,12})?", re.ASCII)


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
    try:
        return rule.zone.instant(datetime.fromisoformat(raw))
    except MissingWallTime:
        raise Refused("skipped-time", found=raw, zone=rule.zone.name) from None
    except ValueError:
        raise Refused("no-such-time", found=raw) from None


def _decimal(rule: BoundRule, declared: Field, raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, (str, int, Decimal)):
        raise Refused("not-a-number", found=raw)
    text = str(raw) if not isinstance(raw, int) or abs(raw) < LARGEST else "too large"
    if isinstance(raw, Decimal) and raw.is_finite() and abs(raw) < LARGEST:
        text = f"{raw:f}"
    if not DECIMAL.fullmatch(text):
        raise Refused("not-a-number", found=raw)
    return _in_range(declared, Decimal(text), raw)


def _money(rule: BoundRule, declared: Field, raw: Any) -> Money:
    return Money(_decimal(rule, declared, raw), rule.currency)


def _integer(rule: BoundRule, declared: Field, raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise Refused("not-a-whole-number", found=raw)
    return int(_in_range(declared, Decimal(raw) if abs(raw) < LARGEST else LARGEST, raw))


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
