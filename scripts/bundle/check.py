"""What a bundle has to show before anybody gets it: CPython's answers, and a snapshot that restores to the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

from scripts.bundle.engine import ask_bundle
from scripts.bundle.node import run_node
from scripts.bundle.selfcheck import SelfCheck

LARGEST_HEAP = 30 * 1024 * 1024  # a restored interpreter starts with this much; pyodide#6254
IN_CPYTHON = "import sys; from scripts.bundle.inside.answers import main; print(main(sys.stdin.read()), end='')"


class BundleError(Exception):
    """The bundle does not do what it should; the message says where it differs."""


def check_answers(root: Path, folder: Path, selfcheck: SelfCheck) -> list[str]:
    """The answers to the self-check, the same text in CPython and in the bundle."""
    expected, found = _ask_cpython(root, selfcheck.question), ask_bundle(folder, selfcheck.question)
    for request, right, answer in zip(selfcheck.requests, expected, found, strict=True):
        if answer != right:
            raise BundleError(f"{request}: the bundle answers\n  {answer}\nand CPython answers\n  {right}")
    return found


def check_snapshot(folder: Path, selfcheck: SelfCheck, answer: str) -> int:
    """The size of the interpreter's memory, which is what a visitor's browser keeps."""
    job = {"request": selfcheck.requests[0], "terms": selfcheck.terms, "today": selfcheck.today}
    found = json.loads(run_node("snapshot.mjs", folder.resolve(), text=json.dumps(job)))
    if found["answer"] != answer:
        raise BundleError(f"a restored snapshot answers\n  {found['answer']}\ninstead of\n  {answer}")
    if found["heap"] > LARGEST_HEAP:
        raise BundleError(f"the memory is {found['heap']} bytes; snapshots above {LARGEST_HEAP} do not restore")
    return found["heap"]


def _ask_cpython(root: Path, question: str) -> list[str]:
    project = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(str(path.resolve()) for path in (root, project))}
    command = [sys.executable, "-c", IN_CPYTHON]
    done = subprocess.run(command, input=question, env=environment, cwd=root, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise BundleError(f"the self-check fails in CPython:\n{done.stderr}")
    return json.loads(done.stdout)
