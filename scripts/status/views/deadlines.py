"""Response times in words: when help came, whether that was in time, and what other readings would say."""

from collections.abc import Iterable, Iterator
from typing import Any

from calculators.wording import reading_label
from scripts.status.responses import Deadline, Response, Verdict
from scripts.status.views.accounts import link
from scripts.status.voice import Voice


def deadlines(found: Iterable[Response | None], voice: Voice) -> list[dict[str, Any]]:
    """Each deadline with its clause, by the rule of every service; said once where they agree."""
    said = [
        {
            "label": voice.say(f"response.{each.role}"),
            "text": " ".join(_sentences(each, one, voice)),
            "clause": link(each.clause, voice),
        }
        for one in found
        if one
        for each in one.deadlines
    ]
    return list({(each["label"], each["text"]): each for each in said}.values())


def _sentences(deadline: Deadline, of: Response, voice: Voice) -> Iterator[str]:
    due, apart = voice.moment(deadline.due), voice.duration(deadline.apart)
    is_open = deadline.verdict is Verdict.NO_NUMBER and deadline.done_at is None
    key = "response.no-number-yet" if is_open else f"response.{deadline.verdict.value}"
    yield voice.say(key, done=_done(deadline, voice), due=due, apart=apart)
    for reading, verdict in deadline.readings.items():
        label = reading_label(of.rule, reading, voice.language)
        yield voice.say("response.by_reading", reading=label, verdict=voice.say(f"response.verdict.{verdict.value}"))


def _done(deadline: Deadline, voice: Voice) -> str:
    if deadline.done_at is None:
        return ""
    key = "response.at" if deadline.is_stated else "response.at_latest"
    return voice.say(key, moment=voice.moment(deadline.done_at))
