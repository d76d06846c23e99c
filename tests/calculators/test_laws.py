"""Laws of the rules: more downtime never pays, a later notice never ends earlier, parts sum to the whole."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.answering import answered
from calculators.availability import Outage, PlannedWindow, State, book, month_of
from calculators.conditions import causes
from calculators.contract.rule import BoundRule
from calculators.contract.terms import versions
from calculators.registry import bound_rule
from calculators.values.intervals import Interval, common, total
from scripts.testing.shared import TODAY

VPS, CLOUD = "nettsoft/vps-access", "cloud-nine/general"
MONTHS = [date(2026, 2, 1), date(2026, 3, 1), date(2026, 5, 1), date(2026, 10, 1), date(2026, 12, 1), date(2024, 2, 1)]
months = st.sampled_from(MONTHS)
minutes = st.integers(-2 * 24 * 60, 33 * 24 * 60)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.fixture(scope="module")
def rule(library) -> BoundRule:
    [version] = versions(library[VPS])
    return bound_rule(version, "uptime-credit")


def result(library: dict[str, Any], name: str, inputs: dict[str, Any], reading: str | None = None) -> Any:
    """The typed result of a rule, under one reading."""
    given_answer = answered({"rule": name, "inputs": inputs, "reading": reading}, library, TODAY)
    assert given_answer.status in ("ok", "reading", "undefined"), given_answer.errors
    return given_answer.outcome.result


spans = st.tuples(minutes, st.integers(1, 20 * 24 * 60))
users = st.sampled_from([(None, None), (0, 5), (4, 5), (5, 5), (1, 3), (2, 4), (9, 1000), (1, 1)])


def outages_in(month: Interval, rule: BoundRule, drawn: list[Any]) -> list[Outage]:
    """Outages from what hypothesis drew: minutes from the month's start, length, cause by number, users."""
    names = [None, *causes(rule)]
    return [
        Outage(Interval(month.start + 60 * start, month.start + 60 * (start + length)), names[cause], *counts)
        for (start, length), cause, counts in drawn
    ]


drawn_outages = st.lists(st.tuples(spans, st.integers(0, 8), users), max_size=6)
drawn_windows = st.lists(st.tuples(spans, st.sampled_from([None, 4, 5, 6])), max_size=3)


def windows_in(month: Interval, rule: BoundRule, drawn: list[Any]) -> list[PlannedWindow]:
    """Planned windows, each announced so many days before it starts, or without a day."""
    windows = []
    for (start, length), days in drawn:
        interval = Interval(month.start + 60 * start, month.start + 60 * (start + length))
        announced = None if days is None else rule.zone.day(interval.start) - timedelta(days=days)
        windows.append(PlannedWindow(interval, announced))
    return windows


@given(months, drawn_outages, drawn_windows, st.lists(spans, max_size=2))
def test_every_second_of_a_month_is_in_one_class(rule, month, down, planned, unknown):
    whole = month_of(rule.zone, month)
    gaps = [Interval(whole.start + 60 * start, whole.start + 60 * (start + length)) for start, length in unknown]
    entries = book(rule, whole, outages_in(whole, rule, down), windows_in(whole, rule, planned), gaps)
    ends = [stretch.interval for stretch in entries.stretches]
    assert [one.end for one in ends[:-1]] == [other.start for other in ends[1:]]
    assert (ends[0].start, ends[-1].end) == whole
    assert sum(entries.seconds(state) for state in State) == whole.seconds
    assert whole.seconds - entries.seconds(State.OUTSIDE_HOURS) == total(rule.service_hours("service").within(whole))


@given(months, drawn_outages, st.tuples(spans, st.integers(0, 8), users), drawn_windows)
def test_one_more_outage_never_means_less_downtime(rule, month, down, more, planned):
    """Whatever its cause: an exempt outage leaves the others as they are."""
    whole = month_of(rule.zone, month)
    windows = windows_in(whole, rule, planned)
    before = book(rule, whole, outages_in(whole, rule, down), windows).intervals(State.DOWN)
    after = book(rule, whole, outages_in(whole, rule, [*down, more]), windows).intervals(State.DOWN)
    assert common(before, after) == before


@given(months, drawn_outages, st.tuples(spans, st.sampled_from([None, 4, 5, 6])))
def test_only_maintenance_told_in_time_means_less_downtime(rule, month, down, window):
    whole = month_of(rule.zone, month)
    outages, windows = outages_in(whole, rule, down), windows_in(whole, rule, [window])
    without = book(rule, whole, outages).seconds(State.DOWN)
    with_it = book(rule, whole, outages, windows).seconds(State.DOWN)
    assert with_it == without if window[1] == 4 else with_it <= without


@settings(max_examples=30)
@given(
    months, st.lists(spans, min_size=1, max_size=4), st.sampled_from([None, "calendar-24h-all-downtime", "flat-720"])
)
def test_more_downtime_never_lowers_a_credit_outside_the_hole(library, rule, month, drawn, reading):
    whole = month_of(rule.zone, month)
    ends = [(whole.start + 60 * start, whole.start + 60 * (start + length)) for start, length in drawn]
    given_outages = [{"start": wall(rule, start), "end": wall(rule, end)} for start, end in ends]
    credits = []
    for count in range(len(given_outages) + 1):
        inputs = {"month": f"{month:%Y-%m}", "outages": given_outages[:count], "monthly_fee": "690"}
        found = result(library, f"{VPS}:uptime-credit", inputs, reading)
        credits += [found["credit"].amount] if found["defined"] else []
    assert credits == sorted(credits)
    assert all(0 <= credit <= Decimal("276.00") for credit in credits)


