"""The terms as events ask of them: each rule bound to its figures once for a month, not once for every event in it."""

from datetime import date

from calculators.asking import Library
from calculators.contract.rule import BoundRule
from scripts.status.model import Service
from scripts.status.services import bound_rule, severities


class Rules:
    """What a library of terms says of services; it has to stay the same meanwhile."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._bound: dict[tuple[str, date, str], BoundRule] = {}
        self._severities: dict[tuple[str | None, date], list[str]] = {}

    def at(self, service: Service, instant: int) -> BoundRule:
        """The service's rule as it stood in the month of an instant, or in the first measured one if that is later."""
        month = f"{_day(service, instant):%Y-%m}"
        key = (service.rule, service.measured_from, month)
        if key not in self._bound:
            self._bound[key] = bound_rule(service, month, self.library)
        return self._bound[key]

    def severities(self, service: Service, instant: int) -> list[str]:
        """The severities that the service's rule on response times tells apart; none where it has no such rule."""
        key = (service.responses_by, _day(service, instant))
        if key not in self._severities:
            self._severities[key] = severities(service, instant, self.library)
        return self._severities[key]


def _day(service: Service, instant: int) -> date:
    return max(service.zone.day(instant), service.measured_from)
