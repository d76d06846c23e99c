"""Payment: when an invoice falls due, and from when interest runs."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.periods import day_after


def payment_due(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the due date, counted from the invoice; it is not moved to a working day (convention 7)."""
    counted_from = given["invoice_date"]
    due = day_after(counted_from, rule.value("period"), rule.working_days, rule.when_missing)
    steps = [Step("invoiced-on", counted_from), Step("due-on", due, rule.figure("period"))]
    if rule.setting("interest") != "from-day-after":
        return Outcome({"due": due}, tuple(steps))
    interest = due + timedelta(days=1)
    return Outcome({"due": due, "interest_from": interest}, (*steps, Step("interest-from", interest)))


KIND = Kind(
    name="payment-due",
    calculator="payment-timeline",
    compute=payment_due,
    fields=(Field("invoice_date", "date"),),
    roles={"period": Role(("period",))},
    settings={"interest": ("not-stated", "from-day-after")},
    date_of_interest="invoice_date",
    picture="timeline",
)
