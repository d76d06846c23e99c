"""The files of one answer, for the page that offers them: only those that the answer has something for."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from calculators.answer import response
from calculators.answering import answered
from calculators.asking import Library, language_of
from calculators.page import view
from calculators.takeaway.calendar_file import calendar_file
from calculators.takeaway.lines_file import lines_file
from calculators.takeaway.receipt import receipt
from calculators.takeaway.receipt_page import receipt_page


@dataclass(frozen=True)
class TakenFile:
    """A file to be kept: `kind` is receipt, calendar or lines."""

    kind: str
    name: str
    type: str
    text: str


def files_text(argument: str) -> str:
    """Return `files` as JSON; the argument is JSON with `request`, `terms`, `today` and the page's `address`."""
    asked = json.loads(argument)
    today = date.fromisoformat(asked["today"])
    made = files(asked["request"], asked["terms"], today, asked["address"])
    return json.dumps([asdict(file) for file in made], ensure_ascii=False)


def files(request: Mapping[str, Any], library: Library, today: date, address: str) -> list[TakenFile]:
    """Return what can be taken away from the answer to a request; nothing where there is no answer.

    `address` is where the answer stands on the web, and is computed anew.
    """
    given, language = answered(request, library, today), language_of(request)
    if not given.outcome:
        return []
    kept = receipt(request, response(request, given), today)
    name = given.asked.rule.name.replace("/", "-").replace(":", "-")
    page = receipt_page(kept, view(given, language), given, address, language)
    made = [TakenFile("receipt", f"{name}.html", "text/html", page)]
    if dates := calendar_file(given, address, today, language):
        made.append(TakenFile("calendar", f"{name}.ics", "text/calendar", dates))
    made.append(TakenFile("lines", f"{name}.csv", "text/csv", lines_file(given, language)))
    return made
