"""The acts on an incident: each takes the desk and what was asked for, and gives the file's name and whole new text."""

from dataclasses import dataclass, field

from scripts.operating.choosing import chosen, name_of, suffering, the_event
from scripts.operating.desk import INCIDENTS, Desk
from scripts.operating.document import new_document, services_value, title_value, with_key, with_update
from scripts.operating.refusal import Refused
from scripts.operating.telling import check_told, texts_of, titles_of, with_more
from scripts.operating.templates import merged, read_template
from scripts.operating.times import NOW, Clock
from scripts.operating.told import Told
from scripts.status.incidents import MEASUREMENTS, OPENED_BY, POSTMORTEM, RESOLVED, STATES
from scripts.status.model import Incident


@dataclass(frozen=True)
class Asked:
    """What the operator asked for, as it was typed; None where nothing was said."""

    name: str | None = None  # of the incident, or for a new one
    title: Told = field(default_factory=lambda: Told("title"))
    text: Told = field(default_factory=lambda: Told("text"))
    services: tuple[str, ...] = ()
    state: str | None = None
    cause: str | None = None
    at: str | None = None  # when it is told
    started: str | None = None
    ended: str | None = None
    severity: str | None = None
    reported: str | None = None
    responded: str | None = None
    fix_started: str | None = None
    template: str | None = None
    is_draft: bool | None = None
    is_by_measurements: bool = False  # nobody typed it


Written = tuple[str, str]  # a file's name without .md, and its text


def opened(desk: Desk, asked: Asked) -> Written:
    """A new incident; one that is over already is told as resolved in its first update."""
    ready = read_template(desk.folder, asked.template) if asked.template else None
    suffered = suffering("--service", asked.services, desk.services, ready.impact if ready else None)
    if not suffered:
        raise Refused(f"Which service is hit? Type it after --service: {', '.join(desk.services.ids)}.")
    clock, state = desk.clock(next(iter(suffered))), _first_state(asked)
    told_at = clock.past(asked.at or NOW, "--at")
    started = clock.past(asked.started, "--started") if asked.started else told_at
    text, title = asked.text, asked.title
    if ready:
        text, title = merged(text, ready.told(state)), merged(title, ready.titled())
    usual = desk.language_of(next(iter(suffered)))
    language = text.language(usual)
    titles, texts = titles_of(title, language), texts_of(text, language)
    keys = {"title": title_value(titles)}
    keys |= {"language": language} if language != usual else {}
    keys |= {"services": services_value(suffered)}
    cause = asked.cause or (ready.cause if ready else None)
    keys |= {"cause": cause} if cause else {}
    keys |= {"severity": asked.severity} if asked.severity else {}
    keys |= {"started_at": clock.shown(started), **_answering(asked, clock)}
    keys |= {"resolved_at": clock.shown(clock.past(asked.ended, "--resolved"))} if asked.ended else {}
    keys |= {OPENED_BY: MEASUREMENTS} if asked.is_by_measurements else {}
    keys |= {"draft": "true"} if asked.is_draft else {}
    name = asked.name or f"{clock.zone.day(started)}-{name_of(titles.get('en') or titles[language])}"
    made = with_update(new_document(keys), clock.shown(told_at), state, texts, language)
    check_told(desk.read(INCIDENTS, name, made), 1, texts)
    return desk.free_name(name), made


def updated(desk: Desk, asked: Asked) -> Written:
    """An incident with one more update, or with something of it corrected or no longer a draft."""
    incident = found(desk, asked.name)
    text, clock = desk.text(INCIDENTS, incident.id), desk.clock_of(incident)
    changed = _with_changes(desk, asked, incident, text)
    if asked.state == RESOLVED and incident.end is None:
        raise Refused(f"To say that it is over, type scripts/incident resolve {incident.id}.")
    if incident.end is not None and asked.state not in (None, RESOLVED, POSTMORTEM):
        raise Refused(f"{incident.id} was resolved at {clock.shown(incident.end)}; open a new incident.")
    state = chosen("--state", asked.state, STATES) if asked.state else _state(incident)
    words = _ready(desk, asked, state)
    if not words.given and changed != text and asked.state is None:
        return incident.id, changed
    return incident.id, with_more(desk, INCIDENTS, incident, changed, state, words, asked.at)


