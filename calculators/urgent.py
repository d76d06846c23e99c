"""What an urgent job costs more: a fee on top of the work, or what the work lacks to a least price."""

from collections.abc import Mapping
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.money import Money


def urgent_part(rule: BoundRule, work: Money) -> tuple[Money, Step]:
    """Return what an urgent job adds to the price of its work, and the step that says why."""
    stated = rule.value("urgent").rounded()
    if rule.setting("urgent") == "on-top":
        return stated, Step("urgent-on-top", stated, rule.figure("urgent"))
    lacking = max(stated - work, work.times(0))
    return lacking, Step("urgent-at-least", lacking, rule.figure("urgent"))


def urgent_price(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return what an urgent job costs, its work and what is added."""
    work = given["work_amount"].rounded()
    added, step = urgent_part(rule, work)
    return Outcome({"urgent_fee": added, "net": work + added}, (step, Step("sum-of-lines", work + added)))


KIND = Kind(
    name="urgent-price",
    calculator="rate-card-invoice",
    compute=urgent_price,
    fields=(Field("work_amount", "money"),),
    roles={"urgent": Role(("money",))},
    settings={"urgent": ("on-top", "minimum")},
)
