"""Response deadlines: by when the supplier must have answered and begun to mend, counted in its service hours."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from calculators.contract.figures import Figure
from calculators.contract.rule import BoundRule, under
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Seconds, Step, WallTime
from calculators.values.intervals import Interval
from calculators.values.periods import Period
from calculators.values.timetables import ServiceHours

IMMEDIATELY = "immediately, no service hours stated"
ROLES = {"response": "response_by", "fix_start": "fix_start_by"}


def response_deadline(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the instants by which response and fix start are due, as the clause's table of times states them."""
    result: dict[str, Any] = {"defined": True} if _may_be_silent(rule) else {}
    steps = [Step("reported-at", WallTime(given["reported_at"], rule.zone))]
    start = given["reported_at"]
    for role, name in ROLES.items():
        if not rule.has(role):
            continue
        figure = _figure(rule, role, given)
        if figure.value is None:
            return _silent(name, figure, steps)
        due, walked = due_instant(_counted(rule, role), figure, start, given["level"])
        steps += [step for step in walked if step.key != "clock-starts" or step not in steps]
        steps.append(Step(f"{role}-by", WallTime(due, rule.zone), figure))
        result[name] = WallTime(due, rule.zone)
        result |= {"note": IMMEDIATELY} if figure.value.count == 0 else {}
        start = due if rule.setting("fix_start") == "after-response" else start
    return Outcome(result, tuple(steps))


def _counted(rule: BoundRule, role: str) -> BoundRule:
    """Return the rule as a role's time is counted: that of the fix start may run round the clock."""
    round_the_clock = role == "fix_start" and rule.setting("fix_start_hours") == "ignored"
    return under(rule, {"service_hours": "ignored"}) if round_the_clock else rule


def due_instant(rule: BoundRule, figure: Figure, start: int, level: str | None) -> tuple[int, list[Step]]:
    """Return the instant at which the period has run from `start`, and the steps that lead there."""
    period: Period = figure.value
    if period.count == 0 or not rule.has("hours") or rule.setting("service_hours") == "ignored":
        return _on_the_clock(rule, period, start), []
    hours = rule.service_hours("hours", level)
    opening = hours.start_of_clock(start)
    stated = rule.figure("hours") if level is None else rule.figures["hours"][level]
    waits = [] if opening == start else [Step("clock-starts", WallTime(opening, rule.zone), stated)]
    if period.seconds is not None and rule.setting("service_hours") == "start-only":
        return opening + period.seconds, waits
    if period.seconds is not None:
        used = hours.used(start, period.seconds)
        return used[-1].end, waits + _used_steps(rule, used, stated)
    if rule.setting("days") == "calendar":
        return _on_the_clock(rule, period, start), []
    by_report_day = rule.setting("day_count_from") == "report-day"
    return _after_service_days(rule, hours, period, start), [] if by_report_day else waits


def _used_steps(rule: BoundRule, used: list[Interval], stated: Figure) -> list[Step]:
    if len(used) == 1:
        return []
    ends = ({"end": WallTime(stretch.end, rule.zone)} for stretch in used)
    return [Step("hours-used", Seconds(s.seconds), stated, end) for s, end in zip(used, ends, strict=True)]


def _after_service_days(rule: BoundRule, hours: ServiceHours, period: Period, start: int) -> int:
    if rule.setting("day_count_from") == "report-day":
        day = hours.nth_service_day(rule.zone.day(start), period.count)
    else:
        day = hours.day_after_days(start, period.count)
    if rule.setting("nth_day") == "midnight":
        return rule.zone.midnight(day + timedelta(days=1))
    return hours.close_of(day) if rule.setting("nth_day") == "close" else hours.same_clock_on(start, day)


def _on_the_clock(rule: BoundRule, period: Period, start: int) -> int:
    if period.seconds is not None:
        return start + period.seconds
    wall: datetime = rule.zone.wall(start) + timedelta(days=period.count)
    return rule.zone.boundary(wall)


def _figure(rule: BoundRule, role: str, given: Mapping[str, Any]) -> Figure:
    if rule.has("response_without_agreement") and not given["has_agreement"]:
        role = "response_without_agreement"
    bound = rule.figures[role]
    key = given["severity"] if given["level"] is None else f"{given['level']}.{given['severity']}"
    return bound if isinstance(bound, Figure) else bound[key]


def _silent(name: str, figure: Figure, steps: list[Step]) -> Outcome:
    none = Step("no-time-stated", None, figure)
    return Outcome({"defined": False, name: None}, (*steps, none), silent=True, headline="none")


def _may_be_silent(rule: BoundRule) -> bool:
    bound = [each for each in rule.figures.values() if isinstance(each, Mapping)]
    return any(figure.value is None for each in bound for figure in each.values())


def _severities(rule: BoundRule) -> list[str]:
    return list(dict.fromkeys(key.rpartition(".")[2] for key in _keys(rule)))


def _levels(rule: BoundRule) -> list[str]:
    return list(dict.fromkeys(key.partition(".")[0] for key in _keys(rule) if "." in key))


def _keys(rule: BoundRule) -> list[str]:
    bound = next((rule.figures[role] for role in ROLES if rule.has(role)), None)
    return list(bound) if isinstance(bound, Mapping) else []


def _agreement_matters(rule: BoundRule) -> bool:
    return rule.has("response_without_agreement")


KIND = Kind(
    name="response-deadline",
    calculator="response-deadline",
    compute=response_deadline,
    fields=(
        Field("level", "choice", options=_levels),
        Field("severity", "choice", options=_severities),
        Field("has_agreement", "boolean", asked_when=_agreement_matters),
        Field("reported_at", "instant"),
    ),
    roles={
        "response": Role(("period", "none"), required=False, shape="any"),
        "fix_start": Role(("period", "none"), required=False, shape="any"),
        "response_without_agreement": Role(("period", "none"), required=False, shape="any"),
        "hours": Role(("timetable",), required=False, shape="any"),
    },
    settings={
        "days": ("working", "calendar"),
        "nth_day": ("same-clock", "close", "midnight"),
        "fix_start": ("from-report", "after-response"),
        "fix_start_hours": ("observed", "ignored"),
        "day_count_from": ("clock-start", "report-day"),
        "service_hours": ("observed", "ignored", "start-only"),
    },
    date_of_interest="reported_at",
    picture="week",
)


def next_opening(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return by when help starts: inside the hours no time is stated, outside them at the next opening."""
    at, hours = given["reported_at"], rule.service_hours("hours")
    if hours.is_open(at):
        return Outcome(
            {"inside_hours": True, "help_start_by": None},
            (Step("inside-hours", None, rule.figure("hours")),),
            headline="inside",
        )
    opening = WallTime(hours.start_of_clock(at), rule.zone)
    step = Step("clock-starts", opening, rule.figure("hours"))
    return Outcome({"inside_hours": False, "help_start_by": opening}, (step,), headline="outside")


NEXT_OPENING_KIND = Kind(
    name="next-opening",
    calculator="response-deadline",
    compute=next_opening,
    fields=(Field("reported_at", "instant"),),
    roles={"hours": Role(("timetable",))},
    date_of_interest="reported_at",
    picture="week",
)
