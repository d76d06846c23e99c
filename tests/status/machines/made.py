"""The files for machines as they stand at an instant, and the instants that tests look at."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from scripts.status.ledger import Ledger, open_ledger
from scripts.status.machines.api import api_files
from scripts.status.machines.files import files_for_machines
from scripts.status.model import Status

SITE = "https://status.example/"
QUIET = "2026-11-10T12:00+01:00"
TROUBLE = "2026-11-20T12:00+01:00"
MAINTENANCE = "2026-11-14T17:00+01:00"
ALL_DOWN = "2026-10-25T02:50+02:00"
UNKNOWN = "2026-11-04T14:20+01:00"
INSTANTS = (QUIET, TROUBLE, MAINTENANCE, ALL_DOWN, UNKNOWN, "2026-09-01T00:00+02:00", "2027-01-01T00:00+01:00")


def made(status: Status, library: dict[str, Any], at: str, site: str = SITE) -> dict[str, str]:
    """Every file for machines by path."""
    return dict(files_for_machines(_ledger(status, library, at), site))


def api(status: Status, library: dict[str, Any], at: str, site: str = SITE) -> dict[str, Any]:
    """What the API answers, by its address below /api/v2/."""
    files = api_files(_ledger(status, library, at), site)
    return {path.removeprefix("api/v2/").removesuffix(".json"): json.loads(text) for path, text in files}


def write(files: dict[str, str], folder: Path) -> Path:
    """The files in a folder, as a host serves them."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _ledger(status: Status, library: dict[str, Any], at: str) -> Ledger:
    return open_ledger(status, library, int(datetime.fromisoformat(at).timestamp()))
