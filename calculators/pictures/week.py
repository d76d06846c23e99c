"""A week grid: one row a day with the hours the clause keeps open, and the report and the deadlines where they fall."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from calculators.answering import Answer
from calculators.labels import result_label
from calculators.outcome import WallTime
from calculators.pictures.picture import Picture
from calculators.pictures.svg import LINE, SIZE, WIDTH, Drawing, wrapped
from calculators.readings import read_as
from calculators.values.intervals import Interval
from calculators.values.timetables import ServiceHours
from calculators.words import said, table
from calculators.words.spoken import spoken

LEFT, RIGHT, TOP, ROW, BAR, BADGE = 78, WIDTH - 12, 18, 24, 14, 7
CLOCKS = (0, 6, 12, 18, 24)
WEEK = timedelta(days=7)
DAY_SECONDS = 86400


@dataclass(frozen=True)
class Mark:
    """An instant to show: the letter it goes by in the grid, what it is, and when."""

    letter: str
    label: str
    at: WallTime
    follows: bool


def drawn(given: Answer, language: str) -> Picture | None:
    """Return the weeks of the report and of the deadlines, as the hours of the clause open them.

    Nothing is drawn where the rule states no hours.
    """
    rule = read_as(given.asked.rule, given.reading)
    if not rule.has("hours"):
        return None
    hours = rule.service_hours("hours", given.given.get("level"))
    marks = _marks(given, language)
    weeks = sorted({_monday(hours.zone.day(mark.at.instant)) for mark in marks})
    rows = [*_mark_rows(marks, language), *_day_rows(hours, weeks, language)]
    return Picture(_drawing(hours, marks, weeks, language), tuple(rows))


def _marks(given: Answer, language: str) -> list[Mark]:
    rule, found = given.asked.rule, []
    for field in given.asked.kind.questions(rule):
        if field.type == "instant":
            at = WallTime(given.given[field.name], rule.zone)
            found.append((said("pictures", f"given.{field.name}", language), at, False))
    for name, value in given.outcome.result.items():
        if isinstance(value, WallTime):
            found.append((result_label(rule, name, language), value, True))
    found.sort(key=lambda each: each[1].instant)
    return [Mark(chr(ord("A") + number), *each) for number, each in enumerate(found)]


def _mark_rows(marks: list[Mark], language: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{mark.letter} {mark.label}", spoken(mark.at, language)) for mark in marks)


def _day_rows(hours: ServiceHours, weeks: list[date], language: str) -> Iterator[tuple[str, str]]:
    names = table("calendar")["weekdays"][language]
    for monday in weeks:
        for day in _days(monday):
            label = f"{names[day.weekday()]} {spoken(day, language)}"
            spans = ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in _open(hours, day))
            yield label, spans or said("pictures", "closed", language)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"


def _open(hours: ServiceHours, day: date) -> list[tuple[int, int]]:
    """Return the open time of a day as seconds of its wall clock, windows from the night before among them."""
    span = Interval(hours.zone.midnight(day), hours.zone.midnight(day + timedelta(days=1)))
    found = [(_seconds(hours, w.start), _seconds(hours, w.end) or DAY_SECONDS) for w in hours.within(span)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            start, end = joined[-1][0], max(joined.pop()[1], end)
        joined.append((start, end))
    return joined


def _seconds(hours: ServiceHours, instant: int) -> int:
    wall = hours.zone.wall(instant)
    return wall.hour * 3600 + wall.minute * 60 + wall.second


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _days(monday: date) -> list[date]:
    return [monday + timedelta(days=n) for n in range(7)]


def _drawing(hours: ServiceHours, marks: list[Mark], weeks: list[date], language: str) -> Drawing:
    drawing = Drawing()
    for clock in CLOCKS:
        drawing.words(_across(clock * 3600), SIZE, f"{clock:02d}", "soft", "middle")
    y = TOP
    for before, monday in pairwise([weeks[0] - WEEK, *weeks]):
        if monday - before > WEEK:
            drawing.words(0, y + LINE - 3, said("pictures", "days-between", language), "soft")
            y += ROW
        for day in _days(monday):
            today = [mark for mark in marks if hours.zone.day(mark.at.instant) == day]
            _draw_day(drawing, hours, today, day, y, language)
            y += ROW
    for mark in marks:
        y += 4
        lines = wrapped(f"{mark.label}: {spoken(mark.at, language)}", WIDTH - 24)
        _badge(drawing, mark, BADGE + 1, y + LINE / 2)
        drawing.lines(24, y + SIZE, lines)
        y += LINE * len(lines)
    drawing.height = y + 6
    return drawing


def _draw_day(drawing: Drawing, hours: ServiceHours, marks: list[Mark], day: date, y: int, language: str) -> None:
    drawing.words(0, y + LINE - 3, _short(day, language))
    drawing.shape("rect", "shut", x=LEFT, y=y + 2, width=RIGHT - LEFT, height=BAR)
    for start, end in _open(hours, day):
        drawing.shape("rect", "open", x=_across(start), y=y + 2, width=_across(end) - _across(start), height=BAR)
    places = [_across(_seconds(hours, mark.at.instant)) for mark in marks]
    for place in places:
        drawing.shape("line", "instant", x1=place, y1=y - 1, x2=place, y2=y + BAR + 5)
    for mark, place in zip(marks, _badges_apart(places), strict=True):
        _badge(drawing, mark, place, y + 2 + BAR / 2)


def _short(day: date, language: str) -> str:
    calendar = table("calendar")
    weekday, month = calendar["weekdays"][language][day.weekday()][:3], calendar["months"][language][day.month - 1][:3]
    return calendar["short_day"][language].format(weekday=weekday, day=day.day, month=day.month, name=month)


def _badges_apart(places: list[float]) -> list[float]:
    """Return where the letters stand: at their instants, moved until none covers another or leaves the picture."""
    room, apart = 2 * BADGE + 1, []
    for place in places:
        apart.append(max(place, apart[-1] + room) if apart else place)
    end = WIDTH - BADGE - 1
    for index in reversed(range(len(apart))):
        apart[index] = end = min(apart[index], end)
        end -= room
    return apart


def _badge(drawing: Drawing, mark: Mark, x: float, y: float) -> None:
    drawing.shape("circle", "follows" if mark.follows else "given", cx=x, cy=y, r=BADGE)
    drawing.words(x, y + 4, mark.letter, "letter on" if mark.follows else "letter", "middle")


def _across(seconds: int) -> float:
    return LEFT + (RIGHT - LEFT) * seconds / DAY_SECONDS
