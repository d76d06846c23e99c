"""Planned maintenance held against the agreement: told in time, inside the agreed frame, clear of core time."""

from dataclasses import dataclass

from calculators.availability import PlannedWindow, is_announced_in_time
from calculators.contract.figures import ClauseRef, Figure
from calculators.contract.rule import BoundRule
from calculators.values.intervals import total
from calculators.windows import frame_of
from calculators.words.spoken import spoken_figure
from scripts.status.model import Maintenance
from scripts.status.voice import Voice


@dataclass(frozen=True)
class Notice:
    """One condition of the agreement: whether the plan keeps it, in words, and the clause that states it."""

    name: str
    is_kept: bool
    text: str
    clause: ClauseRef | None


def notices_of(event: Maintenance, rule: BoundRule, voice: Voice) -> list[Notice]:
    """The three conditions, as the rule of one service has them."""
    return [_announced(event, rule, voice), _frame(event, rule, voice), _core(event, rule, voice)]


def _announced(event: Maintenance, rule: BoundRule, voice: Voice) -> Notice:
    figure = rule.figure("planned_notice")
    in_time = is_announced_in_time(rule, PlannedWindow(event.window, event.announced_on))
    key = "event.announced_in_time" if in_time else "event.announced_late"
    said = voice.say(key, day=voice.value(event.announced_on), notice=spoken_figure(figure, voice.language))
    return Notice("announced", in_time, said, figure.clause)


def _frame(event: Maintenance, rule: BoundRule, voice: Voice) -> Notice:
    figures: tuple[Figure, ...] = rule.figures["frame"]
    is_inside = frame_of(rule).covers(event.window)
    agreed = "; ".join(spoken_figure(figure, voice.language) for figure in figures)
    said = voice.say("event.frame_inside" if is_inside else "event.frame_outside", frame=agreed)
    return Notice("frame", is_inside, said, figures[0].clause)


def _core(event: Maintenance, rule: BoundRule, voice: Voice) -> Notice:
    figure, seconds = rule.figure("service"), total(rule.service_hours("service").within(event.window))
    hours = spoken_figure(figure, voice.language)
    if not seconds:
        return Notice("core", True, voice.say("event.core_clear", hours=hours), figure.clause)
    said = voice.say("event.core_overlaps", duration=voice.duration(seconds), hours=hours)
    return Notice("core", False, said, figure.clause)
