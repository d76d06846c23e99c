"""How opening hours are said in a language: days that are alike together, Monday first."""

from itertools import groupby

from calculators.values.timetables import Timetable, Window
from calculators.words import table


def spoken_timetable(timetable: Timetable, language: str) -> str:
    """Return a week in words: "mandag–fredag 07:00–21:00, lørdag 09:00–18:00"."""
    names = table("calendar")["weekdays"][language]
    groups = groupby(range(len(names)), key=lambda day: timetable.days[day])
    open_days = [(list(days), windows) for windows, days in groups if windows]
    return ", ".join(f"{_span(names, days)} {_hours(windows)}" for days, windows in open_days)


def spoken_window(window: Window) -> str:
    """Return a window as "01:00–06:00", the same in every language."""
    return f"{_clock(window.opens)}–{_clock(window.closes)}"


def _span(names: list[str], days: list[int]) -> str:
    return names[days[0]] if len(days) == 1 else f"{names[days[0]]}–{names[days[-1]]}"


def _hours(windows: tuple[Window, ...]) -> str:
    return " + ".join(spoken_window(window) for window in windows)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
