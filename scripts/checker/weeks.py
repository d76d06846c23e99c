"""Weekly timetables as minutes of the week, to see where two overlap and what one leaves open."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from calculators.values.timetables import DAY, WEEKDAYS, Timetable
from calculators.words import LANGUAGES, table

WEEK = 7 * DAY


@lru_cache(maxsize=256)
def minutes(timetable: Timetable) -> frozenset[int]:
    """The minutes of the week that a timetable holds; a night window runs on into the next day."""
    held = set()
    for day, windows in enumerate(timetable.days):
        for window in windows:
            end = window.closes + (DAY if window.crosses_midnight else 0)
            held.update((day * DAY + minute) % WEEK for minute in range(window.opens, end))
    return frozenset(held)


def timetable_text(held: Iterable[int]) -> str:
    """Minutes of the week as a timetable in canonical form: `mon-fri 08:00-08:30, sat 09:00-18:00`."""
    by_day = {day: _hours(sorted(minute % DAY for minute in held if minute // DAY == day)) for day in range(7)}
    runs = [(hours, [day for day, _ in days]) for hours, days in groupby(by_day.items(), key=lambda entry: entry[1])]
    return ", ".join(f"{_days(days)} {span}" for hours, days in runs for span in hours)


def spoken_week(held: Iterable[int]) -> dict[str, str]:
    """The same in words of each language: `lørdag 09:00–18:00`."""
    text, calendar = timetable_text(held), table("calendar")["weekdays"]
    return {language: _translated(text, dict(zip(WEEKDAYS, calendar[language], strict=True))) for language in LANGUAGES}


def _translated(text: str, names: dict[str, str]) -> str:
    return re.sub(r"[a-z]{3}", lambda day: names[day[0]], text).replace("-", "–")


def _hours(held: list[int]) -> tuple[str, ...]:
    runs = [list(run) for _, run in groupby(enumerate(held), key=lambda pair: pair[1] - pair[0])]
    return tuple(f"{_clock(run[0][1])}-{_clock(run[-1][1] + 1)}" for run in runs)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _days(days: list[int]) -> str:
    first, last = WEEKDAYS[days[0]], WEEKDAYS[days[-1]]
    return first if first == last else f"{first}-{last}"
