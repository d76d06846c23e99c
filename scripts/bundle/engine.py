"""Answers from a finished bundle under Node.js: the interpreter, library and bytecode that a visitor's browser runs."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from scripts.bundle.node import run_inside


def run_in_pyodide(
    requests: Sequence[Any], terms: Mapping[str, Any], today: date, bundle_folder: Path
) -> list[dict[str, Any]]:
    """The responses to the requests, in their order, from one start of the interpreter."""
    job = {"requests": list(requests), "terms": terms, "today": today.isoformat()}
    return [json.loads(answer) for answer in json.loads(ask_bundle(bundle_folder, json.dumps(job)))]


def ask_bundle(folder: Path, job: str) -> str:
    """What inside/answers.py makes of the job in the bundle."""
    return run_inside(folder, "answers.py", job, library=folder / "calculators.zip")
