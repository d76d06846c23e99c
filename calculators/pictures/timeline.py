"""A timeline: the days of an answer one below the other, at true distances, each with what happens on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.answering import Answer
from calculators.labels import result_label
from calculators.pictures.picture import Picture
from calculators.pictures.svg import LINE, SIZE, WIDTH, Drawing, wrapped
from calculators.readings import read_as
from calculators.values.periods import end_of_month
from calculators.words import said, table
from calculators.words.spoken import spoken

AXIS, WORDS, TOP, GAP, DOT = 12, 40, 14, 12, 5
ROOMY = 1.25
LEFT_OUT = ("end_exclusive",)


@dataclass(frozen=True)
class Event:
    """A day and what happens on it; `follows` where the answer found it, rather than the customer gave it."""

    day: date
    labels: tuple[str, ...]
    follows: bool


def drawn(given: Answer, language: str) -> Picture | None:
    """Return the days given, those on the way and those that follow, first to last; nothing where all is one day."""
    events = _together(sorted(_events(given, language), key=lambda event: event.day))
    if len(events) < 2:
        return None
    rows = [(spoken(event.day, language), "; ".join(event.labels)) for event in events]
    return Picture(_drawing(events, [day for day, _ in rows]), tuple((what, day) for day, what in rows))


def _events(given: Answer, language: str) -> Iterator[Event]:
    rule, kind, outcome = given.asked.rule, given.asked.kind.name, given.outcome
    for name, value in given.given.items():
        if isinstance(value, date):
            yield Event(value, (said("pictures", _key("given", kind, name), language),), False)
    yield from _month_end(given, language)
    for step in outcome.steps:
        key = _key("step", kind, step.key)
        if isinstance(step.value, date) and key in table("pictures"):
            yield Event(step.value, (said("pictures", key, language),), True)
    for name, value in outcome.result.items():
        if isinstance(value, date) and name not in LEFT_OUT:
            yield Event(value, (result_label(rule, name, language),), True)


def _key(part: str, kind: str, name: str) -> str:
    """Return the key of the words for an input or a step: the kind's own, else the common one."""
    own = f"{part}.{kind}/{name}"
    return own if own in table("pictures") else f"{part}.{name}"


def _month_end(given: Answer, language: str) -> Iterator[Event]:
    """The end of the month of notice, where the clause counts from it and the answer did so."""
    counted = [step for step in given.outcome.steps if step.key == "notice-from-month-end"]
    notice = given.given.get("notice_date")
    rule = read_as(given.asked.rule, given.reading)
    if counted and notice and not (rule.setting("first_of_month") == "starts-the-count" and notice.day == 1):
        yield Event(end_of_month(notice), (said("pictures", "month-end", language),), True)


def _together(events: list[Event]) -> list[Event]:
    """Return one event a day, with all that happens on it, each said once."""
    days = dict.fromkeys(event.day for event in events)
    return [_merged([event for event in events if event.day == day]) for day in days]


def _merged(events: list[Event]) -> Event:
    labels = dict.fromkeys(label for event in events for label in event.labels)
    return Event(events[0].day, tuple(labels), any(event.follows for event in events))


def _drawing(events: list[Event], days: list[str]) -> Drawing:
    texts = [wrapped("; ".join(event.labels), WIDTH - WORDS) for event in events]
    needs = [LINE * (1 + len(lines)) + GAP for lines in texts]
    span = ROOMY * sum(needs)
    marks = [TOP + (span - needs[-1]) * _share(events, event) for event in events]
    places = _apart(marks, needs, TOP + span)
    drawing = Drawing(round(TOP + span))
    drawing.shape("line", "axis", x1=AXIS, y1=marks[0], x2=AXIS, y2=marks[-1])
    for event, mark, place in zip(events, marks, places, strict=True):
        leader = f"{AXIS},{mark:.2f} {WORDS - 16},{place:.2f} {WORDS - 6},{place:.2f}"
        drawing.shape("polyline", "leader", points=leader)
        drawing.shape("circle", "follows" if event.follows else "given", cx=AXIS, cy=mark, r=DOT)
    for day, lines, place in zip(days, texts, places, strict=True):
        drawing.words(WORDS, place + SIZE / 3, day, "strong")
        drawing.lines(WORDS, place + SIZE / 3 + LINE, lines)
    return drawing


def _share(events: list[Event], event: Event) -> float:
    first, last = events[0].day, events[-1].day
    return (event.day - first).days / (last - first).days


def _apart(marks: list[float], needs: list[float], end: float) -> list[float]:
    """Return where the words stand: as near their marks as they can, none over another, none below the end."""
    places = []
    for mark, room_above in zip(marks, [0, *needs], strict=False):
        places.append(max(mark, places[-1] + room_above) if places else mark)
    for index in reversed(range(len(places))):
        below = places[index + 1] if index + 1 < len(places) else end
        places[index] = min(places[index], below - needs[index])
    return places
