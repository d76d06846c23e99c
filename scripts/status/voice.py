"""How a page says things: words, days, instants, lengths and shares in one language, on one zone's clock."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from calculators.outcome import Percent
from calculators.values.intervals import Interval
from calculators.values.money import cut
from calculators.values.zones import Zone, is_repeated
from calculators.words import table
from calculators.words.spoken import spoken
from scripts.status.model import Text
from scripts.status.words import phrase, words

HOUR, MINUTE = 3600, 60


@dataclass(frozen=True)
class Voice:
    """A language, and the zone whose clock its times are read on."""

    language: str
    zone: Zone

    def say(self, key: str, **values: str) -> str:
        """The words under a dotted key, with their values in place."""
        return phrase(self.language, key).format(**values)

    def text(self, text: Text) -> dict[str, str]:
        """A text, and its language where that is not the page's own."""
        spoken_in = text.spoken_in(self.language)
        return {"text": text.to(self.language), "lang": "" if spoken_in == self.language else spoken_in}

    def value(self, value: Any) -> str:
        """A value of a calculator as the calculators say it."""
        return _spoken_day(value, self.language) if type(value) is date else spoken(value, self.language)

    def percent(self, share: Fraction) -> str:
        """A share with four decimals, cut and never rounded up."""
        return self.value(Percent(cut(share * 100, 4)))

    def month(self, month: date) -> str:
        return f"{table('calendar')['months'][self.language][month.month - 1]} {month.year}"

    def short_day(self, day: date) -> str:
        name = table("calendar")["months"][self.language][day.month - 1]
        return self.say("time.day", day=str(day.day), month=name)

    def weekday(self, day: date) -> str:
        name = table("calendar")["weekdays"][self.language][day.weekday()]
        return self.say("time.weekday", weekday=name, day=str(day.day))

    def days(self, count: int) -> str:
        singular, plural = words(self.language)["days"]
        return f"{count} {singular if count == 1 else plural}"

    def clock(self, instant: int) -> str:
        """The time on the wall; in the hour that comes twice it says which of the two."""
        found = _on_the_wall(self.zone, instant)
        if not found.comes_twice:
            return found.clock
        return self.say("time.clock_summer" if found.local.dst() else "time.clock_winter", clock=found.clock)

    def moment(self, instant: int) -> str:
        day = _on_the_wall(self.zone, instant).local.date()
        return self.say("time.clock", day=self.value(day), clock=self.clock(instant))

    def span(self, interval: Interval) -> str:
        """From one time to another, the year said once where it is the same."""
        first, last = (_on_the_wall(self.zone, instant).local.date() for instant in interval)
        start, end = self.clock(interval.start), self.clock(interval.end)
        if first == last:
            if " " in start or " " in end:
                start, end = f"{start} ", f" {end}"
            return self.say("time.within_day", day=self.value(first), start=start, end=end)
        opening = self.short_day(first) if first.year == last.year else self.value(first)
        return self.say(
            "time.across_days",
            first=self.say("time.clock", day=opening, clock=start),
            last=self.say("time.clock", day=self.value(last), clock=end),
        )

    def duration(self, seconds: int) -> str:
        """A length in words, parts of nothing left out."""
        return _spoken_length(seconds, self.language)

    def account(self, seconds: int) -> str:
        """A length as a table of accounts shows it: hours and minutes, also where they are none."""
        hours, minutes, rest = _parts(seconds)
        said = f"{hours}\u00a0{self.say('time.hour')} {minutes:02}\u00a0{self.say('time.minute')}"
        return f"{said} {rest:02}\u00a0{self.say('time.second')}" if rest else said

    def iso(self, instant: int) -> str:
        """An instant as HTML's `datetime` wants it, with its offset."""
        return _on_the_wall(self.zone, instant).iso


class OnTheWall(NamedTuple):
    """The local time with its offset, the same as text, what the clock shows then, and whether it shows that twice."""

    local: datetime
    iso: str
    clock: str
    comes_twice: bool


@lru_cache(maxsize=100_000)
def _on_the_wall(zone: Zone, instant: int) -> OnTheWall:
    """An instant as it is in a zone; kept, because every language asks."""
    local = zone.aware(instant)
    shown = local.strftime("%H:%M:%S" if local.second else "%H:%M")
    return OnTheWall(local, local.isoformat(), shown, is_repeated(zone, local.replace(tzinfo=None, fold=0)))


@lru_cache(maxsize=10_000)
def _spoken_day(day: date, language: str) -> str:
    return spoken(day, language)


@lru_cache(maxsize=10_000)
def _spoken_length(seconds: int, language: str) -> str:
    parts = zip(_parts(seconds), ("hour", "minute", "second"), strict=True)
    said = [f"{count}\u00a0{phrase(language, f'time.{unit}')}" for count, unit in parts if count]
    return "\u00a0".join(said) or f"0\u00a0{phrase(language, 'time.minute')}"


def _parts(seconds: int) -> tuple[int, int, int]:
    hours, rest = divmod(seconds, HOUR)
    return hours, *divmod(rest, MINUTE)
