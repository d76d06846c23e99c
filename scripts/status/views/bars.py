"""Bars of days: their pictures, and the same in words for those who do not see them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from calculators.availability import State
from scripts.status import addresses
from scripts.status.days import Day, Kind
from scripts.status.ledger import Ledger
from scripts.status.model import Service
from scripts.status.pictures import HEIGHT, day_picture, history_picture, sample_of
from scripts.status.views.accounts import class_label, in_words
from scripts.status.voice import HOUR, MINUTE, Voice

NORMAL_DAY = 24
QUIET = (Kind.UP, Kind.UNMEASURED)


def history_view(ledger: Ledger, service: Service, voice: Voice) -> dict[str, Any]:
    """Ninety days as one picture, a sentence that sums them up, and every day that was not just up in words."""
    days = ledger.history(service)
    return {
        "id": f"history-{service.id}",
        "width": 10 * len(days) - 2,
        "height": HEIGHT,
        "columns": [{"title": _told(day, voice), "rects": rects} for day, rects in history_picture(days)],
        "summary": _summary(days, voice),
        "legend": _legend(days, voice),
        "unmeasured": _unmeasured(days, voice),
        "days": [_line(day, service, voice) for day in reversed(days) if day.kind not in QUIET],
    }


@lru_cache(maxsize=10_000)
def day_view(day: Day, voice: Voice) -> dict[str, Any]:
    """One day of a month: its date, its picture, and its time by class."""
    return {
        "id": f"{day.day:%d}",
        "label": voice.weekday(day.day),
        "width": day.whole.seconds // MINUTE,
        "height": HEIGHT,
        "rects": day_picture(day),
        "words": [*in_words(day.stretches, voice), *_to_come(day, voice), *_odd_length(day, voice)],
        "grave": bool(day.seconds[State.DOWN]),
    }


def _to_come(day: Day, voice: Voice) -> list[str]:
    """What of the day is still ahead: a length where it has begun."""
    if not day.not_yet:
        return []
    label = voice.say("class.not-yet")
    if not day.stretches:
        return [label]
    return [voice.say("class.in_sentence", label=label, duration=voice.duration(day.not_yet))]


def _odd_length(day: Day, voice: Voice) -> list[str]:
    """A word on the nights the clock changes."""
    hours = day.whole.seconds // HOUR
    if hours == NORMAL_DAY:
        return []
    return [voice.say("month.long_day", hours=voice.say("time.hours", count=str(hours)))]


def state_legend(days: Sequence[Day], voice: Voice) -> list[dict[str, Any]]:
    """The shapes of the classes that these days have."""
    present = [state for state in State if any(day.seconds[state] for day in days)]
    labels = {state: _bare_label(state, voice) for state in present}
    return [_sample(labels[state], state) for state in reversed(present)]


def _bare_label(state: State, voice: Voice) -> str:
    if state is State.EXCLUDED:
        return voice.say("class.excluded_bare")
    return class_label(state, "", voice)


def _legend(days: Sequence[Day], voice: Voice) -> list[dict[str, Any]]:
    present = {day.kind for day in days}
    return [_sample(voice.say(f"kind.{kind.value}"), kind) for kind in Kind if kind in present]


def _sample(label: str, name: State | Kind) -> dict[str, Any]:
    return {"label": label, "rects": sample_of(name)}


def _summary(days: Sequence[Day], voice: Voice) -> str:
    counts: Mapping[Kind, int] = Counter(day.kind for day in days)
    said = [
        voice.say("history.count", label=voice.say(f"kind.{kind.value}"), days=voice.days(counts[kind]))
        for kind in (Kind.UP, *(kind for kind in Kind if kind is not Kind.UP))
        if counts[kind]
    ]
    return voice.say("history.summary", counts=", ".join(said))


def _unmeasured(days: Sequence[Day], voice: Voice) -> str:
    last = max((day.day for day in days if day.kind is Kind.UNMEASURED), default=None)
    return voice.say("history.unmeasured_until", day=voice.value(last)) if last else ""


def _line(day: Day, service: Service, voice: Voice) -> dict[str, str]:
    month = addresses.of_month(service, f"{day.day:%Y-%m}", voice.language)
    return {"text": _told(day, voice), "href": f"{month}#{day.day:%d}"}


def _told(day: Day, voice: Voice) -> str:
    """The day in a few words: what it was like, and for how long."""
    kind = voice.say(f"kind.{day.kind.value}")
    lasting = {
        Kind.DOWN: day.seconds[State.DOWN],
        Kind.EXEMPT: day.exempt,
        Kind.PLANNED: day.planned,
        Kind.UNKNOWN: day.seconds[State.UNKNOWN],
        Kind.DEGRADED: day.degraded,
    }.get(day.kind)
    told = f"{kind} {voice.duration(lasting)}" if lasting else kind
    return f"{voice.value(day.day)}: {told}"
