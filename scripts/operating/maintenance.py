"""The acts on planned maintenance: each takes the desk and what was asked for, and gives a file's name and new text."""

from dataclasses import dataclass, field
from datetime import date

from scripts.operating.choosing import name_of, suffering, the_event
from scripts.operating.desk import MAINTENANCE, Desk
from scripts.operating.document import new_document, services_value, title_value, with_key, with_update
from scripts.operating.refusal import Refused
from scripts.operating.telling import check_told, texts_of, titles_of, with_more
from scripts.operating.templates import merged, read_template
from scripts.operating.times import NOW, Clock, seconds_of
from scripts.operating.told import Told
from scripts.status.maintenance import CANCELLED, STATES
from scripts.status.model import Maintenance

SCHEDULED, IN_PROGRESS, COMPLETED = STATES[:3]
USUAL = "maintenance"  # the template with the words for starting and finishing, where no other is named
Written = tuple[str, str]  # a file's name without .md, and its text


@dataclass(frozen=True)
class Asked:
    """What the operator asked for, as it was typed; None where nothing was said."""

    name: str | None = None  # of the maintenance, or for a new one
    title: Told = field(default_factory=lambda: Told("title"))
    text: Told = field(default_factory=lambda: Told("text"))
    services: tuple[str, ...] = ()
    starts: str | None = None
    ends: str | None = None
    lasts: str | None = None
    announced: str | None = None
    at: str | None = None  # when it is told
    really: str | None = None  # when it really started, or was finished
    template: str | None = None
    is_draft: bool | None = None


def planned(desk: Desk, asked: Asked) -> Written:
    """Maintenance that is to come, or, written up later, one that has been."""
    ready = read_template(desk.folder, asked.template) if asked.template else None
    suffered = suffering("--service", asked.services, desk.services, ready.impact if ready else None)
    if not suffered:
        raise Refused(f"Which service is hit? Type it after --service: {', '.join(desk.services.ids)}.")
    clock, usual = desk.clock(next(iter(suffered))), desk.language_of(next(iter(suffered)))
    text, title = asked.text, asked.title
    if ready:
        text, title = merged(text, ready.told(SCHEDULED)), merged(title, ready.titled())
    starts, ends = _window(asked, clock)
    told_at = clock.past(asked.at or NOW, "--at")
    language = text.language(usual)
    titles, texts = titles_of(title, language), texts_of(text, language)
    keys = {"title": title_value(titles)}
    keys |= {"language": language} if language != usual else {}
    keys |= {"services": services_value(suffered), "announced_on": _announced(asked, clock, told_at).isoformat()}
    keys |= {"starts_at": clock.shown(starts), "ends_at": clock.shown(ends)}
    keys |= {"draft": "true"} if asked.is_draft else {}
    name = asked.name or f"{clock.zone.day(starts)}-{name_of(titles.get('en') or titles[language])}"
    made = with_update(new_document(keys), clock.shown(told_at), SCHEDULED, texts, language)
    check_told(desk.read(MAINTENANCE, name, made), 1, texts)
    return desk.free_name(name), made


def started(desk: Desk, asked: Asked) -> Written:
    """Maintenance that has begun; from then on it lasts until it is said to be finished."""
    event = _not_over(desk, asked)
    if _has(desk, event, "started_at"):
        raise Refused(f"{event.id} was started already, at {desk.clock_of(event).shown(event.start)}.")
    return _going_on(desk, event, asked, "started_at", IN_PROGRESS)


def finished(desk: Desk, asked: Asked) -> Written:
    """Maintenance that is over, at the time it really was."""
    event = _not_over(desk, asked)
    if desk.now < event.start:
        starts = desk.clock_of(event).shown(event.start)
        raise Refused(f"{event.id} has not begun, it starts at {starts}; type cancel to call it off, or start first.")
    return _going_on(desk, event, asked, "finished_at", COMPLETED)


def cancelled(desk: Desk, asked: Asked) -> Written:
    """Maintenance that is called off before it begins."""
    event = _not_over(desk, asked)
    if desk.now >= event.start:
        starts = desk.clock_of(event).shown(event.start)
        rather = f"scripts/maintenance finish {event.id} says when it was over"
        raise Refused(f"{event.id} began at {starts} and can no longer be cancelled; {rather}.")
    text = _drafted(asked, desk.text(MAINTENANCE, event.id))
    return event.id, with_more(desk, MAINTENANCE, event, text, CANCELLED, _words(desk, asked, CANCELLED), asked.at)


