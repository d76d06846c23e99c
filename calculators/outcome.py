"""What a kind of rule hands back: typed results, the steps that led there, bounds where the text is silent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators.contract.figures import ClauseRef, Figure, Quantity
from calculators.values.money import Money
from calculators.values.periods import Period
from calculators.values.tiers import Hole, TierTable
from calculators.values.zones import Zone


@dataclass(frozen=True)
class WallTime:
    """An instant shown as local wall-clock time; with its offset where the rule's result asks for it."""

    instant: int
    zone: Zone
    with_offset: bool = False


@dataclass(frozen=True)
class Seconds:
    """A length of elapsed time."""

    count: int


@dataclass(frozen=True)
class Percent:
    """A percentage with the decimals it is shown with."""

    value: Decimal


@dataclass(frozen=True)
class UncoveredRange:
    """The part of a tier table's domain that no row covers."""

    hole: Hole
    table: TierTable


@dataclass(frozen=True)
class Choice:
    """A machine value that a reader sees in words."""

    key: str


@dataclass(frozen=True)
class Step:
    """One step of an answer: the key of its words, the values in them, what it gives, and the figure it rests on."""

    key: str
    value: Any = None
    rests_on: Figure | ClauseRef | None = None
    words: Mapping[str, Any] = field(default_factory=dict)

    @property
    def clause(self) -> ClauseRef | None:
        return self.rests_on.clause if isinstance(self.rests_on, Figure) else self.rests_on


@dataclass(frozen=True)
class Outcome:
    """The result of a rule under one reading.

    `silent` says that the text gives no figure; then `bounds` holds the limits it does give, if any. `headline` names a
    variant of the kind's large sentence, `words` what the sentence says beside the result.
    """

    result: Mapping[str, Any]
    steps: tuple[Step, ...] = ()
    bounds: Mapping[str, Any] | None = None
    silent: bool = False
    headline: str = ""
    words: Mapping[str, Any] = field(default_factory=dict)


def json_value(value: Any) -> Any:
    """Return a typed value as JSON: amounts and shares as decimal strings, days and instants as ISO."""
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    return value


def _wall(value: WallTime) -> str:
    local = value.zone.aware(value.instant)
    shown = local if value.with_offset else local.replace(tzinfo=None)
    return shown.isoformat(timespec="seconds" if local.second else "minutes")


def _members(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: json_value(each) for name, each in value.items()}


_WRITERS = {
    Money: lambda v: f"{v.rounded().amount:f}",
    WallTime: _wall,
    date: lambda v: v.isoformat(),
    Seconds: lambda v: v.count,
    Percent: lambda v: f"{v.value:f}",
    Choice: lambda v: v.key,
    UncoveredRange: lambda v: v.hole.described(v.table.quantity),
    Decimal: lambda v: f"{v:f}",
    Fraction: str,
    Period: lambda v: f"{v.count} {v.unit}",
    Quantity: lambda v: f"{v.amount:f} {v.unit}",
    Mapping: _members,
    (list, tuple): lambda v: [json_value(each) for each in v],
}


def with_units(result: Mapping[str, Any], currency: str, vat: str) -> dict[str, Any]:
    """Return the result as JSON with currency and VAT beside its amounts and the zone beside its instants.

    A result of its own under such a name, like the VAT of an invoice, stands.
    """
    kinds = {type(each) for each in _leaves(result)}
    units = {"currency": currency, "vat": vat} if Money in kinds else {}
    zones = [each.zone.name for each in _leaves(result) if isinstance(each, WallTime)]
    return units | ({"time_zone": zones[0]} if zones else {}) | json_value(result)


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [leaf for each in value.values() for leaf in _leaves(each)]
    if isinstance(value, (list, tuple)):
        return [leaf for each in value for leaf in _leaves(each)]
    return [value]
