"""The samples that a month is closed with: what the store holds of the service's target, as it is now."""

from datetime import date
from pathlib import Path

from calculators.availability import month_of
from calculators.values.intervals import Interval
from scripts.measuring.places import VARIABLE
from scripts.measuring.samples import Sample
from scripts.measuring.store import DAY, StoreError, open_to_read
from scripts.status.model import Service
from scripts.status.months.closing import Refused
from scripts.status.months.samples import around


def taken(path: Path, service: Service, month: date) -> list[Sample] | None:
    """The samples around a month; None where nobody measures the service, Refused where the store knows none of it."""
    if service.measured is None:
        return None
    whole = month_of(service.zone, month)
    try:
        with open_to_read(path) as store:
            known = store.last(service.measured) is not None
            found = store.samples(service.measured, Interval(whole.start - DAY, whole.end + DAY))
    except StoreError as error:
        raise Refused(f"{service.id} is measured, but {error}") from None
    if not known:
        expected = f"Is it the store that scripts/probe writes to? Name another by --store or {VARIABLE}."
        raise Refused(f"{service.id} is measured by {service.measured}, of which {path} holds nothing. {expected}")
    return around(found, whole)
