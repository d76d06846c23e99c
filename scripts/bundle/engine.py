"""Answers from a finished bundle under Node.js: the interpreter, library and bytecode that a visitor's browser runs."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from scripts.bundle.node import run_inside
from scripts.bundle.runtime import ARCHIVE


def run_in_pyodide(
    requests: Sequence[Any], terms: Mapping[str, Any], today: date, bundle_folder: Path
) -> list[dict[str, Any]]:
    """The responses to the requests, in their order, from one start of the interpreter."""
    texts = [exact_json(request) for request in requests]
    answers = ask_bundle(bundle_folder, question(texts, json.dumps(terms), today.isoformat()))
    return [json.loads(answer)["response"] for answer in answers]


def question(requests: Sequence[str], terms: str, today: str) -> str:
    """What inside/answers.py reads."""
    return json.dumps({"requests": list(requests), "terms": terms, "today": today})


def ask_bundle(folder: Path, asked: str) -> list[str]:
    """What the bundle answers to a question, as the texts that a page gets."""
    return json.loads(run_inside(folder, "answers.py", asked, library=folder / ARCHIVE))


def exact_json(value: Any) -> str:
    """JSON in which a Decimal stays the number it is; json.dumps would have to make a float or a string of it."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{json.dumps(name)}:{exact_json(each)}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(exact_json, value)) + "]"
    return json.dumps(value)
