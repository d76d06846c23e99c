"""How long a service took to answer: thirty days as a picture, and the same as a table for those who do not see it."""

from collections.abc import Sequence
from typing import Any

from scripts.status.model import Answering, Service, Status
from scripts.status.pictures import ANSWERS_HEIGHT, answers_picture, median_sample, most_sample, top_of_scale
from scripts.status.voice import Voice


def answering_view(service: Service, status: Status, voice: Voice) -> dict[str, Any] | None:
    """The picture, its scale and legend, and the table; None where no answer was timed."""
    days = status.answering.get(service.id, ())
    timed = [day for day in days if day.latencies]
    if not timed:
        return None
    top = top_of_scale(max(day.latencies.p95 for day in timed))
    return {
        "width": 10 * len(days) - 2,
        "height": ANSWERS_HEIGHT,
        "scale": [_milliseconds(top, voice), _milliseconds(top // 2, voice), "0"],
        "columns": [{"title": _told(day, voice), "rects": rects} for day, rects in answers_picture(days, top)],
        "summary": _summary(timed, voice),
        "from": voice.short_day(days[0].day),
        "to": voice.short_day(days[-1].day),
        "legend": [
            {"label": voice.say("answering.median"), "rects": median_sample()},
            {"label": voice.say("answering.most"), "rects": most_sample()},
        ],
        "rows": [_row(day, voice) for day in reversed(timed)],
    }


def _summary(timed: Sequence[Answering], voice: Voice) -> str:
    medians = [day.latencies.median for day in timed]
    low, high = (_milliseconds(each, voice) for each in (min(medians), max(medians)))
    most = _milliseconds(max(day.latencies.p95 for day in timed), voice)
    return voice.say("answering.summary", days=voice.days(len(timed)), low=low, high=high, most=most)


def _told(day: Answering, voice: Voice) -> str:
    if day.latencies is None:
        return voice.say("answering.none", day=voice.short_day(day.day))
    median, most = (_milliseconds(each, voice) for each in day.latencies[:2])
    return voice.say("answering.told", day=voice.short_day(day.day), median=median, most=most)


def _row(day: Answering, voice: Voice) -> dict[str, str]:
    return {
        "day": voice.short_day(day.day),
        "median": _milliseconds(day.latencies.median, voice),
        "most": _milliseconds(day.latencies.p95, voice),
        "count": voice.value(day.latencies.count),
    }


def _milliseconds(count: int, voice: Voice) -> str:
    return f"{voice.value(count)}\u00a0ms"
