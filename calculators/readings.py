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
    "clock-hours": {"service_hours": "ignored"},
    "core-time-minus-planned": {"measured_time": "service-hours-less-planned"},
    "counted-back-from-claim": {"counted_back_from": "claim"},
    "end-of-calendar-day": {"nth_day": "midnight"},
    "end-of-nth-working-day": {"nth_day": "close"},
    "eves-closed": {"eves": "closed"},
    "factors-multiply": {"both_factors": "multiply"},
    "fix-start-after-response": {"fix_start": "after-response"},
    "flat-720": {"measured_time": "stated-period"},
    "flat-720-minus-maintenance": {"measured_time": "stated-period-less-maintenance"},
    "from-first-service-instant": {"day_count_from": "clock-start"},
    "frame-is-a-condition": {"frame": "condition"},
    "index-may-fall": {"floor": "none"},
    "last-saturday": {"night": "last-saturday"},
    "literal-zero-gets-10": {"zero": "first-tier"},
    "nights-starting-mon-fri": {"overnight": "from-day"},
    "notice-cannot-overlap-binding-period": {"notice_in_binding": "not-counted"},
    "only-1-and-17-may": {"holidays": "NO-1-17-MAY"},
    "overflow-to-next-month": {"when_missing": "next-first"},
    "pro-rata-days": {"part_month": "pro-rata"},
    "rolling-from-notice-day": {"counted_from": "notice-day"},
    "saturday-is-virkedag": {"saturday": "working-day"},
    "troubleshooting-always-billed": {"troubleshooting": "always-billed"},
    "until-the-event": {"direction": "within"},
    "wall-clock-hours": {"hours": "wall-clock"},
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
