"""Service windows: whether one is open, how long it is, and whether a span lies inside a frame."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step, WallTime
from calculators.values.intervals import Interval, common, total
from calculators.values.money import rounded_half_up
from calculators.values.periods import end_of_month
from calculators.values.timetables import ServiceHours, Timetable, Window
from calculators.values.zones import Zone

SATURDAY = 5


def service_minutes(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the minutes of service hours in a calendar month."""
    first, after = given["month"], end_of_month(given["month"]) + timedelta(days=1)
    hours = rule.service_hours("hours")
    days = [first + timedelta(days=n) for n in range((after - first).days)]
    open_days = sum(hours.is_open_on(day) for day in days)
    minutes = total(hours.between(first, after)) // 60
    steps = (Step("open-days", open_days, rule.figure("hours")), Step("open-minutes", minutes, rule.figure("hours")))
    return Outcome({"open_minutes": minutes}, steps)


def open_at(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether a window is open at an instant, and when it next opens or closes."""
    hours, at = rule.service_hours("hours"), given["at"]
    window = hours.window_at_or_after(at)
    if window.start > at:
        opening = WallTime(window.start, rule.zone)
        steps = (
            Step("closed-at", WallTime(at, rule.zone), rule.figure("hours")),
            Step("next-opening", opening),
        )
        return Outcome({"open": False, "next_opening": opening}, steps, headline="closed")
    closing = WallTime(window.end, rule.zone)
    return Outcome(
        {"open": True, "closes": closing}, (Step("open-until", closing, rule.figure("hours")),), headline="open"
    )


def outside_hours(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether an instant lies outside the hours, where something is to happen, and until or from when."""
    at, window = given["at"], rule.service_hours("hours").window_at_or_after(given["at"])
    steps = [Step("as-often", None, rule.figure("frequency"))] if rule.has("frequency") else []
    if window.start > at:
        until = WallTime(window.start, rule.zone)
        steps += [Step("closed-at", WallTime(at, rule.zone), rule.figure("hours")), Step("next-opening", until)]
        return Outcome({"outside": True, "until": until}, tuple(steps), headline="outside")
    closing = WallTime(window.end, rule.zone)
    steps.append(Step("open-until", closing, rule.figure("hours")))
    return Outcome({"outside": False, "not_before": closing}, tuple(steps), headline="inside")


def daily_window(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the elapsed hours of the daily window on a date.

    On the nights the clock changes it is shorter or longer.
    """
    interval = _window_on(given["date"], rule.value("window"), rule.zone)
    return Outcome(_span(interval, rule), _span_steps(interval, rule))


def monthly_night(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the month's last night into a Sunday: from the evening of the day before, in elapsed hours."""
    last = end_of_month(given["month"])
    if rule.setting("night") == "last-saturday":
        evening = last - timedelta(days=(last.weekday() - SATURDAY) % 7)
    else:
        evening = last - timedelta(days=(last.weekday() + 1) % 7 + 1)
    interval = _window_on(evening, rule.value("window"), rule.zone)
    return Outcome(_span(interval, rule), _span_steps(interval, rule))


def inside_frame(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether a planned span lies wholly inside the agreed frame, and whether it overlaps the core time."""
    span = Interval(given["start"], given["end"])
    inside, overlaps = frame_of(rule).covers(span), bool(common([span], rule.service_hours("core").within(span)))
    frame = rule.figures["frame"]
    steps = (
        Step("inside-frame" if inside else "outside-frame", None, frame[0]),
        Step("overlaps-core" if overlaps else "clear-of-core", None, rule.figure("core")),
    )
    headline = ("inside" if inside else "outside") + ("-core" if overlaps else "")
    return Outcome({"inside_frame": inside, "overlaps_core_time": overlaps}, steps, headline=headline)


def frame_of(rule: BoundRule) -> ServiceHours:
    """Return the frame as hours: a night window opens both ends of its day unless read otherwise."""
    frame: Timetable = reduce(Timetable.joined, (figure.value for figure in rule.figures["frame"]))
    return ServiceHours(frame if rule.setting("overnight") == "from-day" else frame.with_both_ends(), rule.zone)


def _window_on(day: date, window: Window, zone: Zone) -> Interval:
    closing = day + timedelta(days=1) if window.crosses_midnight else day
    return Interval(zone.boundary(_at(day, window.opens)), zone.boundary(_at(closing, window.closes)))


def _at(day: date, minute: int) -> datetime:
    days, minute = divmod(minute, 24 * 60)
    return datetime.combine(day + timedelta(days=days), time(minute // 60, minute % 60))


def _span(interval: Interval, rule: BoundRule) -> dict[str, Any]:
    start, end = WallTime(interval.start, rule.zone), WallTime(interval.end, rule.zone)
    return {"start": start, "end": end, "elapsed_hours": _hours(interval)}


def _span_steps(interval: Interval, rule: BoundRule) -> tuple[Step, ...]:
    return (
        Step("window-opens", WallTime(interval.start, rule.zone), rule.figure("window")),
        Step("window-closes", WallTime(interval.end, rule.zone), rule.figure("window")),
        Step("hours-elapsed", _hours(interval)),
    )


def _hours(interval: Interval) -> int | Decimal:
    whole, rest = divmod(interval.seconds, 3600)
    return rounded_half_up(Fraction(interval.seconds, 3600), 4).normalize() if rest else whole


def _refuse_span(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    if given["end"] <= given["start"]:
        return [InputError("end", "ends-before-start")]
    return [InputError("end", "longer-than-a-year")] if given["end"] - given["start"] > 366 * 86400 else []


HOURS = {"hours": Role(("timetable",))}
MINUTES_KIND = Kind("service-minutes", "window-check", service_minutes, (Field("month", "month"),), HOURS, {}, "month")
OPEN_KIND = Kind(
    "open-at", "window-check", open_at, (Field("at", "instant"),), HOURS, {}, "at", picture="week"
)
OFTEN = {"frequency": Role(("frequency",), required=False)}
OUTSIDE_KIND = Kind(
    "outside-hours", "window-check", outside_hours, (Field("at", "instant"),), HOURS | OFTEN, {}, "at", picture="week"
)
DAILY_KIND = Kind(
    "daily-window", "window-check", daily_window, (Field("date", "date"),), {"window": Role(("clock",))}, {}, "date"
)
NIGHT_KIND = Kind(
    name="monthly-night",
    calculator="window-check",
    compute=monthly_night,
    fields=(Field("month", "month"),),
    roles={"window": Role(("clock",))},
    settings={"night": ("last-sunday", "last-saturday")},
    date_of_interest="month",
)
FRAME_KIND = Kind(
    name="inside-frame",
    calculator="window-check",
    compute=inside_frame,
    fields=(Field("start", "instant"), Field("end", "instant")),
    roles={"frame": Role(("timetable",), shape="list"), "core": Role(("timetable",))},
    settings={"overnight": ("both-ends", "from-day")},
    date_of_interest="start",
    refuse=_refuse_span,
)
