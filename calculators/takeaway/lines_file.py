"""The lines of an answer as CSV (RFC 4180): the lines of an invoice where it has any, else its steps."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from calculators.answering import Answer
from calculators.outcome import json_value
from calculators.wording import step_text
from calculators.words import said, table
from calculators.words.spoken import spoken

FORMULA = ("=", "+", "@", "\t", "\r")


def lines_file(given: Answer, language: str) -> str:
    """Return the rows with a head; figures as in the response, so that a sheet reads them as numbers."""
    rows = _invoice(given, language) or _steps(given, language)
    written = io.StringIO()
    csv.writer(written).writerows([_cell(each) for each in row] for row in rows)
    return written.getvalue()


def _invoice(given: Answer, language: str) -> list[Sequence[Any]]:
    result = given.outcome.result
    lines: Sequence[Mapping[str, Any]] = result.get("lines") or ()
    if not lines:
        return []
    names = list(lines[0])
    sums = [(name, value) for name, value in result.items() if name != "lines" and value is not None]
    head = [_label(name, language) for name in names]
    filled = [""] * (len(names) - 2)
    body = [[_figure(line[name], language) for name in names] for line in lines]
    return [head, *body, *([_label(name, language), *filled, _figure(value, language)] for name, value in sums)]


def _steps(given: Answer, language: str) -> Iterable[Sequence[Any]]:
    yield [said("takeaway", key, language) for key in ("step", "value", "clause")]
    for step in given.outcome.steps:
        yield [step_text(step, language), _figure(step.value, language), step.clause.reference if step.clause else ""]


def _figure(value: Any, language: str) -> str:
    """Return an amount as a plain number; a choice in words."""
    written = "" if value is None else json_value(value)
    return written if isinstance(written, str) and _is_number(written) else spoken(value, language)


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()


def _label(name: str, language: str) -> str:
    return said("results", name, language) if name in table("results") else name


def _cell(text: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if str(text).startswith(FORMULA) else str(text)
