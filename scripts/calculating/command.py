"""scripts/calculate: answers one request, or an array of requests, given as JSON on standard input."""

import argparse
import json
import sys
from datetime import date
from typing import Any

from calculators.answer import answer, loaded
from scripts.agreements.checked import checked_corpus
from scripts.agreements.terms import terms
from scripts.setup.start import ROOT


def main(arguments: list[str]) -> int:
    """Write the response or responses; 0 whatever they say, 2 where standard input is not JSON."""
    options = parser().parse_args(arguments)
    try:
        asked = loaded(sys.stdin.buffer.read().decode("utf-8-sig"))
    except ValueError as error:
        print(f"scripts/calculate: standard input is not JSON: {error}", file=sys.stderr)
        return 2
    requests = asked if isinstance(asked, list) else [asked]
    responses = ENGINES[options.engine](requests, library(), options.today)
    written = responses if isinstance(asked, list) else responses[0]
    text = json.dumps(written, ensure_ascii=False, indent=options.indent)
    sys.stdout.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
    return 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/calculate", description=__doc__)
    add = options.add_argument
    add("--engine", choices=sorted(ENGINES), default="cpython", help="where the rules run")
    add("--today", type=date.fromisoformat, default=date.today(), help="the day that counts as today (YYYY-MM-DD)")
    add("--indent", type=int, help="spaces to indent the JSON with")
    return options


def library() -> dict[str, Any]:
    """Return the terms of every agreement under docs/."""
    corpus = checked_corpus(ROOT / "docs")
    return {agreement.id: terms(agreement) for agreement in corpus.agreements}


def in_cpython(requests: list[Any], library: dict[str, Any], today: date) -> list[dict[str, Any]]:
    """Return the responses of the calculators in this interpreter."""
    return [answer(request, library, today) for request in requests]


def in_pyodide(requests: list[Any], library: dict[str, Any], today: date) -> list[dict[str, Any]]:
    """Return the responses of the bundle that the browser loads, run under Node."""
    from scripts.bundle import bundle
    from scripts.bundle.engine import run_in_pyodide

    folder = bundle(ROOT, ROOT / ".cache", lambda text: print(text, file=sys.stderr))
    return run_in_pyodide(requests, library, today, folder)


ENGINES = {"cpython": in_cpython, "pyodide": in_pyodide}
