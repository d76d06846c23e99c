"""An invoice for work by a rate card: minutes by band, a least time, fees on top, and VAT where a rate is given."""

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from functools import reduce
from typing import Any

from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Choice, Outcome, Step
from calculators.values.intervals import Interval, common, total
from calculators.values.money import Money
from calculators.values.timetables import ServiceHours, Timetable, Window

LONGEST = int(timedelta(days=366).total_seconds())
WORKDAYS = 5


def rate_card_invoice(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the work by band, each line rounded, the fees the clauses add, and the sums (convention 14)."""
    lines = [_line(rule, given, band, minutes) for band, minutes in _minutes_by_band(rule, given).items() if minutes]
    work = reduce(Money.__add__, (line["amount"] for line in lines))
    listed = rule.figures["card"]["list"]
    steps = [Step("band-line", line["amount"], listed[line["band"].key], line) for line in lines]
    fees = _fees(rule, given, work, steps)
    net = reduce(Money.__add__, fees.values())
    steps.append(Step("sum-of-lines", net))
    return Outcome({"lines": lines, **fees, "net": net, **_vat(given, net, steps)}, tuple(steps))


def _fees(rule: BoundRule, given: Mapping[str, Any], work: Money, steps: list[Step]) -> dict[str, Money]:
    nothing = work.times(0)
    urgent = nothing
    if given["urgent"] and rule.setting("urgent") == "on-top":
        urgent = rule.value("urgent").rounded()
        steps.append(Step("urgent-on-top", urgent, rule.figure("urgent")))
    elif given["urgent"]:
        work = max(work, rule.value("urgent").rounded())
        steps.append(Step("urgent-at-least", work, rule.figure("urgent")))
    invoice = rule.value("invoice_fee").rounded() if given["invoice_fee"] else nothing
    travel = given["travel"].rounded() if given["travel"] else nothing
    return {"work": work, "urgent_fee": urgent, "travel": travel, "invoice_fee": invoice}


def _vat(given: Mapping[str, Any], net: Money, steps: list[Step]) -> dict[str, Money]:
    if given["vat_rate"] is None:
        return {}
    vat = net.times(given["vat_rate"])
    steps.append(Step("vat-added", vat))
    return {"vat": vat, "gross": net + vat}


def _line(rule: BoundRule, given: Mapping[str, Any], band: str, minutes: int) -> dict[str, Any]:
    rate = _rate(rule, given, band)
    amount = Money(rate.amount, rate.currency).times(Fraction(minutes, 60))
    return {"band": Choice(band), "minutes": minutes, "rate": rate, "amount": amount}


def _rate(rule: BoundRule, given: Mapping[str, Any], band: str) -> Money:
    listed = rule.figures["card"]["list"][band].value
    if given["customer"] == "none":
        return listed
    if rule.setting("rates") == "exact":
        return listed.times(1 - rule.value("discount"))
    return rule.figures["card"][given["customer"]][band].value


def _minutes_by_band(rule: BoundRule, given: Mapping[str, Any]) -> dict[str, int]:
    """Return the minutes in each band; what lacks to the least time falls in the band worked last."""
    work = Interval(given["start"], given["end"])
    spans = {band: common([work], hours.within(work)) for band, hours in _bands(rule).items()}
    rest = total([work]) - sum(total(span) for span in spans.values())
    minutes = {band: total(span) // 60 for band, span in spans.items()} | {rule.setting("rest_band"): rest // 60}
    least = rule.value("least_onsite" if given["mode"] == "onsite" else "least_remote").seconds // 60
    lacking = max(0, least - sum(minutes.values()))
    if lacking:
        last = next(
            (band for band, span in spans.items() if span and span[-1].end == work.end), rule.setting("rest_band")
        )
        minutes[last] += lacking
    return minutes


def _bands(rule: BoundRule) -> dict[str, ServiceHours]:
    closed = rule.holidays if rule.setting("holiday_band") == "weekend" else None
    bands = rule.figures["card"]["band"]
    return {
        band: ServiceHours(_weekday_band(figure.value), rule.zone, closed)
        for band, figure in bands.items()
        if isinstance(figure.value, Window)
    }


def _weekday_band(window: Window) -> Timetable:
    return Timetable(tuple((window,) if day < WORKDAYS else () for day in range(7)))


def _customers(rule: BoundRule) -> list[str]:
    return ["none", *(column for column in rule.figures["card"] if column not in ("band", "list"))]


def _refuse(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    if given["end"] <= given["start"]:
        return [InputError("end", "ends-before-start")]
    return [InputError("end", "longer-than-a-year")] if given["end"] - given["start"] > LONGEST else []


def _no(rule: BoundRule) -> bool:
    return False


KIND = Kind(
    name="rate-card-invoice",
    calculator="rate-card-invoice",
    compute=rate_card_invoice,
    fields=(
        Field("start", "instant"),
        Field("end", "instant"),
        Field("customer", "choice", options=_customers),
        Field("mode", "choice", options=lambda rule: ["remote", "onsite"]),
        Field("travel", "money", required=False),
        Field("urgent", "boolean", required=False, default=_no),
        Field("invoice_fee", "boolean", required=False, default=_no, asked_when=lambda rule: rule.has("invoice_fee")),
        Field("vat_rate", "decimal", required=False, maximum=1),
    ),
    roles={
        "card": Role(("money", "clock", "text"), shape="keys"),
        "least_remote": Role(("period",)),
        "least_onsite": Role(("period",)),
        "urgent": Role(("money",)),
        "invoice_fee": Role(("money",), required=False),
        "discount": Role(("percentage",), required=False),
    },
    settings={
        "rest_band": (),
        "rates": ("printed", "exact"),
        "urgent": ("on-top", "minimum"),
        "holiday_band": ("weekday", "weekend"),
    },
    date_of_interest="start",
    refuse=_refuse,
)
