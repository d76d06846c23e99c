"""Liability caps of stated amounts: the lowest of the sums a clause names, or none at all."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Step
from calculators.values.money import Money

NOTHING = Decimal(0)


def stated_cap(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the cap and what of the loss is payable; an exception the clause names lifts the cap."""
    loss = given["loss"].rounded()
    if any(given[name] for name in rule.setting("lifted_by", [])):
        return Outcome({"capped": False, "cap": None, "payable": loss}, (Step("cap-lifted", None, rule.clause),))
    cap, step = _cap(rule, given)
    payable = min(loss, cap)
    steps = (step, Step("smaller-of-loss-and-cap", payable))
    return Outcome({"capped": True, "cap": cap, "payable": payable}, steps)


def _cap(rule: BoundRule, given: Mapping[str, Any]) -> tuple[Money, Step]:
    nothing = Money(NOTHING, rule.currency)
    if any(given[name] for name in rule.setting("excluded_by", [])):
        return nothing.rounded(), Step("cap-excluded", None, rule.clause)
    if not all(given[name] for name in rule.setting("only_if", [])):
        return nothing.rounded(), Step("cap-condition-missing", None, rule.clause)
    bases = [given[name] for name in rule.setting("bases", [])]
    lowest = min(bases) if bases else nothing
    if rule.has("share"):
        cap = lowest.times(rule.value("share"))
        return cap, Step("cap-is-share", cap, rule.figure("share"))
    stated = rule.figure("period") if rule.has("period") else rule.clause
    return lowest.rounded(), Step(_sums(len(bases)), lowest.rounded(), stated)


def _sums(bases: int) -> str:
    return "cap-is-lowest" if bases > 1 else "cap-is-sum" if bases else "cap-is-nothing"


def _fields(rule: BoundRule) -> tuple[Field, ...]:
    flags = [name for part in ("only_if", "excluded_by", "lifted_by") for name in rule.setting(part, [])]
    return (
        *(Field(name, "money") for name in rule.setting("bases", [])),
        Field("loss", "money"),
        *(Field(name, "boolean", required=False, default=lambda rule: False) for name in flags),
    )


KIND = Kind(
    name="stated-cap",
    calculator="liability-cap",
    compute=stated_cap,
    fields=_fields,
    roles={"share": Role(("percentage",), required=False), "period": Role(("period",), required=False)},
    settings={"bases": (), "lifted_by": (), "only_if": (), "excluded_by": ()},
)
