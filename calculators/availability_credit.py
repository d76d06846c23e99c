"""Uptime credits: from a month's outages to the availability, the tier it hits and the reduction of the fee."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from calculators.availability import (
    Book,
    Outage,
    PlannedWindow,
    State,
    availability,
    book,
    counted_outages,
    month_of,
)
from calculators.conditions import causes
from calculators.contract.rule import BoundRule
from calculators.credit import credit_for
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.left_out import counts_as_planned, left_out, refused_windows
from calculators.outcome import Outcome, Percent, Seconds, Step
from calculators.threshold import refuse_users
from calculators.values.intervals import Interval, common, total
from calculators.values.money import Money, cut

SERVICE, CALENDAR, STATED = "service-hours", "calendar-month", "stated-period"
LESS_MAINTENANCE, LESS_PLANNED = "stated-period-less-maintenance", "service-hours-less-planned"


def uptime_credit(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return a month's availability and the credit its tier grants.

    A hole in the table gives only bounds (conventions 12 and 13).
    """
    outages, planned = _outages(given), _planned(given)
    month = month_of(rule.zone, given["month"])
    counted = [window for window in planned if counts_as_planned(rule, window)]
    entries = book(rule, month, outages, counted)
    base, base_step = measured_time(rule, entries)
    down, down_step = _downtime(rule, entries, outages, counted)
    steps = [base_step, *refused_windows(rule, planned), *left_out(rule, entries, outages), down_step]
    if base == 0:
        return _nothing_measured(down, steps)
    return _credited(rule, given["monthly_fee"], base, down, steps)


def _credited(rule: BoundRule, fee: Money, base: int, down: int, steps: list[Step]) -> Outcome:
    uptime, target = availability(base, down), rule.figure("target")
    met = uptime >= target.value
    shown = Percent(cut(uptime * 100, 4))
    steps += [
        Step("uptime-is", shown),
        Step("target-met" if met else "target-missed", shown_percent(target.value), target),
    ]
    result = {**_measured(base, down), "uptime_percent": shown, "guarantee_met": met}
    return credit_for(rule, uptime, fee, result, steps)


def _measured(base: int, down: int) -> dict[str, Any]:
    return {"available_seconds": Seconds(base), "downtime_seconds": Seconds(down)}


def _nothing_measured(down: int, steps: list[Step]) -> Outcome:
    """Return no figure: without measured time there is no share of it."""
    result = {**_measured(0, down), "uptime_percent": None, "defined": False, "credit_percent": None}
    return Outcome(result, (*steps, Step("nothing-measured")), silent=True)


