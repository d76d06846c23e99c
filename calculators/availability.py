"""Availability as a contract counts it: every second of a month in one class, and from the classes an exact fraction.

The credit calculator and the status page both call this module, so that they cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from calculators.contract.figures import ClauseRef
from calculators.contract.rule import BoundRule
from calculators.threshold import counts_as_unavailable
from calculators.values.intervals import Interval, merged, parted, total, without
from calculators.values.periods import end_of_month
from calculators.values.zones import Zone


class State(StrEnum):
    """The classes of time in a month's book."""

    OUTSIDE_HOURS = "outside-hours"
    PLANNED = "planned"
    EXCLUDED = "excluded"
    DOWN = "down"
    UNKNOWN = "unknown"
    UP = "up"


@dataclass(frozen=True)
class Outage:
    """A time without service, its cause where one is known, and how many users it hit where that was counted."""

    interval: Interval
    cause: str | None = None
    affected_users: int | None = None
    total_users: int | None = None


@dataclass(frozen=True)
class PlannedWindow:
    """Planned maintenance; without a day of announcement it is taken as properly announced."""

    interval: Interval
    announced_on: date | None = None


Kind = tuple[State, str, ClauseRef | None]


class Layer(NamedTuple):
    """Time that is in one class unless a layer above it is; `reason` and `clause` as in a stretch."""

    state: State
    reason: str
    clause: ClauseRef | None
    intervals: tuple[Interval, ...]


@dataclass(frozen=True)
class Stretch:
    """A stretch of a month in one class; `reason` names what excludes it, `clause` where that is stated."""

    interval: Interval
    state: State
    reason: str = ""
    clause: ClauseRef | None = None


@dataclass(frozen=True)
class Book:
    """The whole of a month in stretches that neither overlap nor leave a gap."""

    month: Interval
    stretches: tuple[Stretch, ...]

    def intervals(self, *states: State) -> list[Interval]:
        return merged(s.interval for s in self.stretches if s.state in states)

    def seconds(self, *states: State) -> int:
        return total(self.intervals(*states))


def seconds_by_state(stretches: Iterable[Stretch]) -> dict[State, int]:
    """Return how long each class lasts, of stretches that do not overlap."""
    seconds = dict.fromkeys(State, 0)
    for stretch in stretches:
        seconds[stretch.state] += stretch.interval.seconds
    return seconds


def month_of(zone: Zone, month: date) -> Interval:
    """Return the calendar month in its zone, as elapsed time (743 or 745 hours where the clock changes)."""
    first = month.replace(day=1)
    return Interval(zone.midnight(first), zone.midnight(end_of_month(first) + timedelta(days=1)))


def book(
    rule: BoundRule,
    month: Interval,
    outages: Iterable[Outage],
    planned: Iterable[PlannedWindow] = (),
    unknown: Iterable[Interval] = (),
) -> Book:
    """Return every second of the month in its class, as the rule's clauses define service hours and exempt time.

    A planned window hides an outage; an outage that is exempt hides none that counts (convention 12).
    """
    exempt = _exempting(rule)
    claims = _grouped((_kind(rule, exempt, outage), outage.interval) for outage in outages)
    layers = (
        Layer(State.OUTSIDE_HOURS, "", rule.figure("service").clause, rule.service_hours("service").outside(month)),
        Layer(State.PLANNED, "planned", exempt.get("planned"), tuple(_excusing(rule, planned))),
        *(claim for claim in claims if claim.state is State.DOWN),
        *(claim for claim in claims if claim.state is not State.DOWN),
        Layer(State.UNKNOWN, "", None, tuple(unknown)),
        Layer(State.UP, "", None, (month,)),
    )
    return _dealt(month, layers)


def _excusing(rule: BoundRule, planned: Iterable[PlannedWindow]) -> list[Interval]:
    if rule.setting("planned_in_service") == "counts":
        return []
    return [window.interval for window in planned if is_announced_in_time(rule, window)]


def is_announced_in_time(rule: BoundRule, window: PlannedWindow) -> bool:
    """Return whether planned maintenance was told at least the stated days before the day it starts."""
    if window.announced_on is None:
        return True
    latest = rule.zone.day(window.interval.start) - timedelta(days=rule.value("planned_notice").days)
    return window.announced_on <= latest


def availability(base: int, downtime: int) -> Fraction:
    """Return (D - N) / D, exact; never below nothing."""
    return max(Fraction(base - downtime, base), Fraction(0))


def counted_outages(
    rule: BoundRule, outages: Iterable[Outage], planned: Iterable[PlannedWindow] = ()
) -> list[Interval]:
    """Return the time of the outages that count as downtime, wherever it lies, less the planned windows."""
    exempt = _exempting(rule)
    counted = [each.interval for each in outages if _kind(rule, exempt, each)[0] is State.DOWN]
    return without(counted, _excusing(rule, planned))


def _kind(rule: BoundRule, exempt: Mapping[str, ClauseRef | None], outage: Outage) -> Kind:
    """Return the class that an outage claims, what excludes it, and the clause that does."""
    if outage.cause in exempt:
        state = State.PLANNED if outage.cause == "planned" else State.EXCLUDED
        return state, outage.cause, exempt[outage.cause]
    if outage.total_users is not None:
        down, step = counts_as_unavailable(rule, outage.affected_users, outage.total_users)
        if not down:
            return State.EXCLUDED, "too-few-users", step.clause
    return State.DOWN, outage.cause or "", None


def _exempting(rule: BoundRule) -> Mapping[str, ClauseRef | None]:
    exempt = {figure.value: figure.clause for figure in rule.figures.get("exempt", ())}
    if rule.setting("planned_in_service") == "counts":
        exempt.pop("planned", None)
    return exempt


def _grouped(claims: Iterable[tuple[Kind, Interval]]) -> list[Layer]:
    """Return the outages of one class, reason and clause as one layer."""
    together: dict[Kind, list[Interval]] = {}
    for kind, interval in claims:
        together.setdefault(kind, []).append(interval)
    return [Layer(*kind, tuple(intervals)) for kind, intervals in together.items()]


@lru_cache(maxsize=256)
def _dealt(month: Interval, layers: tuple[Layer, ...]) -> Book:
    """Return the book of the layers; several readings of a month, and services without outages, have the same ones."""
    rest, stretches = [month], []
    for state, reason, clause, intervals in layers:
        if not intervals:
            continue
        taken, rest = parted(rest, intervals)
        stretches += [Stretch(interval, state, reason, clause) for interval in taken]
    return Book(month, tuple(sorted(stretches, key=lambda stretch: stretch.interval)))
