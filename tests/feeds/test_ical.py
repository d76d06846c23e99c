"""A calendar to subscribe to has every effective date, each as one lasting event."""

from datetime import date

from icalendar import Calendar

from scripts.publishing.ical import calendar_file
from tests.feeds.shelf import SITE, shelf


def events(site: str = SITE) -> list:
    return list(Calendar.from_ical(calendar_file(shelf(), site).text).walk("VEVENT"))


def test_it_has_every_effective_date_past_and_to_come():
    """And the day that binds existing customers, where it is another; texts of unknown date have none."""
    days = [event["DTSTART"].dt for event in events()]
    expected = ["2024-01-01", "2024-04-15", "2025-07-01", "2025-10-01", "2027-03-01"]
    assert days == [date.fromisoformat(day) for day in expected]


def test_an_event_is_a_whole_day_that_leads_to_the_comparison():
    event = events()[-1]
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["URL"] == f"{SITE}agreements/example/cloud-storage/2025-07-01...2027-03-01/"
    assert event["SUMMARY"].startswith("Eksempelavtale om lagring på nett, Eksempel AS: ny versjon gjelder fra")
    assert "Punkt 3.1: 12 måneder → 6 måneder." in event["DESCRIPTION"]


def test_an_event_is_the_same_one_in_every_build():
    """Its UID depends on neither day nor address, and the file on nothing but the texts."""
    assert [event["UID"] for event in events()] == [event["UID"] for event in events("")]
    assert len({event["UID"] for event in events()}) == len(events())
    assert calendar_file(shelf(), SITE) == calendar_file(shelf(), SITE)
    assert all(event["DTSTAMP"].dt.year < 2027 for event in events())


def test_its_lines_are_folded_as_calendars_want_them():
    text = calendar_file(shelf(), SITE).text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.endswith("END:VCALENDAR\r\n")
