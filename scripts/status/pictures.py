"""Bars as geometry: each class has a shape of its own, so that a picture is read without its colours."""

from collections.abc import Iterable
from dataclasses import dataclass

from calculators.availability import State
from scripts.status.days import Day, Kind

HEIGHT = 24
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


def sample_of(name: State | Kind) -> list[Rect]:
    """The shape of a class alone, for a legend."""
    return _rects((STATES if isinstance(name, State) else KINDS)[name], name.value, 0, 24)


def _rects(shape: Shape, name: str, start: int, end: int) -> list[Rect]:
    ink = f"{name} outline" if shape.outline else name
    return [Rect(ink, f"{start}", top, f"{end - start}", height) for top, height in shape.bands]
