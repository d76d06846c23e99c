"""What every test of the status page asks of: the real terms, the sample's files, and their books at an instant."""

from collections.abc import Callable
from typing import Any

import pytest

from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.setup.start import ROOT
from scripts.status.ledger import Ledger, open_ledger
from scripts.status.model import Impact, Incident, Service, Status, Suffered, Text
from scripts.status.reading import read_status
from tests.status.sample import NOW, second


@pytest.fixture(scope="session")
def library() -> dict[str, Any]:
    """The terms of every agreement under docs/, as calculators read them."""
    return {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}


@pytest.fixture(scope="session")
def status(library: dict[str, Any]) -> Status:
    """What docs/status says."""
    return read_status(ROOT / "docs", library)


@pytest.fixture(scope="session")
def ledger(status: Status, library: dict[str, Any]) -> Ledger:
    """The books of the sample as they stand at NOW."""
    return open_ledger(status, library, int(NOW.timestamp()))


@pytest.fixture
def incident() -> Callable[..., Incident]:
    """Makes an incident on a service: `incident(vps, "2026-10-07T09:12+02:00", "2026-10-07T11:40+02:00")`."""

    def made(service: Service, start: str, end: str | None, impact: str = "major-outage", **told: Any) -> Incident:
        suffered = {
            service.id: Suffered(Impact(impact), told.pop("affected_users", None), told.pop("total_users", None))
        }
        first, last = (None if time is None else second(time) for time in (start, end))
        name = Text("nb", {"nb": "Stans"})
        return Incident(f"stop-{start[:10]}", "a.md", name, suffered, first, last, (), **told)

    return made
