"""Readings: the ways to understand an ambiguous clause, each a set of changed settings under a known key.

A rule's front matter says which readings it has, which is the natural one and why; here stands only what a key changes.
"""

from collections.abc import Mapping
from typing import Any

from calculators.contract.rule import BoundRule, under

CHANGES: Mapping[str, Mapping[str, Any]] = {
    "calendar-24h": {"measured_time": "calendar-month"},
    "calendar-24h-all-downtime": {"measured_time": "calendar-month", "counted": "always"},
    "calendar-days": {"days": "calendar"},
    "change-day-counted": {"event_day": "counted"},
    "clock-hours": {"service_hours": "ignored"},
    "clock-hours-from-window-open": {"service_hours": "start-only"},
    "core-time-minus-planned": {"measured_time": "service-hours-less-planned"},
    "counted-back-from-claim": {"counted_back_from": "claim"},
    "danish-holidays": {"holidays": "DK"},
    "earlier-of-both": {"other_end": "earlier"},
    "end-of-calendar-day": {"nth_day": "midnight"},
    "end-of-nth-working-day": {"nth_day": "close"},
    "eves-closed": {"eves": "closed"},
    "exact-10pct": {"rates": "exact"},
    "factors-multiply": {"both_factors": "multiply"},
    "first-of-month-starts-the-count": {"first_of_month": "starts-the-count"},
    "fix-start-after-response": {"fix_start": "after-response"},
    "fix-start-round-the-clock": {"fix_start_hours": "ignored"},
    "flat-720": {"measured_time": "stated-period"},
    "flat-720-minus-maintenance": {"measured_time": "stated-period-less-maintenance"},
    "frame-is-a-condition": {"frame": "condition"},
    "from-first-service-instant": {"day_count_from": "clock-start"},
    "full-remainder-5.4": {"share": "whole"},
    "half-of-one-month": {"reduced": "one-month"},
    "holiday-as-weekend": {"holiday_band": "weekend"},
    "index-may-fall": {"floor": "none"},
    "last-saturday": {"night": "last-saturday"},
    "literal-zero-gets-10": {"zero": "first-tier"},
    "margin-on-sales-price": {"margin": "on-price"},
    "marginal-tiers": {"discount": "marginal"},
    "nights-starting-mon-fri": {"overnight": "from-day"},
    "no-time-to-cure": {"after_breach": "at-once"},
    "no-minimum": {"minimum": "none"},
    "notice-cannot-overlap-binding-period": {"notice_in_binding": "not-counted"},
    "office-hours": {"service_hours": "observed"},
    "only-1-and-17-may": {"holidays": "NO-1-17-MAY"},
    "overflow-to-next-month": {"when_missing": "next-first"},
    "planned-only-outside-core": {"planned_in_service": "counts"},
    "pro-rata-days": {"part_month": "pro-rata"},
    "rolling-from-month-end": {"counted_from": "month-end"},
    "rolling-from-notice-day": {"counted_from": "notice-day"},
    "saturday-is-virkedag": {"saturday": "working-day"},
    "three-months-from-notice-day": {"counted_from": "notice-day"},
    "today-not-counted": {"today": "not-counted"},
    "top-up-in-first-band": {"top_up": "first-band"},
    "troubleshooting-always-billed": {"troubleshooting": "always-billed"},
    "two-months-after-contract-expiry": {"other_end": "then-notice"},
    "upward-only": {"floor": "previous"},
    "until-the-event": {"direction": "within"},
    "urgent-as-minimum-charge": {"urgent": "minimum"},
    "urgent-fee-on-top": {"urgent": "on-top"},
    "wall-clock-hours": {"hours": "wall-clock"},
    "weekday-holidays-covered": {"public_holidays": "open"},
    "whole-reduction": {"charged": "whole"},
}


def keys_of(rule: BoundRule) -> list[str]:
    """Return the keys of a rule's readings, the natural one first; none where the text allows only one."""
    declared = rule.declared.get("readings")
    return [declared["default"], *declared.get("others", [])] if declared else []


def read_as(rule: BoundRule, key: str | None) -> BoundRule:
    """Return the rule under the reading; the natural reading and no reading leave it as declared."""
    if key is None or key == keys_of(rule)[0]:
        return rule
    return under(rule, changes_of(rule.declared, key))


def changes_of(declared: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return what a reading changes: the rule's own declaration of it, else the standard one, else KeyError."""
    return declared["readings"].get("changes", {}).get(key) or CHANGES[key]
