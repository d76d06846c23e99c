"""Bars as geometry: each class has a shape of its own, so that a picture is read without its colours."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from calculators.availability import State
from scripts.measuring.latencies import Latencies
from scripts.status.days import Day, Kind
from scripts.status.model import Answering

HEIGHT = 24
ANSWERS_HEIGHT = 120
MEDIAN, MOST = "median", "most"
MINUTE = 60


@dataclass(frozen=True)
class Shape:
    """Bands of (top, height) across a bar's height, filled, or drawn as an outline."""

    bands: tuple[tuple[int, int], ...]
    outline: bool = False


WHOLE, MIDDLE, HAIRLINE = ((0, 24),), ((7, 10),), ((11, 2),)
STRIPES, EDGES, FOOT = ((2, 4), (10, 4), (18, 4)), ((4, 2), (18, 2)), ((15, 9),)
STATES = {
    State.OUTSIDE_HOURS: Shape(HAIRLINE),
    State.PLANNED: Shape(((4, 16),), outline=True),
    State.EXCLUDED: Shape(STRIPES),
    State.DOWN: Shape(WHOLE),
    State.UNKNOWN: Shape(EDGES),
    State.UP: Shape(MIDDLE),
}
KINDS = {
    Kind.DOWN: Shape(WHOLE),
    Kind.EXEMPT: Shape(STRIPES),
    Kind.PLANNED: Shape(((4, 16),), outline=True),
    Kind.UNKNOWN: Shape(EDGES),
    Kind.DEGRADED: Shape(FOOT),
    Kind.UP: Shape(((4, 16),)),
    Kind.UNMEASURED: Shape(HAIRLINE),
}


@dataclass(frozen=True)
class Rect:
    """One rectangle of a picture; `name` is the class that gives it its ink."""

    name: str
    x: str
    y: int
    width: str
    height: int


def day_picture(day: Day) -> list[Rect]:
    """A day from midnight to midnight in units of a minute, one shape per stretch."""
    return [
        rect
        for stretch in day.stretches
        for rect in _rects(
            STATES[stretch.state],
            stretch.state.value,
            (stretch.interval.start - day.whole.start) // MINUTE,
            (stretch.interval.end - day.whole.start) // MINUTE,
        )
    ]


def history_picture(days: Iterable[Day]) -> list[tuple[Day, list[Rect]]]:
    """Each day's shape in a column of its own, ten units wide with a gap of two."""
    return [(day, _rects(KINDS[day.kind], day.kind.value, 10 * at, 10 * at + 8)) for at, day in enumerate(days)]


def answers_picture(days: Iterable[Answering], top: int) -> list[tuple[Answering, list[Rect]]]:
    """Each day in a column of its own: a bar up to the median, and on it a stem up to what most answers kept within.

    `top` is the milliseconds at the upper edge.
    """
    return [(day, _answers(day.latencies, 10 * at, top) if day.latencies else []) for at, day in enumerate(days)]


def top_of_scale(highest: int) -> int:
    """The least of 2, 4, 6, 8, 10, 20, 40 and so on that is no lower: half of it is a round number too."""
    return next(step * 10**power for power in count() for step in (2, 4, 6, 8, 10) if step * 10**power >= highest)


def median_sample() -> list[Rect]:
    """The bar alone, for a legend."""
    return [Rect(MEDIAN, "4", 6, "16", 18)]


def most_sample() -> list[Rect]:
    """The stem alone, for a legend."""
    return [Rect(MOST, "11", 0, "3", 24)]


def sample_of(name: State | Kind) -> list[Rect]:
    """The shape of a class alone, for a legend."""
    return _rects((STATES if isinstance(name, State) else KINDS)[name], name.value, 0, 24)


def _answers(found: Latencies, left: int, top: int) -> list[Rect]:
    median, most = (max(1, ANSWERS_HEIGHT * each // top) for each in (found.median, found.p95))
    bar = Rect(MEDIAN, f"{left}", ANSWERS_HEIGHT - median, "8", median)
    return [bar, Rect(MOST, f"{left + 3}", ANSWERS_HEIGHT - most, "2", most - median)] if most > median else [bar]


def _rects(shape: Shape, name: str, start: int, end: int) -> list[Rect]:
    ink = f"{name} outline" if shape.outline else name
    return [Rect(ink, f"{start}", top, f"{end - start}", height) for top, height in shape.bands]
