"""Programs that other people wrote for Atlassian Statuspage read our files, served as they are in production."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

import pytest
from prometheus_client.parser import text_string_to_metric_families

from scripts.serving.server import serving
from scripts.setup.start import ROOT
from scripts.status.model import Status
from tests.status.machines.made import ALL_DOWN, MAINTENANCE, QUIET, TROUBLE, UNKNOWN, api, made, write

CLIENTS = Path(__file__).parent / "clients"
EVENT_METRICS = ("statuspage_incident_info", "statuspage_maintenance_info")
Served = Callable[[str], str]


@pytest.fixture(scope="module")
def served(status: Status, library: dict[str, Any], tmp_path_factory: pytest.TempPathFactory):
    """Serves the section as it stands at an instant: `served(TROUBLE)` is its address, without a slash."""
    addresses: dict[str, str] = {}
    with ExitStack() as servers:

        def open_server(at: str) -> str:
            if at not in addresses:
                folder = write(made(status, library, at), tmp_path_factory.mktemp("status"))
                addresses[at] = servers.enter_context(serving(folder))
            return addresses[at]

        yield open_server


def said_by(command: list[str | Path], folder: Path | None = None, **environment: str) -> str:
    """What a program prints, run in a folder; it knows no proxy on the way to this machine."""
    inherited = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=folder, env=inherited | environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("api/v2/summary.json", "application/json"),
        ("api/v2/scheduled-maintenances/active.json", "application/json"),
        ("feeds/status/incidents.atom", "application/atom+xml"),
        ("sv/feeds/status/vpn.rss", "application/rss+xml"),
        ("en/feeds/status/vpn.json", "application/json"),
        ("feeds/status/maintenance.ics", "text/calendar"),
        ("en/status/vpn/badge.svg", "image/svg+xml"),
    ],
)
def test_is_served_as_what_it_is(served: Served, path: str, kind: str):
    """To pages of other sites too, where a program is the reader."""
    opener = build_opener(ProxyHandler({}))
    with opener.open(f"{served(QUIET)}/{path}") as answer:
        assert answer.headers.get_content_type() == kind
        assert answer.headers["Access-Control-Allow-Origin"] == (None if path.endswith(".svg") else "*")


@pytest.mark.parametrize("at", [QUIET, TROUBLE, MAINTENANCE])
def test_npm_statuspage_io_reads_every_list(served: Served, status: Status, library: dict[str, Any], at: str):
    """All but the lists of past and active maintenance, for which that package asks at the address of `upcoming`."""
    heard = json.loads(said_by([shutil.which("node"), CLIENTS / "statuspage_io.mjs", served(at)]))
    written = api(status, library, at)
    assert heard == {
        "summary": written["summary"],
        "status": written["status"],
        "components": written["components"],
        "incidents": written["incidents"],
        "unresolved": written["incidents/unresolved"],
        "upcoming": written["scheduled-maintenances/upcoming"],
    }


@pytest.mark.parametrize(
    ("at", "status_name", "is_ok", "components", "events"),
    [
        (QUIET, "No issues", True, ["Operational", "Operational"], []),
        (
            TROUBLE,
            "Major outage",
            False,
            ["Operational", "Partial outage"],
            ["2026-11-20-vpn-login", "2026-11-28-storage-firmware"],
        ),
        (MAINTENANCE, "No issues", True, ["Operational", "Under maintenance"], ["2026-11-14-vpn-move"]),
        (ALL_DOWN, "Critical incident", False, ["Major outage"] * 2, ["2026-10-25-clock-change"]),
        (UNKNOWN, "Minor incident", False, ["Degraded performance"] * 2, ["2026-11-04-monitoring-gap"]),
    ],
)
def test_statuscheck_understands_the_summary(
    served: Served, at: str, status_name: str, is_ok: bool, components: list[str], events: list[str]
):
    python = ROOT / ".venv" / "statuscheck" / "bin" / "python"
    heard = json.loads(said_by([python, CLIENTS / "ask_statuscheck.py", served(at)]))
    assert (heard["status"]["name"], heard["status"]["is_ok"]) == (status_name, is_ok)
    assert [component["status"] for component in heard["components"]] == components
    assert [event["id"] for event in heard["incidents"]] == events


@pytest.mark.parametrize(
    ("at", "works", "components", "events"),
    [
        (QUIET, 1, {"VPS for adgangskontroll": 1, "VPN-tilgang": 1}, set()),
        (
            TROUBLE,
            0,
            {"VPS for adgangskontroll": 1, "VPN-tilgang": 0},
            {"2026-11-20-vpn-login", "2026-11-28-storage-firmware"},
        ),
        (MAINTENANCE, 0, {"VPS for adgangskontroll": 1, "VPN-tilgang": 0}, {"2026-11-14-vpn-move"}),
        (ALL_DOWN, 0, {"VPS for adgangskontroll": 0, "VPN-tilgang": 0}, {"2026-10-25-clock-change"}),
    ],
)
def test_the_prometheus_exporter_measures_the_page(
    served: Served, tmp_path: Path, at: str, works: int, components: dict[str, int], events: set[str]
):
    """One pass of the exporter, told only where the summary is, writes what Prometheus would scrape."""
    page = {"name": "Paragraf", "url": f"{served(at)}/api/v2/summary.json"}
    (tmp_path / "services.json").write_text(json.dumps({"ours": page}))
    command = [sys.executable, "-m", "statuspage_prometheus_exporter.status_monitoring"]
    own = {"SERVICES_JSON_PATH": "services.json", "METRICS_TEXTFILE_PATH": "found.prom", "CACHE_DIR": "cache"}
    said_by(command, folder=tmp_path, RUN_MODE="once", **own)
    families = text_string_to_metric_families((tmp_path / "found.prom").read_text())
    samples = [sample for family in families for sample in family.samples]
    assert [sample.value for sample in samples if sample.name == "statuspage_service_status"] == [works]
    measured = [sample for sample in samples if sample.name == "statuspage_component_status"]
    assert {sample.labels["component_name"]: sample.value for sample in measured} == components
    told = [sample.labels for sample in samples if sample.name in EVENT_METRICS]
    named = {labels.get("incident_id") or labels["maintenance_id"] for labels in told}
    assert named - {"none"} == events  # it writes "none" where there is nothing
