"""A marked figure of a clause, typed: the JSON of the terms becomes Money, Period, Timetable and so on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.values.money import Money
from calculators.values.periods import Period
from calculators.values.tiers import Tier, TierTable
from calculators.values.timetables import Timetable, Window, window


@dataclass(frozen=True)
class ClauseRef:
    """Where a figure stands: the clause of one version of an agreement, its address and the hash of its text.

    `title` names the agreement where it is another one than the rule's own.
    """

    agreement: str
    version: str
    anchor: str
    reference: str
    href: str
    sha256: str
    title: str = ""

    @property
    def whole(self) -> "ClauseRef":
        """The clause itself, where this leads to a figure in it."""
        page = self.href.partition("#")[0]
        return replace(self, href=f"{page}#{self.anchor}")


@dataclass(frozen=True)
class Figure:
    """A value with the clause that states it; `clause` is None where the rule assumes it and says why."""

    name: str
    kind: str
    value: Any
    text: str
    clause: ClauseRef | None


@dataclass(frozen=True)
class Quantity:
    """So much of something counted or measured, with its unit as the clause names it."""

    amount: Decimal
    unit: str


@dataclass(frozen=True)
class Row:
    """One row of a marked table: its key, its printed name, its typed cells by column, None where one holds a dash."""

    key: str
    text: str
    cells: Mapping[str, Any]


def typed(parameter: Mapping[str, Any]) -> Any:
    """Return the value of a parameter in its type; the JSON is the one of `scripts/agreements/terms.py`."""
    return _TYPES[parameter["kind"]](parameter)


def _period(p: Mapping[str, Any]) -> Period:
    return Period(int(p["value"]), p["unit"])


def _percentage(p: Mapping[str, Any]) -> Fraction:
    return Fraction(p["value"]) / 100


def _plain(p: Mapping[str, Any]) -> Any:
    return p["value"]


def _quantity(p: Mapping[str, Any]) -> Quantity:
    return Quantity(Decimal(p["value"]), p["unit"])


def _tiers(p: Mapping[str, Any]) -> TierTable:
    tiers = tuple(
        Tier(_limit(t["from"]), t["from_included"], _limit(t["to"]), t["to_included"], typed(t["value"]), t["text"])
        for t in p["tiers"]
    )
    return TierTable(tiers, p["columns"][0], p["unit"])


def _table(p: Mapping[str, Any]) -> tuple[Row, ...]:
    return tuple(
        Row(r["key"], r.get("text", ""), {name: typed(cell) for name, cell in r["cells"].items()}) for r in p["rows"]
    )


def _limit(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _window(p: Mapping[str, Any]) -> Window:
    return window(p["value"])


_TYPES = {
    "period": _period,
    "money": lambda p: Money(Decimal(p["value"]), p["unit"]),
    "percentage": _percentage,
    "share": lambda p: Fraction(p["value"]),
    "factor": lambda p: Fraction(p["value"]),
    "count": _quantity,
    "quantity": _quantity,
    "frequency": _quantity,
    "clock": _window,
    "timetable": lambda p: Timetable.parse(p["value"]),
    "tiers": _tiers,
    "table": _table,
    "cause": _plain,
    "words": _plain,
    "text": _plain,
    "year": lambda p: int(p["value"]),
    "date": _plain,
    "day-of-year": _plain,
    "none": lambda p: None,
}
