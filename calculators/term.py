"""Terms: how long an agreement binds, by when notice must be given, and whether it then ends, runs on or renews."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.notice import last_day_after_notice
from calculators.outcome import Choice, Outcome, Step
from calculators.values.periods import add_months, day_before

ENDS, RUNS_ON = "ends-at-expiry", "running-on"


def term(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the first term's last day and, where the agreement then runs on, the cut-off and what a notice leads to.

    A term of n months from S covers S up to add_months(S, n), not included (convention 2).
    """
    end = add_months(given["start"], rule.value("initial").months, rule.when_missing)
    last_day = end - timedelta(days=1)
    result: dict[str, Any] = {"last_day": last_day, "end_exclusive": end, "renewals": 0}
    steps = [Step("term-starts", given["start"]), Step("term-ends", last_day, rule.figure("initial"))]
    if rule.has("renewal"):
        return _renewed(rule, given, steps)
    if not rule.has("cutoff"):
        return Outcome(result, tuple(steps))
    return _with_cutoff(rule, given, result, steps)


def _renewed(rule: BoundRule, given: Mapping[str, Any], steps: list[Step]) -> Outcome:
    """Return the term that holds the day asked for, or the one that the notice ends, each renewal as long as stated."""
    renewals = 0
    while True:
        months = rule.value("initial").months + renewals * rule.value("renewal").months
        end = add_months(given["start"], months, rule.when_missing)
        last_day = end - timedelta(days=1)
        cutoff = _cutoff(rule, last_day)
        if _is_last(given, last_day, cutoff):
            break
        renewals += 1
    steps += [Step("renewed-times", renewals, rule.figure("renewal"))] if renewals else []
    steps += [Step("current-term-ends", last_day, rule.figure("initial"))] if renewals else []
    steps.append(Step("latest-notice", cutoff, rule.figure("cutoff")))
    result = {"last_day": last_day, "end_exclusive": end, "renewals": renewals, "latest_notice_day": cutoff}
    return Outcome(result, tuple(steps), headline="renews-ends" if given["notice_date"] else "renews")


def _is_last(given: Mapping[str, Any], last_day: date, cutoff: date) -> bool:
    if given["notice_date"] is not None:
        return given["notice_date"] <= cutoff
    return given["as_of"] is None or given["as_of"] <= last_day


def _cutoff(rule: BoundRule, last_day: date) -> date:
    return day_before(last_day, rule.value("cutoff"), rule.working_days, rule.when_missing)


def _with_cutoff(rule: BoundRule, given: Mapping[str, Any], result: dict[str, Any], steps: list[Step]) -> Outcome:
    last_day, notice = result["last_day"], given["notice_date"]
    cutoff = _cutoff(rule, last_day)
    steps.append(Step("latest-notice", cutoff, rule.figure("cutoff")))
    status, ends = _status(rule, notice, cutoff, last_day)
    rolls = notice is None and given["as_of"] is not None and given["as_of"] > last_day
    steps += [Step("rolls-since", result["end_exclusive"], rule.figure("notice"))] if rolls else []
    steps += _notice_steps(rule, notice, status, ends)
    result |= {"latest_notice_day": cutoff, "status": Choice(status), "service_last_day": ends}
    return Outcome(result, tuple(steps), headline=status if notice else "rolling" if rolls else "no-notice")


def _status(rule: BoundRule, notice: date | None, cutoff: date, last_day: date) -> tuple[str, date | None]:
    if notice is None:
        return RUNS_ON, None
    if notice <= cutoff:
        return ENDS, last_day
    return RUNS_ON, max(last_day, last_day_after_notice(rule, notice))


def _notice_steps(rule: BoundRule, notice: date | None, status: str, ends: date | None) -> list[Step]:
    if notice is None:
        notice_period = {"notice": rule.value("notice")}
        return [Step("runs-on-without-notice", None, rule.figure("cutoff"), notice_period)]
    if status == ENDS:
        return [Step("notice-in-time", notice), Step("ends-with-term", ends)]
    counted = f"notice-from-{rule.setting('counted_from')}"
    return [Step("notice-too-late", notice, rule.figure("cutoff")), Step(counted, ends, rule.figure("notice"))]


KIND = Kind(
    name="term",
    calculator="term-and-notice",
    compute=term,
    fields=(
        Field("start", "date"),
        Field("notice_date", "date", required=False, asked_when=lambda rule: rule.has("cutoff")),
        Field("as_of", "date", required=False, asked_when=lambda rule: rule.has("renewal")),
    ),
    roles={
        "initial": Role(("period",)),
        "cutoff": Role(("period",), required=False),
        "notice": Role(("period",), required=False),
        "renewal": Role(("period",), required=False),
    },
    settings={"counted_from": ("notice-day", "month-end")},
    date_of_interest="start",
    picture="timeline",
)
