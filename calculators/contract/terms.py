"""The terms of one agreement and the version that covers a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Version:
    """One text of an agreement, in force from `effective_date`, or since an unknown day where that is None."""

    agreement: str
    supplier: Mapping[str, Any]
    label: str
    effective_date: date | None
    recorded_on: date | None
    terms: Mapping[str, Any]

    @property
    def rules(self) -> Mapping[str, Any]:
        return self.terms["rules"]


def versions(terms: Mapping[str, Any]) -> list[Version]:
    """Return the versions of an agreement, the earliest first; one of unknown effect is earlier than any dated one."""
    read = [
        Version(
            terms["agreement"],
            terms["supplier"],
            each["version"],
            _day(each["effective_date"]),
            _day(each["recorded_on"]),
            each,
        )
        for each in terms["versions"]
    ]
    return sorted(read, key=lambda v: (v.effective_date or date.min, v.recorded_on or date.min, v.label))


def version_in_force(terms: Mapping[str, Any], on: date) -> Version | None:
    """Return the version that covers the day, or None before the first.

    An unknown effective date covers every earlier day.
    """
    covering = [v for v in versions(terms) if v.effective_date is None or v.effective_date <= on]
    return covering[-1] if covering else None


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
