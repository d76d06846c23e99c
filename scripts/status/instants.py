"""How a time is read: only one that names its offset from UTC is an instant, and nothing is guessed."""

import re
from datetime import datetime

from calculators.values.zones import Zone

INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(?P<offset>Z|[+-]\d{2}:\d{2})?", re.ASCII)
YEARS = range(2000, 2100)
HOUR = 3600


class NoOffset(ValueError):
    """A wall-clock time that does not say where its clock hangs."""

    def __init__(self, wall: datetime) -> None:
        super().__init__(wall.isoformat())
        self.wall = wall


def read_instant(value: object) -> int:
    """The second of UTC a text names; NoOffset where the offset is left out, ValueError where it is no such text."""
    match = INSTANT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError(value)
    moment = datetime.fromisoformat(value)
    if moment.year not in YEARS:
        raise ValueError(value)
    if match["offset"] is None:
        raise NoOffset(moment)
    return int(moment.timestamp())


def offsets_of(wall: datetime, zone: Zone) -> str:
    """The wall time with the offset the zone had then, or with both where the hour was repeated."""
    first, precision = zone.boundary(wall), "seconds" if wall.second else "minutes"
    seconds = [second for second in (first, first + HOUR) if zone.wall(second) == wall]
    found = [zone.aware(second).isoformat(timespec=precision) for second in seconds]
    return " or ".join(found) or f"no time at all: the clock was set forward over {wall:%H:%M}"
