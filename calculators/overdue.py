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
    """Return the milestones of an unpaid debt; those that need a notice only where one was given (convention 16)."""
    return _milestones(rule, given, given["due"], {}, [])


def overdue_invoice(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the due date of an invoice and the milestones of not paying it."""
    due = day_after(given["invoice_date"], rule.value("payment"), rule.working_days, rule.when_missing)
    steps = [Step("invoiced-on", given["invoice_date"]), Step("due-on", due, rule.figure("payment"))]
    return _milestones(rule, given, due, {"due": due}, steps)


def _milestones(
    rule: BoundRule, given: Mapping[str, Any], due: date, result: dict[str, Any], steps: list[Step]
) -> Outcome:
    breach = due + timedelta(days=rule.value("grace").days)
    breach += NEXT_DAY if rule.setting("grace") == "more-than" else timedelta()
    steps.append(Step(f"breach-{rule.setting('grace')}", breach, rule.figure("grace")))
    result["breach_from"] = breach
    if given["notice_date"] is None:
        return Outcome(result, tuple(steps))
    if rule.setting("after_breach") == "at-once":
        steps.append(Step("no-cure", breach, rule.figure("grace")))
        return Outcome(result | {"rescission_from": breach}, tuple(steps), headline="at-once")
    valid = given["notice_date"] >= breach
    key = "warned-on" if valid else "notice-too-early"
    steps.append(Step(key, given["notice_date"], words={} if valid else {"from": breach}))
    result |= {"notice_valid": valid} | _after_notice(rule, given["notice_date"], steps)
    return Outcome(result, tuple(steps), headline="noticed" if valid else "too-early")


def _after_notice(rule: BoundRule, notice: date, steps: list[Step]) -> dict[str, Any]:
    """Return the days a notice leads to; a clause without a notice of its own gives the time to cure as notice."""
    cure = _counted(rule, "cure", notice)
    rescission = _counted(rule, "notice" if rule.has("notice") else "cure", notice) + NEXT_DAY
    steps += [Step("cure-until", cure, rule.figure("cure")), Step("rescission-from", rescission)]
    result: dict[str, Any] = {"cure_last_day": cure, "rescission_from": rescission}
    if rule.has("suspension_grace"):
        steps.append(Step("suspension-grace", None, rule.figure("suspension_grace")))
    if rule.has("suspension"):
        result["suspension_from"] = _counted(rule, "suspension", notice) + NEXT_DAY
        steps.append(Step("suspension-from", result["suspension_from"], rule.figure("suspension")))
    return result


def _counted(rule: BoundRule, role: str, notice: date) -> date:
    return day_after(notice, rule.value(role), rule.working_days, rule.when_missing)


def quarter_in_advance(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the day a quarter is invoiced, and the day the invoice falls due where the clause says so."""
    invoiced = first = date(given["year"], 3 * given["quarter"] - 2, 1)
    if rule.setting("invoiced") == "first-working-day":
        invoiced = rule.working_days.first_from(first)
    stated = next((rule.figure(role) for role in ("day", "interval") if rule.has(role)), rule.clause)
    steps = [Step(f"quarter-invoiced-{rule.setting('invoiced')}", invoiced, stated)]
    if not rule.has("period"):
        return Outcome({"invoice_date": invoiced}, tuple(steps), headline="no-due")
    due = day_after(invoiced, rule.value("period"), rule.working_days, rule.when_missing)
    steps.append(Step("due-on", due, rule.figure("period")))
    return Outcome({"invoice_date": invoiced, "due": due}, tuple(steps))


NOTICE = Field("notice_date", "date", required=False)
PERIOD = Role(("period",))
ROLES = {
    "grace": PERIOD,
    "cure": PERIOD,
    "notice": Role(("period",), required=False),
    "suspension": Role(("period",), required=False),
    "suspension_grace": Role(("period",), required=False),
}
SETTINGS = {"grace": ("more-than", "lasting"), "after_breach": ("notice-and-cure", "at-once")}
KIND = Kind(
    name="overdue",
    calculator="payment-timeline",
    compute=overdue,
    fields=(Field("due", "date"), NOTICE),
    roles=ROLES,
    settings=SETTINGS,
    date_of_interest="due",
    picture="timeline",
)
INVOICE_KIND = Kind(
    name="overdue-invoice",
    calculator="payment-timeline",
    compute=overdue_invoice,
    fields=(Field("invoice_date", "date"), NOTICE),
    roles={"payment": PERIOD, **ROLES},
    settings=SETTINGS,
    date_of_interest="invoice_date",
    picture="timeline",
)
QUARTER_KIND = Kind(
    name="quarter-in-advance",
    calculator="payment-timeline",
    compute=quarter_in_advance,
    fields=(
        Field("year", "integer", minimum=1900, maximum=2200),
        Field("quarter", "integer", minimum=1, maximum=4),
    ),
    roles={role: Role(("period",), required=False) for role in ("period", "day", "interval")},
    settings={"invoiced": ("first-working-day", "first-day")},
    picture="timeline",
)
