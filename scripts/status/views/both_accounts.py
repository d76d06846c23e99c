"""An outage as it was reported beside the same as it was measured, in sentences."""

from collections.abc import Iterable

from calculators.values.intervals import Interval
from scripts.status.disagreements import Disagreement
from scripts.status.voice import Voice


def both_accounts(found: Disagreement, voice: Voice) -> str:
    """From when to when by either; that it was up stands there only where probes saw nothing worse."""
    said = [voice.say(f"accounts.reported_{found.impact.value}", when=lasting(found.stated, voice))]
    seen = ("down", found.down) if found.down else ("up", found.up)
    for state, intervals in (seen, ("unknown", found.unknown)):
        if intervals:
            said.append(voice.say(f"accounts.measured_{state}", when=_list(intervals, voice)))
    return " ".join(said)


def lasting(interval: Interval, voice: Voice) -> str:
    """From when to when, and how long that is."""
    return voice.say("accounts.lasting", when=voice.span(interval), lasted=voice.duration(interval.seconds))


def _list(intervals: Iterable[Interval], voice: Voice) -> str:
    return "; ".join(lasting(interval, voice) for interval in intervals)
