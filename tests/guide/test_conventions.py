"""The guide to the calculators' conventions says what the calculators do: its numbers, its readings, its examples."""

import json
import re
from datetime import date, timedelta
from functools import cache
from urllib.parse import parse_qsl

import pytest

from calculators.answer import answer, loaded
from calculators.values.holidays import Holidays, OutsideTable
from calculators.values.periods import Period, day_after
from calculators.values.working_days import WorkingDays
from calculators.words import LANGUAGES, table
from scripts.agreements.checked import checked_corpus
from scripts.agreements.terms import terms
from scripts.setup.start import ROOT

PAGES = {"nb": "docs/guide", "sv": "docs/sv/guide", "en": "docs/en/guide"}
LINK = re.compile(r"\(\.\./calculators/([a-z-]+)/index\.md\?([^)]+)\)")
READING = re.compile(r"[«”“]([^«”“»]+)[»”]\s\(`([a-z0-9-]+)`\)")
STATUSES = ("ok", "reading", "undefined", "invalid-input", "out-of-scope")
CREDIT = {"credit_percent": "10", "uptime_percent": "98.2142"}
NO_CREDIT = {"credit_percent": "0"}

# Each example of the page in its order: the convention, the status, the result, and the results of other readings.
EXAMPLES = [
    (1, "invalid-input", {}, {}),
    (2, "ok", {"last_day": "2026-04-14", "end_exclusive": "2026-04-15"}, {}),
    (3, "reading", {"last_day": "2026-02-28"}, {"overflow-to-next-month": {"last_day": "2026-03-01"}}),
    (4, "ok", {"last_day": "2026-11-11", "in_time": False}, {}),
    (5, "reading", {"latest_notice_day": "2026-01-14", "status": "running-on"}, {}),
    (5, "reading", {"last_day": "2026-03-11"}, {}),
    (6, "ok", {"last_day": "2026-04-30"}, {}),
    (6, "reading", {"service_last_day": "2026-06-30"}, {"rolling-from-notice-day": {"service_last_day": "2026-06-10"}}),
    (7, "ok", {"due": "2026-05-01"}, {}),
    (8, "reading", {"last_day": "2026-03-27"}, {"saturday-is-virkedag": {"last_day": "2026-03-30"}}),
    (8, "reading", {"open": True}, {"eves-closed": {"open": False}}),
    (9, "reading", {"response_by": "2026-03-13T16:00"}, {}),
    (9, "reading", {"response_by": "2026-03-16T10:30"}, {}),
    (
        10,
        "reading",
        {"response_by": "2026-03-12T10:00"},
        {"end-of-nth-working-day": {"response_by": "2026-03-12T16:00"}},
    ),
    (11, "reading", {"core_minutes": 17820}, {"only-1-and-17-may": {"core_minutes": 19500}}),
    (
        12,
        "reading",
        {"available_seconds": 316 * 3600, "uptime_percent": "99.3670", "credit_percent": "10"},
        {
            "calendar-24h": {"uptime_percent": "99.7023", **NO_CREDIT},
            "calendar-24h-all-downtime": CREDIT,
            "flat-720": {"uptime_percent": "99.7222", **NO_CREDIT},
            "flat-720-minus-maintenance": {"uptime_percent": "99.6491", **NO_CREDIT},
        },
    ),
    (13, "undefined", {"credit_percent": None}, {}),
    (14, "ok", {"net": "250.02"}, {}),
    (
        15,
        "reading",
        {"remaining_months": "11", "charge": "4554.00"},
        {"pro-rata-days": {"remaining_months": "10.5109", "charge": "4351.53"}},
    ),
    (
        17,
        "reading",
        {"deadline": "2026-03-27T23:00+01:00"},
        {
            "wall-clock-hours": {"deadline": "2026-03-28T00:00+01:00"},
            "until-the-event": {"deadline": "2026-03-30T00:00+02:00"},
        },
    ),
]


@cache
def page(language: str) -> str:
    return (ROOT / PAGES[language] / "conventions.md").read_text(encoding="utf-8")


@cache
def library() -> dict:
    return {agreement.id: terms(agreement) for agreement in checked_corpus(ROOT / "docs").agreements}


def examples(language: str) -> list[tuple[int, str, str]]:
    """Each example's convention, calculator and query, in the order of the page."""
    parts = re.split(r"\{#convention-(\d+)\}", page(language))
    return [
        (int(number), *found)
        for number, text in zip(parts[1::2], parts[2::2], strict=True)
        for found in LINK.findall(text)
    ]


def answered(query: str) -> dict:
    """The answer behind an example's address."""
    inputs = {name: json.loads(text) if text[0] == "[" or text == "true" else text for name, text in parse_qsl(query)}
    rule = inputs.pop("rule")
    return answer(loaded(json.dumps({"rule": rule, "inputs": inputs})), library(), date(2026, 11, 20))


def has(result: dict | None, expected: dict) -> bool:
    return (result or {}) | expected == (result or {})


def test_all_languages_have_the_same_numbers_and_examples():
    """The docstrings of the calculators cite the numbers, and the addresses differ only by language."""
    for language in LANGUAGES:
        assert re.findall(r"^### (\d+)\. .+ \{#convention-\1\}$", page(language), re.MULTILINE) == [
            str(number) for number in range(1, 18)
        ]
        assert examples(language) == examples("nb")


@pytest.mark.parametrize("language", LANGUAGES)
def test_statuses_and_readings_wear_the_names_that_answers_give_them(language):
    said = LANGUAGES.index(language)
    for status in STATUSES:
        assert f"**{table('phrases')[f'certainty.{status}'][said]}**, `{status}`" in page(language)
    named = READING.findall(page(language))
    assert len(named) == page(language).count("(`")
    assert [label for label, key in named] == [table("readings")[key]["label"][said] for label, key in named]


@pytest.mark.parametrize("position", range(len(EXAMPLES)))
def test_every_example_is_answered_as_the_page_says(position):
    convention, calculator, query = examples("nb")[position]
    number, status, result, others = EXAMPLES[position]
    given = answered(query)
    assert (number, status) == (convention, given["status"])
    assert has(given["result"], result), given["result"]
    assert given["calculator"] in (calculator, None)
    found = {other["key"]: other["result"] for other in given["alternatives"]}
    assert all(has(found[key], expected) for key, expected in others.items()), found


def test_no_example_is_left_out():
    assert [number for number, *_ in examples("nb")] == [number for number, *_ in EXAMPLES]


def test_counting_past_a_due_date_follows_from_counting_after_an_event():
    """More than 30 days after 31 March begins on 1 May, and 14 days from 1 April end with 15 April."""
    working = WorkingDays(Holidays("NO"))
    assert day_after(date(2026, 3, 31), Period(30, "days"), working) + timedelta(days=1) == date(2026, 5, 1)
    assert day_after(date(2026, 3, 31), Period(20, "days"), working) == date(2026, 4, 20)
    assert day_after(date(2026, 4, 1), Period(14, "days"), working) == date(2026, 4, 15)


def test_the_holiday_calendar_reaches_as_far_as_the_page_says():
    """From 2015 to 2040."""
    for country in ("NO", "SE"):
        assert date(2015, 1, 1) in Holidays(country)
        assert date(2040, 12, 25) in Holidays(country)
        for outside in (date(2014, 12, 31), date(2041, 1, 1)):
            with pytest.raises(OutsideTable):
                _ = outside in Holidays(country)
