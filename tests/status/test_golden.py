"""A file of docs/status and what the reader makes of it, side by side in one file under `golden`.

Below the text stand sections, `=== problems ===` and the like, each with the exact outcome.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scripts.agreements.problems import ProblemLog
from scripts.setup.start import ROOT
from scripts.status.incidents import read_incident
from scripts.status.maintenance import read_maintenance
from scripts.status.model import Event, Incident, Maintenance, Service, Text
from scripts.status.rules import Rules
from scripts.status.services import Services, read_services

GOLDEN = Path(__file__).parent / "golden"
SECTION = re.compile(r"^=== (.+) ===\n", re.MULTILINE)


@pytest.fixture(scope="module")
def services(library: dict[str, Any]) -> Services:
    text = (ROOT / "docs" / "status" / "services.yml").read_text(encoding="utf-8")
    return read_services(text, library, ProblemLog("services.yml"))


@pytest.mark.parametrize("path", sorted((GOLDEN / "incidents").iterdir()), ids=lambda path: path.stem)
def test_reads_an_incident(path: Path, services: Services, library: dict[str, Any]):
    assert_read(path, read_incident, services, library)


@pytest.mark.parametrize("path", sorted((GOLDEN / "maintenance").iterdir()), ids=lambda path: path.stem)
def test_reads_maintenance(path: Path, services: Services, library: dict[str, Any]):
    assert_read(path, read_maintenance, services, library)


@pytest.mark.parametrize("path", sorted((GOLDEN / "services").iterdir()), ids=lambda path: path.stem)
def test_reads_services(path: Path, library: dict[str, Any]):
    text, expected = case(path)
    log = ProblemLog(path.name)
    found = read_services(text, library, log).services
    assert {"problems": problems(log), "services": "\n".join(map(service_line, found))} == expected


def assert_read(path: Path, read: Callable[..., Event | None], services: Services, library: dict[str, Any]) -> None:
    """What is faulty is kept out whole; what is sound reads as the file says."""
    text, expected = case(path)
    log = ProblemLog(path.name)
    event = read(path.stem, text, services, Rules(library), log)
    assert (event is None) == bool(log.problems)
    assert {"problems": problems(log), **({"event": event_lines(event)} if event else {})} == expected


def case(path: Path) -> tuple[str, dict[str, str]]:
    """The text of a golden file and its sections by name."""
    text, *parts = SECTION.split(path.read_text(encoding="utf-8"))
    return text, dict(zip(parts[::2], (part.strip("\n") for part in parts[1::2]), strict=True))


def problems(log: ProblemLog) -> str:
    return "\n".join(map(str, sorted(log.problems, key=lambda problem: problem.line)))


def event_lines(event: Event) -> str:
    kind = f"cause {event.cause}" if isinstance(event, Incident) else f"announced on {event.announced_on}"
    return "\n".join(
        [
            f"{event.id} {utc(event.start)} to {utc(event.end)}, {kind}",
            *unusual_lines(event),
            text_line(event.title),
            *(f"{id} {hit.impact} {hit.affected_users} of {hit.total_users}" for id, hit in event.suffered.items()),
            *(f"{utc(update.at)} {update.state} {texts(update.text)}" for update in event.updates),
        ]
    )


def unusual_lines(event: Event) -> list[str]:
    """What most events are not: gone otherwise than planned, cancelled, a draft."""
    lines = ["draft"] if event.is_draft else []
    if isinstance(event, Incident) and event.is_by_measurements:
        lines.append("opened by measurements")
    if isinstance(event, Incident) and event.severity:
        done = f"responded {utc(event.responded_at)}, fix started {utc(event.fix_started_at)}"
        lines.insert(0, f"{event.severity}, reported {utc(event.reported)}, {done}")
    if isinstance(event, Maintenance) and event.cancelled_at is not None:
        lines.insert(0, f"cancelled {utc(event.cancelled_at)}")
    if isinstance(event, Maintenance) and (event.window.start, event.window.end) != (event.start, event.end):
        lines.insert(0, f"planned {utc(event.window.start)} to {utc(event.window.end)}")
    return lines


def service_line(service: Service) -> str:
    measured = f"{service.rule} from {service.measured_from}, fee {service.example_fee}"
    group = f", in {service.group}" if service.group else ""
    return f"{service.id} {text_line(service.name)}; {measured}{group}"


def text_line(text: Text) -> str:
    return f"{text.original}: {texts(text)}"


def texts(text: Text) -> str:
    return ", ".join(f"{language}={words}" for language, words in text.texts.items())


def utc(instant: int | None) -> str:
    if instant is None:
        return "now"
    precision = "seconds" if instant % 60 else "minutes"
    return datetime.fromtimestamp(instant, UTC).isoformat(timespec=precision).replace("+00:00", "Z")


@pytest.mark.parametrize("folder", ["", "sv/", "en/"])
def test_reads_the_example_of_the_guide(folder: str, services: Services, library: dict[str, Any]):
    """Who copies it has an incident with nothing wrong."""
    guide = (ROOT / "docs" / folder / "guide" / "status.md").read_text(encoding="utf-8")
    shown = guide[guide.index("    ---") : guide.index("\n`services`")]
    example = "\n".join(line.removeprefix("    ") for line in shown.split("\n"))
    log = ProblemLog("status.md")
    read_incident("example", example, services, Rules(library), log)
    assert [str(problem) for problem in log.problems] == []
