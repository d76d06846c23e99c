"""Why time that was given as an outage, or as planned maintenance, does not count the way it was given."""

from calculators.availability import Book, Outage, PlannedWindow, State, counted_outages, is_announced_in_time
from calculators.conditions import OUTSIDE
from calculators.contract.figures import ClauseRef, Figure
from calculators.contract.rule import BoundRule
from calculators.outcome import Choice, Seconds, Step, WallTime
from calculators.values.intervals import common, merged, total, without
from calculators.windows import frame_of


def counts_as_planned(rule: BoundRule, window: PlannedWindow) -> bool:
    """Return whether planned maintenance is exempt: told in time and, where the frame is a condition, inside it."""
    if rule.setting("frame") == "condition" and not frame_of(rule).covers(window.interval):
        return False
    return is_announced_in_time(rule, window)


def refused_windows(rule: BoundRule, planned: list[PlannedWindow]) -> list[Step]:
    """Return a step for each planned window that was told late or lies outside the agreed frame."""
    steps, frame = [], frame_of(rule)
    for window in planned:
        start = WallTime(window.interval.start, rule.zone)
        if not is_announced_in_time(rule, window):
            steps.append(Step("window-announced-late", start, rule.figure("planned_notice")))
        elif not frame.covers(window.interval):
            steps.append(Step("window-outside-frame", start, rule.figures["frame"][0]))
    return steps


def left_out(rule: BoundRule, entries: Book, outages: list[Outage]) -> list[Step]:
    """Return a step for all time given as an outage that does not count, and why."""
    counted = counted_outages(rule, outages)
    outside = total(common(counted, entries.intervals(State.OUTSIDE_HOURS)))
    elsewhere = total(without(counted, [entries.month]))
    steps = _excluded_steps(entries)
    if outside and rule.setting("counted") != "always":
        steps.append(Step("excluded-outside-hours", Seconds(outside), _outside_clause(rule)))
    return [*steps, Step("outside-month", Seconds(elsewhere))] if elsewhere else steps


def _outside_clause(rule: BoundRule) -> Figure:
    exempting = (figure for figure in rule.figures["exempt"] if figure.value == OUTSIDE)
    return next(exempting, rule.figure("service"))


def _excluded_steps(entries: Book) -> list[Step]:
    reasons = {(s.state, s.reason): s.clause for s in entries.stretches if s.state in (State.EXCLUDED, State.PLANNED)}
    return [
        _excluded(reason, Seconds(_seconds_for(entries, state, reason)), clause)
        for (state, reason), clause in reasons.items()
    ]


def _excluded(reason: str, seconds: Seconds, clause: ClauseRef | None) -> Step:
    if reason == "too-few-users":
        return Step("excluded-too-few-users", seconds, clause)
    return Step("excluded-cause", seconds, clause, {"cause": Choice(reason)})


def _seconds_for(entries: Book, state: State, reason: str) -> int:
    return total(merged(s.interval for s in entries.stretches if (s.state, s.reason) == (state, reason)))
