"""Payment: when an invoice falls due."""

from collections.abc import Mapping
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.periods import day_after


def payment_due(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the due date, counted from the invoice; it is not moved to a working day (convention 7)."""
    due = day_after(given["invoice_date"], rule.value("period"), rule.working_days, rule.when_missing)
    return Outcome(
        {"due": due}, (Step("invoiced-on", given["invoice_date"]), Step("due-on", due, rule.figure("period")))
    )


KIND = Kind(
    name="payment-due",
    calculator="payment-timeline",
    compute=payment_due,
    fields=(Field("invoice_date", "date"),),
    roles={"period": Role(("period",))},
    date_of_interest="invoice_date",
)
