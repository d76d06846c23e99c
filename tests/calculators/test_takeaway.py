"""What is taken away from an answer: a receipt that tells what changed, a calendar other programs read, a CSV."""

import csv
import io
import json
from copy import deepcopy
from datetime import date

import icalendar
import pytest

from calculators.asking import LANGUAGES
from calculators.takeaway.files import files, files_text
from calculators.takeaway.receipt import differences, faults
from calculators.takeaway.receipt_page import receipt_in

TODAY = date(2026, 11, 20)
HERE = "https://terms.example/calculators/term-and-notice/?rule=nettsoft/vps-access:notice-3m-from-month-end"
NOTICE = {"rule": "nettsoft/vps-access:notice-3m-from-month-end", "inputs": {"notice_date": "2026-08-31"}}
WORK = {
    "rule": "nettsoft/sales-summary:rate-card",
    "inputs": {"start": "2026-03-11T15:00", "end": "2026-03-11T17:00", "customer": "none", "mode": "remote"},
}


def taken(request, library):
    return {file.kind: file for file in files(request, library, TODAY, HERE)}


def kept(library, request=NOTICE):
    return json.loads(receipt_in(taken(request, library)["receipt"].text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_of_every_example_verifies(library, examples, language):
    for request in examples.values():
        made = taken(request | {"language": language}, library)
        found = json.loads(receipt_in(made["receipt"].text))
        assert (faults(found), differences(found, library)) == ([], []), request["rule"]


def test_a_reworded_clause_is_told_first(library):
    changed = deepcopy(dict(library))
    version = changed["nettsoft/vps-access"]["versions"][-1]
    figure = version["parameters"]["notice.period"]
    figure["value"] = "1"
    version["clauses"][figure["clause"]]["sha256"] = "0" * 64
    told = differences(kept(library), changed)
    assert ".sha256" in told[0]
    assert any(line.startswith('response.result.last_day: the receipt says "2026-11-30"') for line in told)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda receipt: receipt["response"]["result"].update(last_day="2026-10-31"), "changed since it was made"),
        (lambda receipt: receipt.pop("response"), "response is missing"),
        (lambda receipt: receipt.update(paragraf_receipt=9), "reads format 1"),
    ],
)
def test_a_damaged_receipt_is_named(library, damage, said):
    receipt = kept(library)
    damage(receipt)
    assert said in faults(receipt)[0]


@pytest.mark.parametrize("thing", [None, [], "receipt", 3])
def test_what_is_no_receipt_is_said_to_be_none(thing):
    assert "no receipt" in faults(thing)[0]


def test_a_receipt_says_what_was_asked_and_found(library):
    page = taken(NOTICE | {"language": "en"}, library)["receipt"].text
    assert "31 August 2026" in page
    assert "30 November 2026" in page
    assert 'href="https://terms.example/agreements/nettsoft/vps-access/2026-11-20/#' in page


def test_what_somebody_typed_is_text_in_a_receipt(library):
    """Neither the page nor the data in it is broken by markup in the address or the inputs."""
    request = {"rule": "maco-io/integration-ops:password-strength", "inputs": {"word": "</script><img src=x>"}}
    page = files(request, library, TODAY, 'https://terms.example/"><script>')
    text = page[0].text if page else ""
    assert "<img" not in text
    assert "<script>" not in text


def test_a_calendar_is_read_by_others(library):
    calendar = icalendar.Calendar.from_ical(taken(NOTICE, library)["calendar"].text)
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].dt == date(2026, 11, 30)
    assert event["dtend"].dt == date(2026, 12, 1)
    assert event["summary"] == "Når oppsigelsen får virkning: Siste dag"
    again = icalendar.Calendar.from_ical(taken(NOTICE, library)["calendar"].text)
    assert again.walk("VEVENT")[0]["uid"] == event["uid"]


def test_calendars_of_every_example_are_sound(library, examples):
    """Every line is short enough and every event has a start."""
    found = 0
    for request in examples.values():
        calendar = taken(request, library).get("calendar")
        if calendar:
            found += 1
            assert all(len(line.encode()) <= 75 for line in calendar.text.split("\r\n"))
            assert all("dtstart" in event for event in icalendar.Calendar.from_ical(calendar.text).walk("VEVENT"))
    assert found > 50


def test_the_lines_of_an_invoice_add_up_in_a_sheet(library):
    head, *rows = csv.reader(io.StringIO(taken(WORK, library)["lines"].text))
    amounts = {row[0]: row[-1] for row in rows}
    lines = [row for row in rows if row[1]]
    assert len(head) == 4
    assert sum(float(row[-1]) for row in lines) == float(amounts["Arbeid"]) > 0


def test_a_refused_question_gives_nothing_to_take(library):
    assert files(NOTICE | {"inputs": {"notice_date": "2026-02-31"}}, library, TODAY, HERE) == []


def test_the_workers_door_gives_the_same_as_json(library):
    argument = {"request": NOTICE, "terms": library, "today": TODAY.isoformat(), "address": HERE}
    shown = json.loads(files_text(json.dumps(argument)))
    assert [file["text"] for file in shown] == [file.text for file in files(NOTICE, library, TODAY, HERE)]
