"""Deadlines counted from an event: the last day to act, or the last instant, before or after it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step, WallTime
from calculators.values.periods import add_months, day_after, day_before, end_of_month


def deadline(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the last day that still keeps the period, and whether the act was in time (conventions 4 and 5)."""
    event, figure = given["event"], rule.figure("period")
    backwards, counted = rule.setting("direction") == "before", rule.setting("event_day") == "counted"
    start = event if not counted else event + timedelta(days=1 if backwards else -1)
    count = day_before if backwards else day_after
    last_day = count(start, figure.value, rule.working_days, rule.when_missing)
    steps = [
        Step("event-on-counted" if counted else "event-on", event),
        Step(f"counted-{rule.setting('direction')}", last_day, figure),
    ]
    result: dict[str, Any] = {"last_day": last_day}
    if given["act_date"] is not None:
        in_time = given["act_date"] <= last_day
        result["in_time"] = in_time
        steps.append(Step("act-in-time" if in_time else "act-late", given["act_date"]))
    return Outcome(result, tuple(steps), headline=_headline(result))


def _headline(result: Mapping[str, Any]) -> str:
    if "in_time" not in result:
        return ""
    return "in-time" if result["in_time"] else "late"


def deadline_in_hours(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the last instant, hours before or after an event.

    They are elapsed hours unless read as wall-clock hours (convention 17).
    """
    event, figure = given["event"], rule.figure("period")
    sign = SIGNS[rule.setting("direction")]
    if rule.setting("hours") == "wall-clock":
        wall = rule.zone.wall(event) + sign * timedelta(seconds=figure.value.seconds)
        last = rule.zone.boundary(wall)
    else:
        last = event + sign * figure.value.seconds
    shown = WallTime(last, rule.zone, with_offset=True)
    key = f"hours-counted-{rule.setting('direction')}"
    return Outcome({"deadline": shown}, (Step("event-at", WallTime(event, rule.zone)), Step(key, shown, figure)))


def two_deadlines(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the last day where a clause counts both to the end of a month and in days: the one the reading takes."""
    event = given["event"]
    by_month = end_of_month(add_months(event.replace(day=1), rule.value("period").months))
    by_days = day_after(event, rule.value("other"), rule.working_days, rule.when_missing)
    steps = (
        Step("event-on", event),
        Step("to-end-of-month", by_month, rule.figure("period")),
        Step("counted-after", by_days, rule.figure("other")),
    )
    last_day = {"month-end": by_month, "days": by_days, "earlier": min(by_month, by_days)}[rule.setting("which")]
    return Outcome({"last_day": last_day}, steps)


def at_once(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the day of the event itself: the clause asks to act at once and names no period."""
    return Outcome({"deadline": given["event"]}, (Step("act-at-once", given["event"], rule.clause),))


DIRECTION = {"direction": ("after", "before")}
SIGNS = {"after": 1, "before": -1, "within": 0}
KIND = Kind(
    name="deadline",
    calculator="deadline",
    compute=deadline,
    fields=(Field("event", "date"), Field("act_date", "date", required=False)),
    roles={"period": Role(("period",))},
    settings={**DIRECTION, "event_day": ("outside", "counted")},
    date_of_interest="event",
    picture="timeline",
)
HOURS_KIND = Kind(
    name="deadline-in-hours",
    calculator="deadline",
    compute=deadline_in_hours,
    fields=(Field("event", "instant"),),
    roles={"period": Role(("period",))},
    settings={"direction": tuple(SIGNS), "hours": ("elapsed", "wall-clock")},
    date_of_interest="event",
)
AT_ONCE_KIND = Kind(
    name="at-once",
    calculator="deadline",
    compute=at_once,
    fields=(Field("event", "date"),),
    date_of_interest="event",
)
TWO_KIND = Kind(
    name="two-deadlines",
    calculator="deadline",
    compute=two_deadlines,
    fields=(Field("event", "date"),),
    roles={"period": Role(("period",)), "other": Role(("period",))},
    settings={"which": ("month-end", "days", "earlier")},
    date_of_interest="event",
    picture="timeline",
)