def credit_of_uptime(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the credit for an availability that is already known."""
    return credit_for(rule, Fraction(given["uptime_percent"]) / 100, given["monthly_fee"], {}, [])


def uptime_only(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return a month's availability within the service hours against the target, where no credit is stated."""
    entries = book(
        rule, month_of(rule.zone, given["month"]), [Outage(Interval(o["start"], o["end"])) for o in given["outages"]]
    )
    base, base_step = measured_time(rule, entries)
    down, target = entries.seconds(State.DOWN), rule.figure("target")
    uptime = availability(base, down)
    met, shown = uptime >= target.value, Percent(cut(uptime * 100, 4))
    result = {"available_seconds": Seconds(base), "downtime_seconds": Seconds(down), "uptime_percent": shown}
    steps = (
        base_step,
        Step("downtime-in-hours", Seconds(down), rule.figure("service")),
        Step("uptime-is", shown),
        Step("target-met" if met else "target-missed", shown_percent(target.value), target),
    )
    result |= {"guarantee_percent": shown_percent(target.value), "guarantee_met": met}
    return Outcome(result, steps, headline="met" if met else "missed")


def measured_time(rule: BoundRule, entries: Book) -> tuple[int, Step]:
    """Return the available time D of the month in seconds, as the reading defines it, and the step that says so."""
    reading = rule.setting("measured_time")
    if reading == CALENDAR:
        return entries.month.seconds, Step("base-calendar", Seconds(entries.month.seconds), rule.clause)
    if reading in (STATED, LESS_MAINTENANCE):
        return _stated(rule, reading)
    service = entries.month.seconds - entries.seconds(State.OUTSIDE_HOURS)
    if reading == LESS_PLANNED:
        service -= entries.seconds(State.PLANNED)
    return service, Step(f"base-{reading}", Seconds(service), rule.figure("service"))


def _stated(rule: BoundRule, reading: str) -> tuple[int, Step]:
    seconds = rule.value("stated_period").seconds
    if reading == LESS_MAINTENANCE:
        maintenance = rule.value("maintenance").days
        a_week = sum(window.closes - window.opens for day in maintenance for window in day) * 60
        seconds -= a_week * rule.value("stated_days").days // 7
    return seconds, Step(f"base-{reading}", Seconds(seconds), rule.figure("stated_period"))


def _downtime(rule: BoundRule, entries: Book, outages: list[Outage], planned: list[PlannedWindow]) -> tuple[int, Step]:
    if rule.setting("counted") == "always":
        down = total(common(counted_outages(rule, outages, planned), [entries.month]))
        return down, Step("downtime-always", Seconds(down), rule.clause)
    down = entries.seconds(State.DOWN)
    return down, Step("downtime-in-hours", Seconds(down), rule.figure("service"))


def shown_percent(share: Fraction) -> Percent:
    """Return a stated share as the percentage it was printed as."""
    return Percent(cut(share * 100, 4).normalize())


def _outages(given: Mapping[str, Any]) -> list[Outage]:
    return [
        Outage(Interval(o["start"], o["end"]), o["cause"], o["affected_users"], o["total_users"])
        for o in given["outages"]
    ]


def _planned(given: Mapping[str, Any]) -> list[PlannedWindow]:
    return [PlannedWindow(Interval(w["start"], w["end"]), w["announced_on"]) for w in given["planned_windows"] or []]


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    refusals = []
    for index, outage in enumerate(given["outages"]):
        refusals += refuse_users(outage["affected_users"], outage["total_users"], f"outages[{index}].")
    return refusals


SPAN = (Field("start", "instant"), Field("end", "instant"))
USERS = tuple(Field(name, "integer", required=False) for name in ("affected_users", "total_users"))
KIND = Kind(
    name="availability-credit",
    calculator="availability-credit",
    compute=uptime_credit,
    fields=(
        Field("month", "month"),
        Field("outages", "list", item=(*SPAN, Field("cause", "choice", required=False, options=causes), *USERS)),
        Field("planned_windows", "list", required=False, item=(*SPAN, Field("announced_on", "date", required=False))),
        Field("monthly_fee", "money"),
    ),
    roles={
        "service": Role(("timetable",)),
        "target": Role(("percentage",)),
        "tiers": Role(("tiers",)),
        "exempt": Role(("cause",), shape="list"),
        "users": Role(("count",)),
        "share": Role(("share",)),
        "planned_notice": Role(("period",)),
        "frame": Role(("timetable",), shape="list"),
        "stated_period": Role(("period",), required=False),
        "stated_days": Role(("period",), required=False),
        "maintenance": Role(("timetable",), required=False),
    },
    settings={
        "measured_time": (SERVICE, CALENDAR, STATED, LESS_MAINTENANCE, LESS_PLANNED),
        "counted": ("in-service-hours", "always"),
        "frame": ("not-a-condition", "condition"),
        "planned_in_service": ("exempt", "counts"),
    },
    date_of_interest="month",
    refuse=_refuse,
    picture="uptime",
)
TIER_KIND = Kind(
    name="credit-of-uptime",
    calculator="availability-credit",
    compute=credit_of_uptime,
    fields=(Field("uptime_percent", "decimal", maximum=100), Field("monthly_fee", "money")),
    roles={"tiers": Role(("tiers",))},
    picture="uptime",
)
UPTIME_KIND = Kind(
    name="availability",
    calculator="availability-credit",
    compute=uptime_only,
    fields=(Field("month", "month"), Field("outages", "list", item=SPAN)),
    roles={"service": Role(("timetable",)), "target": Role(("percentage",))},
    settings={"measured_time": (SERVICE,)},
    date_of_interest="month",
    picture="uptime",
)
