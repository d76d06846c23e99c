"""Dates and channels a clause fixes: what recurs each year, what is still kept, and which ways of contact are open."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step, WallTime
from calculators.values.periods import days_in_month
from calculators.values.timetables import ServiceHours

MOST_YEARS = 100


def retained(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether something of a date is still kept: today's counts as the first of the stated days."""
    age = (given["now"] - given["kept_date"]).days
    nth = age if rule.setting("today") == "not-counted" else age + 1
    kept = nth <= rule.value("period").days
    step = Step("kept-on-nth-day", nth, rule.figure("period"))
    return Outcome({"retained": kept}, (step,), headline="yes" if kept else "no")


def day_off(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether a date is one of the days off: a public holiday, or one of the days the clause names."""
    day = given["date"]
    named = next((figure for figure in rule.figures["days"] if figure.value == f"{day:%m-%d}"), None)
    off = named is not None or day in rule.holidays
    step = Step("named-day-off", day, named) if named else Step("holiday" if off else "no-day-off", day, rule.clause)
    return Outcome({"day_off": off}, (step,), headline="yes" if off else "no")


def recurring_dates(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the stated days of the year from one date to another, both counted."""
    first, last = given["from"], given["to"]
    stated = [tuple(int(part) for part in figure.value.split("-")) for figure in rule.figures["days"]]
    days = (date(year, *day) for year in range(first.year, last.year + 1) for day in stated if _is_in(year, *day))
    dates = sorted(day for day in days if first <= day <= last)
    step = Step("dates-in-span", len(dates), rule.figures["days"][0])
    return Outcome({"dates": dates}, (step,), headline="" if dates else "none")


def _is_in(year: int, month: int, day: int) -> bool:
    return day <= days_in_month(year, month)


def channels_open(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return which channels are open, whether the clock of the level runs, and whether that leaves a gap."""
    at, holidays_close = given["at"], rule.setting("holidays_close", [])
    if rule.setting("public_holidays") == "open":
        holidays_close = []
    is_open = {
        name: ServiceHours(figure.value, rule.zone, rule.holidays if name in holidays_close else None).is_open(at)
        for name, figure in rule.figures["channels"].items()
    }
    runs = rule.service_hours("clock", given["level"]).is_open(at)
    gap = runs and not any(is_open[name] for name in rule.setting("needed"))
    shown, channels = WallTime(at, rule.zone), rule.figures["channels"]
    steps = [Step("channel-open" if is_open[name] else "channel-closed", shown, channels[name]) for name in channels]
    steps.append(Step("clock-runs" if runs else "clock-stands", None, rule.figures["clock"][given["level"]]))
    return Outcome({**is_open, "sla_clock_runs": runs, "gap": gap}, tuple(steps), headline="gap" if gap else "no-gap")


def _refuse_kept(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    return [InputError("now", "ends-before-start")] if given["now"] < given["kept_date"] else []


def _refuse_span(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    if given["to"] < given["from"]:
        return [InputError("to", "ends-before-start")]
    too_long = given["to"].year - given["from"].year > MOST_YEARS
    return [InputError("to", "longer-than-years", {"limit": MOST_YEARS})] if too_long else []


RETAINED_KIND = Kind(
    name="retained",
    calculator="window-check",
    compute=retained,
    fields=(Field("now", "date"), Field("kept_date", "date")),
    roles={"period": Role(("period",))},
    settings={"today": ("counted", "not-counted")},
    date_of_interest="now",
    refuse=_refuse_kept,
)
DAY_OFF_KIND = Kind(
    name="day-off",
    calculator="window-check",
    compute=day_off,
    fields=(Field("date", "date"),),
    roles={"days": Role(("day-of-year",), shape="list")},
    date_of_interest="date",
)
RECURRING_KIND = Kind(
    name="recurring-dates",
    calculator="window-check",
    compute=recurring_dates,
    fields=(Field("from", "date"), Field("to", "date")),
    roles={"days": Role(("day-of-year",), shape="list")},
    date_of_interest="from",
    refuse=_refuse_span,
)
CHANNELS_KIND = Kind(
    name="channels-open",
    calculator="window-check",
    compute=channels_open,
    fields=(Field("level", "choice", options=lambda rule: list(rule.figures["clock"])), Field("at", "instant")),
    roles={"channels": Role(("timetable",), shape="keys"), "clock": Role(("timetable",), shape="keys")},
    settings={"needed": (), "holidays_close": ()},
    date_of_interest="at",
)