def wall(rule: BoundRule, instant: int) -> str:
    return rule.zone.aware(instant).isoformat()


@given(DAYS, DAYS)
def test_a_later_notice_never_ends_earlier(library, one, other):
    earlier, later = sorted((one, other))
    for name, more in (
        (f"{VPS}:notice-3m-from-month-end", {}),
        (f"{CLOUD}:term-12m-then-3m-notice", {"order_confirmed": "2027-01-31"}),
    ):
        first, last = (result(library, name, {"notice_date": day.isoformat(), **more}) for day in (earlier, later))
        assert first["last_day"] <= last["last_day"]
        assert first["end_exclusive"] == first["last_day"] + timedelta(days=1)
        assert first["last_day"] >= earlier


@given(DAYS, st.integers(-400, 1500), st.integers(0, 60))
def test_a_later_notice_never_ends_a_term_earlier(library, start, offset, later):
    """In time up to the cut-off, never before the term's last day, and never within the notice period."""
    ends = []
    for days in (offset, offset + later):
        notice = start + timedelta(days=days)
        inputs = {"start": start.isoformat(), "notice_date": notice.isoformat()}
        found = result(library, f"{VPS}:term-36m-then-rolling", inputs)
        in_time = notice <= found["latest_notice_day"]
        assert (found["status"].key == "ends-at-expiry") == in_time
        assert found["service_last_day"] >= found["last_day"]
        ends.append(found["service_last_day"])
    assert ends == sorted(ends)


@settings(max_examples=40)
@given(DAYS, st.integers(0, 1200), st.integers(0, 400), st.sampled_from([None, "pro-rata-days"]))
def test_leaving_later_never_costs_more(library, start, days, later, reading):
    charges = []
    for service in (days, days + later):
        last = start + timedelta(days=service)
        inputs = {"start": start.isoformat(), "service_last_day": last.isoformat(), "monthly_fee": "690"}
        charges.append(result(library, f"{VPS}:early-60pct", inputs, reading)["charge"].amount)
    assert charges[0] >= charges[1]
    assert 0 <= charges[0] <= Decimal("14904.00")


@settings(max_examples=40)
@given(st.integers(0, 60 * 24 * 60), st.integers(2, 3000), st.data())
def test_work_split_at_any_minute_sums_to_the_same(library, start, length, data):
    """The minutes exactly; the price but for each line's own rounding."""
    zone = bound_rule(versions(library[CLOUD])[0], "opening-hours").zone
    split = data.draw(st.integers(1, length - 1))
    began = zone.midnight(date(2026, 3, 1)) + 60 * start
    parts = [(began, began + 60 * length), (began, began + 60 * split), (began + 60 * split, began + 60 * length)]
    whole, first, second = (_work(library, zone, *part) for part in parts)
    for name in ("minutes_inside", "minutes_outside"):
        assert whole[name] == first[name] + second[name]
    assert whole["minutes_inside"] + whole["minutes_outside"] == length
    assert abs(whole["net"].amount - first["net"].amount - second["net"].amount) <= Decimal("0.02")


def _work(library: dict[str, Any], zone: Any, start: int, end: int) -> Any:
    agreed = {"hourly_rate": "1099.99", "care_agreement": False, "outside_hours_on_request": True}
    span = {"start": zone.aware(start).isoformat(), "end": zone.aware(end).isoformat()}
    return result(library, f"{CLOUD}:hourly-time-bands", span | agreed)


@given(DAYS, st.integers(0, 800), st.integers(0, 800))
def test_months_used_one_after_the_other_are_counted_at_most_twice(library, start, first, second):
    """A month that both parts touch is billed to each; every other one once."""
    ends = (start + timedelta(days=first), start + timedelta(days=first + 1 + second))
    billed = [
        _months(library, *span) for span in ((start, ends[1]), (start, ends[0]), (ends[0] + timedelta(1), ends[1]))
    ]
    shared = ends[0].month == (ends[0] + timedelta(days=1)).month
    assert billed[0] + shared == billed[1] + billed[2]


def _months(library: dict[str, Any], first: date, last: date) -> int:
    inputs = {"monthly_fee": "690", "from": first.isoformat(), "to": last.isoformat()}
    return result(library, f"{VPS}:part-month-is-whole", inputs)["months_billed"]


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_more_users_hit_are_never_less_of_an_outage(library, one, everyone):
    affected = min(one, everyone)
    found = [
        result(library, f"{VPS}:downtime-unavailable", {"affected_users": hit, "total_users": everyone})["unavailable"]
        for hit in range(max(0, affected - 1), affected + 1)
    ]
    assert found == sorted(found)


@given(st.integers(0, 10**6))
def test_more_late_cases_never_mean_less_credit(library, cases):
    inputs = [{"cases_late": count, "monthly_fee": "4995", "requested": True} for count in (cases, cases + 1)]
    for reading in (None, "literal-zero-gets-10"):
        low, high = (
            result(library, f"{CLOUD}:late-response-credit", each, reading)["credit"].amount for each in inputs
        )
        assert low <= high <= Decimal("4995.00")