def updated(desk: Desk, asked: Asked) -> Written:
    """Maintenance with one more update in the state it is in, or no longer a draft."""
    event = found(desk, asked.name)
    text = desk.text(MAINTENANCE, event.id)
    changed = _announced_anew(desk, asked, event, _drafted(asked, text))
    if not asked.text.given and changed != text:
        return event.id, changed
    state = event.updates[-1].state if event.updates else SCHEDULED
    return event.id, with_more(desk, MAINTENANCE, event, changed, state, asked.text, asked.at)


def found(desk: Desk, name: str | None) -> Maintenance:
    """The maintenance that is meant; its own faults are said where its file is not sound."""
    problems = [str(problem) for problem in desk.problems_of(f"{MAINTENANCE}/{name}.md")] if name else []
    if problems:
        raise Refused("\n".join(["The file of the maintenance is not sound; mend it first.", *problems]))
    coming = [event for event in desk.maintenance if event.is_upcoming(desk.now) or event.is_open(desk.now)]
    return the_event(name, desk.maintenance, "maintenance", coming or desk.maintenance[-3:])


def _window(asked: Asked, clock: Clock) -> tuple[int, int]:
    if not asked.starts or not (asked.ends or asked.lasts):
        raise Refused("When is it to be? Type --starts 2026-11-28T22:00 and --ends 2026-11-29T02:00, or --lasts 4h.")
    if asked.ends and asked.lasts:
        raise Refused("--ends and --lasts both say when it is over; leave one out.")
    starts = clock.instant(asked.starts, "--starts")
    return starts, clock.instant(asked.ends, "--ends") if asked.ends else starts + seconds_of(asked.lasts, "--lasts")


def _announced(asked: Asked, clock: Clock, told_at: int) -> date:
    """The day customers were told: the one named, else that of the first update; never one to come."""
    day = clock.day(asked.announced, "--announced") if asked.announced else clock.zone.day(told_at)
    if day > clock.zone.day(clock.now):
        raise Refused(f"--announced: {day} has not come yet; plan it with --draft, and publish it on that day.")
    return day


def _not_over(desk: Desk, asked: Asked) -> Maintenance:
    event = found(desk, asked.name)
    if event.cancelled_at is not None:
        raise Refused(f"{event.id} was cancelled at {desk.clock_of(event).shown(event.cancelled_at)}.")
    if _has(desk, event, "finished_at"):
        raise Refused(f"{event.id} was finished already, at {desk.clock_of(event).shown(event.end)}.")
    return event


def _going_on(desk: Desk, event: Maintenance, asked: Asked, key: str, state: str) -> Written:
    """The file with the time something really happened, and what is told of it."""
    really = asked.really or asked.at or NOW
    instant = desk.clock_of(event).past(really, f"--{key.partition('_')[0]}" if asked.really else "--at")
    text = _drafted(asked, desk.text(MAINTENANCE, event.id))
    text = with_key(text, key, desk.clock_of(event).shown(instant))
    return event.id, with_more(desk, MAINTENANCE, event, text, state, _words(desk, asked, state), asked.at)


def _words(desk: Desk, asked: Asked, state: str) -> Told:
    """The text given, else that of the template for the state."""
    return asked.text if asked.text.given else read_template(desk.folder, asked.template or USUAL).told(state)


def _drafted(asked: Asked, text: str) -> str:
    return text if asked.is_draft is None else with_key(text, "draft", "true" if asked.is_draft else None)


def _announced_anew(desk: Desk, asked: Asked, event: Maintenance, text: str) -> str:
    """A draft has been told to nobody: its day of announcement is the one it is published on, or the one named."""
    if asked.announced or (event.is_draft and asked.is_draft is False):
        clock = desk.clock_of(event)
        return with_key(text, "announced_on", _announced(asked, clock, clock.now).isoformat())
    return text


def _has(desk: Desk, event: Maintenance, key: str) -> bool:
    return f"\n{key}:" in desk.text(MAINTENANCE, event.id)
