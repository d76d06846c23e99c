"""The terms as a history asks of them: each rule bound once for a month, and each question answered once.

Of many services, most have the same quiet months.
"""

import json
from datetime import date

from calculators.answering import Answer, answered
from calculators.asking import Library
from calculators.availability import Outage, PlannedWindow
from calculators.contract.rule import BoundRule
from scripts.status.credit_inputs import inputs
from scripts.status.model import Service
from scripts.status.services import bound_rule, severities


class Rules:
    """What a library of terms says of services; it has to stay the same meanwhile."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._bound: dict[tuple[str, date, str], BoundRule] = {}
        self._severities: dict[tuple[str | None, date], list[str]] = {}
        self._answers: dict[str, Answer] = {}

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

    def answer(
        self, service: Service, month: date, suffered: list[Outage], planned: list[PlannedWindow]
    ) -> Answer:
        """The calculator's word on a month with these outages."""
        request = {"rule": service.rule, "inputs": inputs(service, month, suffered, planned)}
        asked = json.dumps(request)
        if asked not in self._answers:
            self._answers[asked] = answered(request, self.library, month)
        return self._answers[asked]


def _day(service: Service, instant: int) -> date:
    return max(service.zone.day(instant), service.measured_from)
