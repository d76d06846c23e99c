"""What holds for any text: a fault of any size is found where it stands; a sound table, list or week is left alone."""

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calculators.values.timetables import Timetable
from scripts.checker.spans import Span, span, without
from scripts.checker.weeks import minutes, timetable_text
from tests.checker.sound import classes, found_in, planted, storage

LIMITS = st.lists(st.integers(1, 200), min_size=1, max_size=6, unique=True).map(sorted)
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
FEWER = settings(max_examples=40)  # each example reads a whole agreement
LATE = "| 0 saker | 0 % |\n| 1-5 saker | 10 % |\n| mer enn 5 saker | 50 % |"


def late_rows(limits: list[int]) -> list[str]:
    """Rows that cover every number of cases, each from one limit to the next, with rising credits."""
    starts, ends = [1, *(limit + 1 for limit in limits)], [*limits, None]
    rows = ["| 0 saker | 0 % |"]
    for at, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        words = f"mer enn {start - 1}" if end is None else f"{start}-{end}"
        rows.append(f"| {words} saker | {at * 10} % |")
    return rows


@FEWER
@given(LIMITS, st.data())
def test_a_row_taken_out_of_a_whole_table_leaves_a_hole(limits: list[int], data: st.DataObject):
    rows = late_rows(limits)
    assert found_in(planted(LATE, "\n".join(rows))) == []
    gone = data.draw(st.integers(1, len(rows) - 1))
    found = found_in(planted(LATE, "\n".join(rows[:gone] + rows[gone + 1 :])))
    assert classes(found) == {("tier-hole", "late-answers")}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6), st.booleans())
def test_holes_are_what_no_row_covers(ranges: list[tuple[int, int]], whole: bool):
    """Counted number by number, and half by half where numbers are not whole, the holes are the rest of the domain."""
    rows = [span(str(low), True, str(low + length), True, whole=whole) for low, length in ranges]
    domain = span("0", True, "40", True, whole=whole)
    holes = without(domain, rows)
    for halves in range(0, 81, 2 if whole else 1):
        at = Decimal(halves) / 2
        covered = any(low <= at <= low + length for low, length in ranges)
        assert _holds_any(holes, at) != covered


def _holds_any(spans: list[Span], number: Decimal) -> bool:
    return any(each.start <= (number, 0) and (number, 1) <= _closed(each) for each in spans)


def _closed(each: Span) -> tuple:
    """The end of a span, just after its last number where numbers are whole."""
    number, side = each.end
    return (number, side)


@FEWER
@given(st.integers(0, 6), st.integers(0, 23), st.integers(1, 12))
def test_maintenance_is_reported_when_an_hour_of_it_is_core_time(day: int, hour: int, length: int):
    """Core time is Monday to Friday from 7 to 21; a night may be meant at either end of its day."""
    end = (hour + length) % 24
    assume(end != hour)
    hours = [(day * 24 + hour + n) % 168 for n in range((end - hour) % 24)]
    hours += [day * 24 + n for n in range(end)] if end < hour else []
    is_core = any(each // 24 < 5 and 7 <= each % 24 < 21 for each in hours)
    text = planted("[lørdag 00.00–24.00]", f"[{DAYS[day]} {hour:02}.00–{end or 24:02}.00]")
    assert classes(found_in(text)) == ({("windows-overlap", "maintenance")} if is_core else set())


@given(st.sets(st.integers(0, 7 * 96 - 1), min_size=1, max_size=20))
def test_a_week_reads_as_it_was_written(quarters: set[int]):
    """Minutes of the week, said as a timetable and read again, are the same minutes."""
    held = {quarter * 15 + minute for quarter in quarters for minute in range(15)}
    assert minutes(Timetable.parse(timetable_text(held))) == held


@FEWER
@given(st.integers(3, 9), st.data())
def test_a_number_left_out_or_said_twice_is_found(length: int, data: st.DataObject):
    numbers = [f"7.{number}" for number in range(1, length + 1)]
    assert found_in(with_list(numbers)) == []
    at = data.draw(st.integers(0, length - 2))
    left_out = numbers[:at] + numbers[at + 1 :]
    assert classes(found_in(with_list(left_out))) == {("number-gap", f"rule-{at + 2}")}
    twice = numbers[: at + 1] + [numbers[at]] + numbers[at + 2 :]
    assert classes(found_in(with_list(twice))) == {("number-repeated", f"rule-{at + 1}-again")}


def with_list(numbers: list[str]) -> str:
    seen, paragraphs = set(), []
    for number in numbers:
        anchor = f"rule-{number[2:]}" + ("-again" if number in seen else "")
        seen.add(number)
        paragraphs.append(f"{number}. {{#{anchor}}} Kunden følger regel {number[2:]} om bruk.\n")
    return f"{storage()}\n## 7. Bruk {{#use}}\n\n" + "\n".join(paragraphs)


@FEWER
@given(st.integers(1, 9), st.integers(1, 9))
def test_a_cited_clause_is_missing_when_no_clause_has_the_number(chapter: int, clause: int):
    number = f"{chapter}.{clause}"
    is_there = f" {number} " in storage()
    text = planted(
        "30 dagers]{terms-change.notice} varsel.", f"30 dagers]{{terms-change.notice}} varsel, jf. punkt {number}."
    )
    assert classes(found_in(text)) == (set() if is_there else {("reference-missing", "changes")})


@FEWER
@given(st.integers(1, 60), st.integers(1, 60))
def test_two_terms_differ_when_their_months_do(first: int, second: int):
    """`24 måneder` and `2 år` say the same."""
    years = f"{second // 12} år" if second % 12 == 0 else f"{second} måneder"
    text = planted("[12 måneder]{term.initial}", f"[{first} måneder]{{term.initial}}")
    text = text.replace("om bindingen.", f"om bindingen, som ellers er [{years}]{{term.default}}.")
    found = {each for each in classes(found_in(text)) if each[0].startswith("quantity")}
    assert found == ({("quantity-differs", "notice")} if first != second else set())


@FEWER
@given(st.integers(100, 9000), st.integers(-40, 40))
def test_a_price_is_reported_when_it_is_near_its_percentage_but_not_on_it(base: int, off: int):
    """Ten per cent off; what is more than half a per cent away follows another rule, and is no slip."""
    base *= 10
    price = base * 9 // 10 + off
    text = planted("| Kveld | 2000,- | 1800,- |", f"| Kveld | {base},- | {price},- |")
    is_near = 0 < abs(off) * 200 <= base
    assert classes(found_in(text)) == ({("price-differs-from-percentage", "hourly-rates")} if is_near else set())


@FEWER
@given(st.integers(0, 30), st.sampled_from(["### 3.1", "### 4.2", "## 6."]))
def test_a_finding_keeps_its_name_when_lines_move(lines: int, before: str):
    """Text added elsewhere changes where a finding stands, not what it is called."""
    text = planted("[fredag", "[fredag", storage().replace("[lørdag 00.00–24.00]", "[fredag 18.00–22.00]"))
    moved = text.replace(f"{before} ", "\n" * lines + f"{before} ", 1)
    one, other = found_in(text), found_in(moved)
    assert [each.id for each in one] == [each.id for each in other]
    assert other == sorted(other, key=lambda each: each.order)
