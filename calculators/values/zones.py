"""Wall-clock times of the contracts' zones; differences are taken in UTC (the two zone files travel with the wheel)."""

import io
import pkgutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

ZONES = ("Europe/Oslo", "Europe/Stockholm")


class MissingWallTime(ValueError):
    """The clock skips this time: it goes forward over it that night."""


@dataclass(frozen=True)
class Zone:
    """A place's civil time, by its IANA name."""

    name: str

    def instant(self, wall: datetime) -> int:
        """Return the second of UTC at a wall time; of two equal ones in autumn the first.

        Raises MissingWallTime for a time that the spring change skips. A time with an offset is taken at its word.
        """
        if wall.tzinfo is not None:
            return int(wall.timestamp())
        second = self.boundary(wall)
        if self.wall(second) != wall:
            raise MissingWallTime(wall.isoformat())
        return second

    def boundary(self, wall: datetime) -> int:
        """Return the second at which a daily window opens or closes; a skipped time is the moment of the change."""
        return _boundary(self.name, wall)

    def wall(self, instant: int) -> datetime:
        """Return the wall time, without offset, at a second of UTC."""
        return self.aware(instant).replace(tzinfo=None, fold=0)

    def aware(self, instant: int) -> datetime:
        """Return the wall time with its offset."""
        return _aware(self.name, instant)

    def midnight(self, day: date) -> int:
        """Return the second at which the day begins."""
        return self.boundary(datetime(day.year, day.month, day.day))

    def day(self, instant: int) -> date:
        """Return the date on the wall at a second of UTC."""
        return self.aware(instant).date()


@lru_cache(maxsize=16384)
def _aware(name: str, instant: int) -> datetime:
    return datetime.fromtimestamp(instant, UTC).astimezone(_rules(name))


@lru_cache(maxsize=4096)
def _boundary(name: str, wall: datetime) -> int:
    local = wall.replace(tzinfo=_rules(name))
    first, second = int(local.replace(fold=0).timestamp()), int(local.replace(fold=1).timestamp())
    return first if first <= second else _change(Zone(name), second, first)


def _change(zone: Zone, before: int, after: int) -> int:
    """Return the second at which the clock is put forward, somewhere after the one and not after the other."""
    offset = zone.aware(before).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        if zone.aware(middle).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


def is_repeated(zone: Zone, wall: datetime) -> bool:
    """Return whether the wall time occurs twice that night, so that an answer must say which one it took."""
    return zone.wall(zone.boundary(wall) + 3600) == wall


@cache
def _rules(name: str) -> ZoneInfo:
    if name not in ZONES:
        raise ValueError(f"time zone {name} does not travel with the calculators; known: {', '.join(ZONES)}")
    data = pkgutil.get_data("calculators", f"zones/{name.replace('/', '_')}")
    return ZoneInfo.from_file(io.BytesIO(data), key=name)


def next_day(day: date) -> date:
    """Return the following day."""
    return day + timedelta(days=1)
