"""Classed time in words: the rows of a month's account, and any stretch of time as a list of its classes."""

from collections.abc import Iterable
from typing import Any

from calculators.availability import State, Stretch
from calculators.contract.figures import ClauseRef
from calculators.values.intervals import Interval, total
from calculators.wording import clause_label
from calculators.words import table
from scripts.status.books import MonthBook
from scripts.status.voice import Voice

GRAVITY = (State.DOWN, State.UNKNOWN, State.EXCLUDED, State.PLANNED, State.UP, State.OUTSIDE_HOURS)
IN_SERVICE = (State.UP, State.PLANNED, State.EXCLUDED, State.UNKNOWN, State.DOWN)
ALWAYS_SHOWN = (State.UP, State.DOWN)


def account(book: MonthBook, voice: Voice) -> dict[str, Any]:
    """The month's time by class: outside service hours, each class within them, what is to come, and the sums."""
    outside = book.seconds[State.OUTSIDE_HOURS]
    stated_in = book.rule.figure("service").clause
    return {
        "outside": _row(voice.say("class.outside-hours"), outside, voice, State.OUTSIDE_HOURS.value, stated_in),
        "core": [row for state in IN_SERVICE for row in _rows(book, state, voice)],
        "core_sum": _row(voice.say("month.core" if book.is_over else "month.core_so_far"), book.service_seconds, voice),
        "to_come": None if book.is_over else _row(voice.say("class.not-yet"), book.not_yet, voice, "not-yet"),
        "sum": _row(voice.say("month.whole"), book.whole.seconds, voice),
    }


def in_words(stretches: Iterable[Stretch], voice: Voice) -> list[str]:
    """How long each class of these stretches lasted, the gravest first."""
    found = _by_reason(stretches)
    gravest = sorted(found, key=lambda key: (GRAVITY.index(key[0]), key[1]))
    return [
        voice.say("class.in_sentence", label=class_label(*key[:2], voice), duration=voice.duration(total(found[key])))
        for key in gravest
    ]


def class_label(state: State, reason: str, voice: Voice) -> str:
    """A class of time, with what excludes it where something does."""
    if state is not State.EXCLUDED:
        return voice.say(f"class.{state.value}")
    spoken = voice.value(reason).lower() if reason in table("choices") else voice.say(f"class.{reason}")
    return voice.say("class.excluded", reason=spoken)


def link(clause: ClauseRef | None, voice: Voice) -> dict[str, str] | None:
    """Where a clause stands, as people cite it."""
    return {"label": clause_label(clause, voice.language), "href": clause.href} if clause else None


def _rows(book: MonthBook, state: State, voice: Voice) -> list[dict[str, Any]]:
    """One row per reason and clause; what a reader looks for has a row even where it is nothing."""
    found = _by_reason(stretch for stretch in book.entries.stretches if stretch.state is state)
    if not found and state in ALWAYS_SHOWN:
        found = {(state, "", None): []}
    own = book.rule.clause if state is State.DOWN else None
    return [
        _row(class_label(state, reason, voice), total(intervals), voice, state.value, clause or own)
        for (_, reason, clause), intervals in found.items()
    ]


def _row(label: str, seconds: int, voice: Voice, name: str = "", clause: ClauseRef | None = None) -> dict[str, Any]:
    return {"name": name, "label": label, "clause": link(clause, voice), "time": voice.account(seconds)}


def _by_reason(stretches: Iterable[Stretch]) -> dict[tuple[State, str, ClauseRef | None], list[Interval]]:
    """The intervals of each class; only what excludes time keeps its reason, downtime is one whatever its cause."""
    found: dict[tuple[State, str, ClauseRef | None], list[Interval]] = {}
    for stretch in stretches:
        reason = stretch.reason if stretch.state is State.EXCLUDED else ""
        found.setdefault((stretch.state, reason, stretch.clause), []).append(stretch.interval)
    return found
