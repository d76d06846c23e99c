"""Notice: the last day of an agreement once notice has been given."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.periods import add_months, day_after, end_of_month


def last_day_after_notice(rule: BoundRule, notice_given_on: date) -> date:
    """Return the last day of a notice period.

    It runs from the end of the month of notice, or from the day itself (conventions 4 and 6).
    """
    period = rule.value("notice")
    if rule.setting("first_of_month") == "starts-the-count" and notice_given_on.day == 1:
        return end_of_month(add_months(notice_given_on, period.months - 1))
    if rule.setting("counted_from") == "month-end":
        return end_of_month(add_months(notice_given_on.replace(day=1), period.months))
    return day_after(notice_given_on, period, rule.working_days, rule.when_missing)


def notice_end(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the agreement's last day; where it binds for a first period, not before that period is over."""
    last_day = last_day_after_notice(rule, given["notice_date"])
    counted = f"notice-from-{rule.setting('counted_from')}"
    steps = [Step("notice-given", given["notice_date"]), Step(counted, last_day, rule.figure("notice"))]
    if given["other_last_day"] is not None:
        last_day, step = _with_other_end(rule, given, last_day)
        steps.append(step)
    if rule.has("binding"):
        last_day, more = _not_before_binding(rule, given, last_day)
        steps += more
    return Outcome({"last_day": last_day, "end_exclusive": last_day + timedelta(days=1)}, tuple(steps))


def _with_other_end(rule: BoundRule, given: Mapping[str, Any], last_day: date) -> tuple[date, Step]:
    other = given["other_last_day"]
    if rule.setting("other_end") == "then-notice":
        after = max(last_day, end_of_month(add_months(other.replace(day=1), rule.value("notice").months)))
        return after, Step("notice-after-other-end", after, rule.figure("notice"))
    if rule.setting("other_end") == "earlier":
        return min(last_day, other), Step("earlier-of-both", min(last_day, other))
    return max(last_day, other), Step("later-of-both", max(last_day, other))


def _not_before_binding(rule: BoundRule, given: Mapping[str, Any], last_day: date) -> tuple[date, list[Step]]:
    bound_until = add_months(given["binding_start"], rule.value("binding").months, rule.when_missing) - timedelta(
        days=1
    )
    steps = [Step("bound-until", bound_until, rule.figure("binding"))]
    if given["notice_date"] > bound_until:
        return last_day, steps
    if rule.setting("notice_in_binding") == "not-counted":
        after = bound_until + timedelta(days=1)
        later = day_after(after, rule.value("notice"), rule.working_days, rule.when_missing) - timedelta(days=1)
        return later, steps + [Step("notice-after-binding", later, rule.figure("notice"))]
    later = max(last_day, bound_until)
    return later, steps + [Step("later-of-both", later)]


KIND = Kind(
    name="notice-end",
    calculator="term-and-notice",
    compute=notice_end,
    fields=(
        Field("notice_date", "date"),
        Field("binding_start", "date", asked_when=lambda rule: rule.has("binding")),
        Field("other_last_day", "date", required=False, asked_when=lambda rule: rule.setting("other_end") != "none"),
    ),
    roles={"notice": Role(("period",)), "binding": Role(("period",), required=False)},
    settings={
        "counted_from": ("notice-day", "month-end"),
        "first_of_month": ("as-any-day", "starts-the-count"),
        "notice_in_binding": ("counted", "not-counted"),
        "other_end": ("none", "later", "earlier", "then-notice"),
    },
    date_of_interest="notice_date",
    picture="timeline",
)
