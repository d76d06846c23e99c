"""Overdue payment: when a default is material, how long it may be cured, and what may follow."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.periods import day_after

NEXT_DAY = timedelta(days=1)


def overdue(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the milestones of an unpaid invoice; those that need a notice only where one was given (convention 16)."""
    steps: list[Step] = []
    due, result = _due(rule, given, steps)
    breach = due + timedelta(days=rule.value("grace").days)
    breach += NEXT_DAY if rule.setting("grace") == "more-than" else timedelta()
    steps.append(Step(f"breach-{rule.setting('grace')}", breach, rule.figure("grace")))
    result["breach_from"] = breach
    if given["notice_date"] is not None:
        result |= _after_notice(rule, given["notice_date"], breach, steps)
    return Outcome(result, tuple(steps), headline="noticed" if given["notice_date"] else "")


def _due(rule: BoundRule, given: Mapping[str, Any], steps: list[Step]) -> tuple[date, dict[str, Any]]:
    if not rule.has("payment"):
        return given["due"], {}
    due = day_after(given["invoice_date"], rule.value("payment"), rule.working_days, rule.when_missing)
    steps += [Step("invoiced-on", given["invoice_date"]), Step("due-on", due, rule.figure("payment"))]
    return due, {"due": due}


def _after_notice(rule: BoundRule, notice: date, breach: date, steps: list[Step]) -> dict[str, Any]:
    cure = day_after(notice, rule.value("cure"), rule.working_days, rule.when_missing)
    steps += [Step("cure-until", cure, rule.figure("cure")), Step("rescission-from", cure + NEXT_DAY)]
    result: dict[str, Any] = {
        "notice_valid": notice >= breach,
        "cure_last_day": cure,
        "rescission_from": cure + NEXT_DAY,
    }
    if rule.has("suspension"):
        told = day_after(notice, rule.value("suspension"), rule.working_days, rule.when_missing)
        steps.append(Step("suspension-from", told + NEXT_DAY, rule.figure("suspension")))
        result["suspension_from"] = told + NEXT_DAY
    return result


def quarter_in_advance(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the day a quarter is invoiced, its first working day, and the day the invoice falls due."""
    first = date(given["year"], 3 * given["quarter"] - 2, 1)
    invoiced = rule.working_days.first_from(first)
    due = day_after(invoiced, rule.value("period"), rule.working_days, rule.when_missing)
    steps = (Step("quarter-invoiced", invoiced, rule.clause), Step("due-on", due, rule.figure("period")))
    return Outcome({"invoice_date": invoiced, "due": due}, steps)


KIND = Kind(
    name="overdue",
    calculator="payment-timeline",
    compute=overdue,
    fields=(
        Field("invoice_date", "date", asked_when=lambda rule: rule.has("payment")),
        Field("due", "date", asked_when=lambda rule: not rule.has("payment")),
        Field("notice_date", "date", required=False),
    ),
    roles={
        "payment": Role(("period",), required=False),
        "grace": Role(("period",)),
        "cure": Role(("period",)),
        "suspension": Role(("period",), required=False),
    },
    settings={"grace": ("more-than", "lasting")},
)
QUARTER_KIND = Kind(
    name="quarter-in-advance",
    calculator="payment-timeline",
    compute=quarter_in_advance,
    fields=(
        Field("year", "integer", minimum=1900, maximum=2200),
        Field("quarter", "integer", minimum=1, maximum=4),
    ),
    roles={"period": Role(("period",))},
)
