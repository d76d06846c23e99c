"""An invoice for work by a rate card: time by band, a least time, fees on top, and VAT where a rate is given."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Any

from calculators.contract.figures import Figure
from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Choice, Outcome, Percent, Step
from calculators.rate_bands import seconds_by_band
from calculators.urgent import urgent_part
from calculators.values.money import Money, cut, rounded_half_up
from calculators.values.vat_rates import general_rate, has_rates

LONGEST = int(timedelta(days=366).total_seconds())


def rate_card_invoice(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the work by band, each line rounded, the fees the clauses add, and the sums (convention 14)."""
    seconds, steps = _seconds(rule, given)
    lines = []
    for band, worked in seconds.items():
        rate, stated = _rate(rule, given["customer"], band)
        line = {"band": Choice(band), "minutes": _minutes(worked), "rate": rate, "amount": _hours_at(rate, worked)}
        lines.append(line)
        steps.append(Step("band-line", line["amount"], stated, line))
    work = reduce(Money.__add__, (line["amount"] for line in lines))
    sums = {"work": work, **_fees(rule, given, work, steps)}
    net = reduce(Money.__add__, sums.values())
    steps.append(Step("sum-of-lines", net))
    return Outcome({"lines": lines, **sums, "net": net, **_vat(rule, given, net, steps)}, tuple(steps))


def _seconds(rule: BoundRule, given: Mapping[str, Any]) -> tuple[dict[str, int], list[Step]]:
    """Return the seconds billed in each band; what lacks to the least time is topped up in one of them."""
    seconds, topped = seconds_by_band(rule, given["start"], given["end"])
    least = rule.figure("least_onsite" if given["mode"] == "onsite" else "least_remote")
    lacking = least.value.seconds - sum(seconds.values())
    if lacking <= 0 or (given["covered_by_support"] and given["mode"] != "onsite"):
        return seconds, []
    return {**seconds, topped: seconds[topped] + lacking}, [Step("least-time", least.value, least)]


def _rate(rule: BoundRule, customer: str, band: str) -> tuple[Money, Figure]:
    """Return the printed rate of the customer's column; or the list price less the stated discount, exactly."""
    card = rule.figures["prices"]
    listed, printed = card[_customers(rule)[0]][band], card[customer][band]
    if rule.setting("rates") == "exact" and customer in rule.figures.get("discount", {}):
        return listed.value.times(1 - rule.figures["discount"][customer].value), printed
    return printed.value, printed


def _hours_at(rate: Money, seconds: int) -> Money:
    return rate.times(Fraction(seconds, 3600))


def _minutes(seconds: int) -> int | Decimal:
    whole, rest = divmod(seconds, 60)
    return rounded_half_up(Fraction(seconds, 60), 4) if rest else whole


def _fees(rule: BoundRule, given: Mapping[str, Any], work: Money, steps: list[Step]) -> dict[str, Money]:
    nothing = work.times(0)
    fees = {"urgent_fee": nothing, "travel": (given["travel"] or nothing).rounded(), "invoice_fee": nothing}
    if given["urgent"]:
        fees["urgent_fee"], step = urgent_part(rule, work)
        steps.append(step)
    if given["travel"]:
        steps.append(Step("travel-added", fees["travel"]))
    if given["invoice_fee"]:
        fees["invoice_fee"] = rule.value("invoice_fee").rounded()
        steps.append(Step("invoice-fee-added", fees["invoice_fee"], rule.figure("invoice_fee")))
    return fees


def _vat(rule: BoundRule, given: Mapping[str, Any], net: Money, steps: list[Step]) -> dict[str, Money]:
    """Return VAT and the sum with it: at the rate entered, else at the general one on the last day of the work."""
    if given["vat_rate"] is not None:
        vat = net.times(given["vat_rate"])
        steps.append(Step("vat-at-own-rate", vat, words={"rate": _percent(given["vat_rate"])}))
    elif given["general_vat"]:
        held = general_rate(_country(rule), rule.zone.day(given["end"] - 1))
        vat = net.times(held.share)
        words = {"rate": _percent(held.share), "source": held.source, "until": held.checked_until}
        steps.append(Step("vat-at-general-rate", vat, words=words))
    else:
        return {}
    return {"vat": vat, "gross": net + vat}


def _percent(share: Decimal | Fraction) -> Percent:
    return Percent(cut(Fraction(share) * 100, 4).normalize() + 0)


def _country(rule: BoundRule) -> str:
    return rule.version.supplier["holidays"]


def _customers(rule: BoundRule) -> list[str]:
    """Return the columns of the card; the first holds the list prices."""
    return list(rule.figures["prices"])


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
        Field(
            "covered_by_support",
            "boolean",
            required=False,
            default=_no,
            asked_when=lambda rule: rule.setting("covered_work") == "no-least-time",
        ),
        Field("travel", "money", required=False),
        Field("urgent", "boolean", required=False, default=_no),
        Field("invoice_fee", "boolean", required=False, default=_no, asked_when=lambda rule: rule.has("invoice_fee")),
        Field("vat_rate", "decimal", required=False, maximum=1),
        Field(
            "general_vat",
            "boolean",
            required=False,
            default=_no,
            asked_when=lambda rule: has_rates(_country(rule)),
        ),
    ),
    roles={
        "prices": Role(("money",), shape="keys"),
        "bands": Role(("clock",), shape="keys"),
        "weekend": Role(("timetable",)),
        "least_remote": Role(("period",)),
        "least_onsite": Role(("period",)),
        "urgent": Role(("money",)),
        "invoice_fee": Role(("money",), required=False),
        "discount": Role(("percentage",), required=False, shape="keys"),
    },
    settings={
        "weekend_band": (),
        "rates": ("printed", "exact"),
        "urgent": ("on-top", "minimum"),
        "holiday_band": ("weekday", "weekend"),
        "covered_work": ("as-other", "no-least-time"),
        "top_up": ("last-band", "first-band"),
    },
    date_of_interest="start",
    refuse=_refuse,
    picture="bands",
)
