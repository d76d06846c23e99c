"""The terms of one agreement and the version that covers a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Version:
    """One text of an agreement; its effective date is None where the text does not say since when it applies."""

    agreement: str
    supplier: Mapping[str, Any]
    label: str
    effective_date: date | None
    recorded_on: date | None
    in_force_from: date | None  # None: it covers every earlier day too
    existing_customers_from: date | None  # where those who had the agreement before are bound from another day
    terms: Mapping[str, Any]

    @property
    def rules(self) -> Mapping[str, Any]:
        return self.terms["rules"]


def versions(terms: Mapping[str, Any]) -> list[Version]:
    """Return the versions of an agreement, the earliest first."""
    read = [_version(terms, each) for each in terms["versions"]]
    return sorted(read, key=lambda v: (v.in_force_from or date.min, v.recorded_on or date.min, v.label))


def _version(terms: Mapping[str, Any], each: Mapping[str, Any]) -> Version:
    return Version(
        agreement=terms["agreement"],
        supplier=terms["supplier"],
        label=each["version"],
        effective_date=_day(each["effective_date"]),
        recorded_on=_day(each["recorded_on"]),
        in_force_from=_day(each.get("in_force_from", each["effective_date"])),
        existing_customers_from=_day((each.get("applies_to") or {}).get("existing_customers")),
        terms=each,
    )


def version_in_force(terms: Mapping[str, Any], on: date) -> Version | None:
    """Return the version that covers the day, or None before the first."""
    return covering(versions(terms), on)


def covering(known: Sequence[Version], on: date) -> Version | None:
    """Return which of an agreement's versions, the earliest first, covers the day, or None before the first.

    A first version of unknown effective date covers every earlier day.
    """
    begun = [v for v in known if v.in_force_from is None or v.in_force_from <= on]
    return begun[-1] if begun else None


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
