"""Thresholds: what follows once a quantity passes a stated limit."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from calculators.contract.figures import Figure, Quantity
from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Choice, Outcome, Step
from calculators.values.periods import end_of_month

NOTHING, UPGRADE, CONTACT = "none", "upgrade-and-inform", "contact-customer"


def allowance(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the plan a forecast leads to; a raise takes effect on the first of the next month."""
    forecast, standard, raised = given["forecast"], rule.figure("allowance"), rule.figure("raised")
    steps = [Step("forecast-against-allowance", standard.value, standard)]
    if forecast <= standard.value.amount:
        result = {"plan": _plan(standard), "action": Choice(NOTHING)}
        return Outcome(result, tuple(steps), headline=NOTHING, words={"allowance": standard.value})
    action = UPGRADE if forecast <= raised.value.amount else CONTACT
    effective = end_of_month(given["as_of"]) + timedelta(days=1)
    steps += [Step(action, raised.value, raised), Step("from-next-month", effective, raised)]
    result = {"plan": _plan(raised), "action": Choice(action), "effective": effective}
    return Outcome(result, tuple(steps), headline=action, words={"allowance": raised.value})


def _plan(figure: Figure) -> int | Decimal:
    amount: Decimal = figure.value.amount
    return int(amount) if amount == int(amount) else amount


def overuse(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return how far a use goes beyond what is included, and the speed it is then held to."""
    included = rule.value("allowance")
    over = max(given["used"] - included.amount, Decimal(0)).normalize() + 0
    speed = rule.value("throttle").amount if over else None
    steps = [Step("forecast-against-allowance", included, rule.figure("allowance"))]
    steps += [Step("throttled-to", rule.value("throttle"), rule.figure("throttle"))] if over else []
    result = {"over_allowance": bool(over), "throttle": int(speed) if over else None, "overuse": over}
    words = {"beyond": Quantity(over, included.unit)}
    return Outcome(result, tuple(steps), headline="over" if over else "within", words=words)


def wind_up(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether a hindrance is expected to last long enough to end the agreement, and the earliest end."""
    allowed = given["expected_days"] > rule.value("limit").days
    steps = [Step("longer-than-limit" if allowed else "within-limit", rule.value("limit"), rule.figure("limit"))]
    result: dict[str, Any] = {"wind_up_allowed": allowed}
    if allowed:
        earliest = given["notice_date"] + timedelta(days=rule.value("notice").days)
        result["earliest_end"] = earliest
        steps.append(Step("earliest-end", earliest, rule.figure("notice")))
    return Outcome(result, tuple(steps), headline="yes" if allowed else "no")


def unavailability(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether so many users without access count as downtime."""
    down, step = counts_as_unavailable(rule, given["affected_users"], given["total_users"])
    return Outcome({"unavailable": down}, (step,), headline="yes" if down else "no")


def counts_as_unavailable(rule: BoundRule, affected: int, total: int) -> tuple[bool, Step]:
    """Return whether the users hit reach the stated number, or, with fewer users in all, the stated share."""
    users, share = rule.figure("users"), rule.figure("share")
    many = int(users.value.amount)
    if total >= many:
        down = affected >= many
        return down, Step(
            "users-reach-number" if down else "users-below-number", users.value, users, _told(affected, total)
        )
    down = affected >= share.value * total
    return down, Step("users-reach-share" if down else "users-below-share", share.value, share, _told(affected, total))


def _told(affected: int, total: int) -> Mapping[str, Any]:
    return {"affected": affected, "total": total}


def refuse_users(affected: int | None, total: int | None, path: str) -> list[InputError]:
    """Refuse a count of users that cannot be: none in all, or more hit than there are, or only one of the two given."""
    if affected is None and total is None:
        return []
    if affected is None or total is None:
        return [InputError(f"{path}{'affected_users' if affected is None else 'total_users'}", "missing")]
    if total == 0:
        return [InputError(f"{path}total_users", "no-users")]
    return [InputError(f"{path}affected_users", "more-than-all", {"total": total})] if affected > total else []


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    return refuse_users(given["affected_users"], given["total_users"], "")


KIND = Kind(
    name="allowance",
    calculator="deadline",
    compute=allowance,
    fields=(Field("forecast", "decimal"), Field("as_of", "date")),
    roles={"allowance": Role(("quantity",)), "raised": Role(("quantity",))},
    date_of_interest="as_of",
)
USERS = {"users": Role(("count",)), "share": Role(("share",))}
UNAVAILABILITY_KIND = Kind(
    name="unavailability",
    calculator="availability-credit",
    compute=unavailability,
    fields=(Field("affected_users", "integer"), Field("total_users", "integer")),
    roles=USERS,
    refuse=_refuse,
)
OVERUSE_KIND = Kind(
    name="overuse",
    calculator="deadline",
    compute=overuse,
    fields=(Field("used", "decimal"),),
    roles={"allowance": Role(("quantity",)), "throttle": Role(("quantity",))},
)
WIND_UP_KIND = Kind(
    name="wind-up",
    calculator="deadline",
    compute=wind_up,
    fields=(Field("expected_days", "integer", maximum=10**6), Field("notice_date", "date")),
    roles={"limit": Role(("period",)), "notice": Role(("period",))},
    date_of_interest="notice_date",
    picture="timeline",
)
