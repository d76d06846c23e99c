"""The events of a folder for the terminal: a line each, those going on and the drafts first."""

from collections.abc import Sequence

from scripts.operating.desk import Desk
from scripts.status.model import Event, Maintenance

RECENT = 10


def lines(desk: Desk, events: Sequence[Event], *, everything: bool) -> list[str]:
    """A line for every event that matters now and for the latest of the others, each group newest first."""
    waiting = [event for event in reversed(events) if _matters(event, desk.now)]
    others = [event for event in reversed(events) if event not in waiting]
    shown = [*waiting, *(others if everything else others[:RECENT])]
    width = max((len(event.id) for event in shown), default=0)
    hidden = len(waiting) + len(others) - len(shown)
    more = [f"... and {hidden} more; --all lists them."] if hidden else []
    return [*(_line(desk, event, width) for event in shown), *more]


def _line(desk: Desk, event: Event, width: int) -> str:
    clock, services = desk.clock_of(event), ", ".join(f"{id} {each.impact}" for id, each in event.suffered.items())
    return f"{event.id:{width}}  {_state(event, desk.now):12}  {_when(event, clock.shown)}  {services}"


def _state(event: Event, now: int) -> str:
    if event.is_draft:
        return "draft"
    if isinstance(event, Maintenance):
        return _stage(event, now)
    return event.updates[-1].state if event.updates else "open"


def _stage(event: Maintenance, now: int) -> str:
    if event.is_cancelled(now):
        return "cancelled"
    if event.is_upcoming(now):
        return "scheduled"
    return "in-progress" if event.is_open(now) else "completed"


def _when(event: Event, shown) -> str:
    return f"{shown(event.start)} – {shown(event.end) if event.end is not None else '...':25}"


def _matters(event: Event, now: int) -> bool:
    coming = isinstance(event, Maintenance) and event.is_upcoming(now)
    return event.is_draft or event.is_open(now) or coming