def resolved(desk: Desk, asked: Asked) -> Written:
    """An incident that is over: when the service was back, and what customers are told of it."""
    incident = found(desk, asked.name)
    clock = desk.clock_of(incident)
    if incident.end is not None:
        raise Refused(f"{incident.id} was resolved already, at {clock.shown(incident.end)}.")
    back = clock.past(asked.ended or asked.at or NOW, "--resolved" if asked.ended else "--at")
    changed = _with_changes(desk, asked, incident, desk.text(INCIDENTS, incident.id))
    changed = with_key(changed, "resolved_at", clock.shown(back))
    changed = changed if asked.is_by_measurements else with_key(changed, OPENED_BY, None)
    words = _ready(desk, asked, RESOLVED)
    return incident.id, with_more(desk, INCIDENTS, incident, changed, RESOLVED, words, asked.at)


def reviewed(desk: Desk, asked: Asked) -> Written:
    """A resolved incident with what was learnt from it."""
    incident = found(desk, asked.name)
    if incident.end is None:
        raise Refused(f"{incident.id} is not resolved yet; type scripts/incident resolve {incident.id} first.")
    changed = _with_changes(desk, asked, incident, desk.text(INCIDENTS, incident.id))
    return incident.id, with_more(desk, INCIDENTS, incident, changed, POSTMORTEM, asked.text, asked.at)


def found(desk: Desk, name: str | None) -> Incident:
    """The incident that is meant; its own faults are said where its file is not sound."""
    problems = [str(problem) for problem in desk.problems_of(f"{INCIDENTS}/{name}.md")] if name else []
    if problems:
        raise Refused("\n".join(["The incident's file is not sound; mend it first.", *problems]))
    going_on = [incident for incident in desk.incidents if incident.end is None]
    return the_event(name, desk.incidents, "incident", going_on or desk.incidents[-3:])


def _answering(asked: Asked, clock: Clock) -> dict[str, str]:
    """When it was reported, answered and begun to be mended, as far as that was said, by the file's keys."""
    told = {
        "reported_at": (asked.reported, "--reported"),
        "responded_at": (asked.responded, "--responded"),
        "fix_started_at": (asked.fix_started, "--fix-started"),
    }
    return {key: clock.shown(clock.past(typed, option)) for key, (typed, option) in told.items() if typed}


def _first_state(asked: Asked) -> str:
    if not asked.ended:
        return chosen("--state", asked.state, STATES[:3]) if asked.state else STATES[0]
    if asked.state not in (None, RESOLVED):
        raise Refused(f"--state {asked.state}: an incident with --resolved is over; leave --state out.")
    return RESOLVED


def _state(incident: Incident) -> str:
    return incident.updates[-1].state if incident.updates else STATES[0]


def _ready(desk: Desk, asked: Asked, state: str) -> Told:
    """The text given, else that of the template for the state."""
    return merged(asked.text, read_template(desk.folder, asked.template).told(state)) if asked.template else asked.text


def _with_changes(desk: Desk, asked: Asked, incident: Incident, text: str) -> str:
    """The file's text with what is corrected in its front matter.

    What decides how the time counts is an operator's word: from then on the incident is not the measurements' any more.
    """
    clock, own = desk.clock_of(incident), incident.title.original
    if titles := asked.title.parts(own):
        text = with_key(text, "title", title_value({**incident.title.texts, **titles}))
    if asked.services:
        changed = suffering("--service", asked.services, desk.services)
        text = with_key(text, "services", services_value({**incident.suffered, **changed}))
    if asked.cause:
        text = with_key(text, "cause", asked.cause)
    if asked.started:
        text = with_key(text, "started_at", clock.shown(clock.past(asked.started, "--started")))
    if asked.services or asked.cause or asked.started:
        text = with_key(text, OPENED_BY, None)
    if asked.severity:
        text = with_key(text, "severity", asked.severity)
    for key, instant in _answering(asked, clock).items():
        text = with_key(text, key, instant)
    if asked.is_draft is not None:
        text = with_key(text, "draft", "true" if asked.is_draft else None)
    return text
