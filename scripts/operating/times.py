"""Times as people type them: a clock time of today, a date with one, an offset or a zone behind it; nothing guessed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from difflib import get_close_matches
from zoneinfo import ZoneInfo, available_timezones

from calculators.values.zones import Zone
from scripts.operating.refusal import Refused
from scripts.status.instants import YEARS

TYPED = re.compile(
    r"((?P<day>\d{4}-\d{2}-\d{2})[T ])?(?P<clock>\d{1,2}:\d{2}(:\d{2})?)"
    r"[ ]?(?P<place>Z|[+-]\d{2}:?\d{2}|[A-Za-z][\w+/-]+)?",
    re.ASCII,
)
LENGTH = re.compile(r"((?P<hours>\d{1,4}) ?h)? ?((?P<minutes>\d{1,5}) ?(m|min))?", re.ASCII)
FORMS = "14:05, 2026-11-20T14:05, 2026-11-20T14:05+01:00 or 2026-11-20T14:05 Europe/Stockholm"
NOW = "now"


@dataclass(frozen=True)
class Clock:
    """The instant a command is given, and the zone that times without one are read in."""

    now: int
    zone: Zone
    place: str | None = None  # another zone or offset, where the operator named one for the whole command

    def instant(self, typed: str, option: str) -> int:
        """The second a typed time names; refused where it names none, or two."""
        if typed.strip().lower() == NOW:
            return self.now
        match = TYPED.fullmatch(typed.strip())
        if match is None:
            raise Refused(f'{option}: "{typed}" is not a time; type {FORMS}.')
        place = self._place(match["place"] or self.place, option)
        return _only_second(self._wall(match, place, typed, option), place, option)

    def past(self, typed: str, option: str) -> int:
        """The same, where it has come already."""
        found = self.instant(typed, option)
        if found > self.now:
            hint = self._hint(found)
            raise Refused(f"{option}: {self.shown(found)} has not come yet, it is {self.shown(self.now)}.{hint}")
        return found

    def day(self, typed: str, option: str) -> date:
        """A day as 2026-11-20."""
        try:
            found = date.fromisoformat(typed)
        except ValueError as fault:
            raise Refused(f'{option}: "{typed}" is not a day; type it as 2026-11-20.') from fault
        if found.year not in YEARS:
            raise Refused(f'{option}: "{typed}" is not a day between {YEARS[0]} and {YEARS[-1]}.')
        return found

    def shown(self, instant: int) -> str:
        """The instant as files have it: on the clock of the service, with its offset."""
        local = self.zone.aware(instant)
        return local.isoformat(timespec="seconds" if local.second else "minutes")

    def _hint(self, later: int) -> str:
        day_before = self.zone.wall(later) - timedelta(days=1)
        is_yesterday = later - self.now < 86400 and self.zone.boundary(day_before) <= self.now
        return f" Yesterday's is {day_before:%Y-%m-%dT%H:%M}." if is_yesterday else ""

    def _wall(self, match: re.Match, place: tzinfo, typed: str, option: str) -> datetime:
        today = datetime.fromtimestamp(self.now, UTC).astimezone(place).date().isoformat()
        try:
            wall = datetime.fromisoformat(f"{match['day'] or today}T{match['clock'].zfill(5)}")
        except ValueError as fault:
            raise Refused(f'{option}: there is no such day or time as "{typed}"; type {FORMS}.') from fault
        if wall.year not in YEARS:
            raise Refused(f'{option}: "{typed}" is not between {YEARS[0]} and {YEARS[-1]}.')
        return wall

    def _place(self, named: str | None, option: str) -> tzinfo:
        if named is None:
            return self.zone.aware(self.now).tzinfo
        if named in ("Z", "UTC"):
            return UTC
        if named[0] in "+-":
            return _offset(named, option)
        return _zone(named, option)


def seconds_of(typed: str, option: str) -> int:
    """A length as 4h, 90m or 1h30m, in seconds."""
    match = LENGTH.fullmatch(typed.strip().lower())
    seconds = int(match["hours"] or 0) * 3600 + int(match["minutes"] or 0) * 60 if match else 0
    if not seconds:
        raise Refused(f'{option}: "{typed}" is not a length of time; type 4h, 90m or 1h30m.')
    return seconds


def _only_second(wall: datetime, place: tzinfo, option: str) -> int:
    """The one second at a wall time; refused where the clock skips the time or shows it twice."""
    first, second = (wall.replace(tzinfo=place, fold=fold) for fold in (0, 1))
    found = sorted({int(each.timestamp()) for each in (first, second) if _is_on_the_wall(each)})
    said = f"{wall:%Y-%m-%dT%H:%M}"
    if not found:
        raise Refused(
            f"{option}: {said} never came in {place}, as the clock was put forward over it; "
            f"type {_with_offset(second)} or {_with_offset(first)}."
        )
    if len(found) > 1:
        either = " or ".join(each.isoformat(timespec="minutes") for each in (first, second))
        raise Refused(f"{option}: {said} came twice in {place}, as the clock was put back; type {either}.")
    return found[0]


def _is_on_the_wall(moment: datetime) -> bool:
    return moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)


def _with_offset(moment: datetime) -> str:
    """What the clock really showed at the second that a skipped time would have been."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo).isoformat(timespec="minutes")


def _offset(named: str, option: str) -> timezone:
    hours, minutes = int(named[1:3]), int(named[-2:])
    if hours > 14 or minutes > 59:
        raise Refused(f'{option}: "{named}" is not an offset from UTC; type one as +01:00.')
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(offset if named[0] == "+" else -offset)


def _zone(named: str, option: str) -> ZoneInfo:
    known = available_timezones()
    if named not in known:
        likely = _likely_zone(named, known)
        meant = f' Did you mean "{likely}"?' if likely else ""
        raise Refused(f'{option}: the time zone "{named}" is not known; type one as Europe/Oslo, or +01:00.{meant}')
    return ZoneInfo(named)


def _likely_zone(named: str, known: set[str]) -> str | None:
    """The zone meant by a city alone, by another spelling, or by nearly the right name."""
    flat = named.lower().replace("-", "_")
    for zone in sorted(known):
        if flat in (zone.lower(), zone.lower().rpartition("/")[2]):
            return zone
    return next(iter(get_close_matches(named, sorted(known), n=1, cutoff=0.6)), None)
