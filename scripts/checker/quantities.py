"""Which figures state the same quantity, and whether two of them say the same: `12 months` and `1 year` do."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import yaml

from calculators.values.timetables import Timetable
from scripts.agreements.model import Parameter
from scripts.agreements.yaml_lines import LOADER

TABLE = Path(__file__).parent / "quantities.yml"
SAID_AGAIN = re.compile(r"-(?:in-[a-z0-9-]+|again)$")
SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "weeks": 7 * 86400}
MONTHS = {"months": 1, "quarters": 3, "years": 12}


@dataclass(frozen=True)
class Quantity:
    """Something a contract states once, though maybe in several places."""

    name: str
    names: tuple[str, ...]
    alike: tuple[str, ...] = ()
    default: str = ""
    cases: bool = False
    shared: bool = False


@cache
def quantities() -> tuple[Quantity, ...]:
    """The table of quantities.yml."""
    listed = yaml.load(TABLE.read_text(encoding="utf-8"), LOADER)
    lists = ("names", "alike")
    return tuple(
        Quantity(name, **{key: tuple(value) if key in lists else value for key, value in entry.items()})
        for name, entry in listed.items()
    )


def quantity_of(figure: str) -> Quantity:
    """The quantity a figure's name states; a name of no group is a quantity by itself."""
    name = base_name(figure)
    return next((each for each in quantities() if name in each.names), Quantity(name, (name,)))


def base_name(figure: str) -> str:
    """The name without what says that it is stated once more: `notice.period` for `notice.period-in-note`."""
    return SAID_AGAIN.sub("", figure)


def meaning(figure: Parameter, quantity: Quantity) -> object:
    """What two figures have in common when they say the same."""
    if base_name(figure.name) in quantity.alike:
        return "alike"
    said = figure.figure
    kind, value, unit = said["kind"], said.get("value"), said.get("unit")
    if kind == "period":
        return _period(Decimal(value), unit)
    if kind in ("percentage", "share"):
        return "share", Fraction(value) / (100 if kind == "percentage" else 1)
    if kind == "timetable":
        return "timetable", Timetable.parse(value)
    return kind, unit, _plain(value)


def _period(count: Decimal, unit: str) -> object:
    if count == 0:
        return "at once"
    if unit in SECONDS:
        return "elapsed", count * SECONDS[unit]
    return ("months", count * MONTHS[unit]) if unit in MONTHS else (unit, count)


def _plain(value: object) -> object:
    """A value that can be compared: lists as text."""
    return value if isinstance(value, str) else repr(value)
