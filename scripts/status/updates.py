"""The body of an event's file: one section per update, its time and state in the heading, translations below it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from calculators.values.zones import Zone
from scripts.agreements.markdown_code import without_code
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.status.fields import LANGUAGES
from scripts.status.instants import NoOffset, offsets_of, read_instant
from scripts.status.model import Text, Update
from scripts.status.text import safe_html

HEADING = re.compile(r"(?P<signs>#{1,6})[ \t]*(?P<title>.*?)[ \t]*")
FORM = "## 2026-11-20T09:12+01:00 investigating"


@dataclass(frozen=True)
class Section:
    """A heading with the lines below it, up to the next heading."""

    line: int
    level: int
    title: str
    text: str


@dataclass(frozen=True)
class UpdateForm:
    """What the updates of a file may say: states, the language of unlabelled text, and the clock of its service."""

    states: tuple[str, ...]
    language: str
    zone: Zone


def read_updates(body: str, first_line: int, form: UpdateForm, log: ProblemLog) -> tuple[Update, ...]:
    """The updates in the order they stand in; whatever is wrong is reported with its line."""
    above, *sections = sections_of(body, first_line)
    if above.text:
        log.report(above.line, f"the text «{excerpt(above.text)}» above the first update", f"a heading as {FORM}")
    updates = [update for group in groups_of(sections, log) if (update := _update(group, form, log))]
    for earlier, later in pairwise(updates):
        if later[1].at < earlier[1].at:
            log.report(later[0], "an update older than the one above it", "updates in the order of their times")
    return tuple(update for _, update in updates)


def sections_of(body: str, first_line: int) -> list[Section]:
    """The body cut at its headings; the first section is what stands above them all."""
    lines = body.split("\n")
    headings = [(at, HEADING.fullmatch(line)) for at, line in enumerate(without_code(body).split("\n"))]
    starts = [at for at, heading in headings if heading]
    sections = []
    for start, end in zip([-1, *starts], [*starts, len(lines)], strict=True):
        heading = HEADING.fullmatch(lines[start]) if start >= 0 else None
        level, title = (len(heading["signs"]), heading["title"]) if heading else (0, "")
        text = "\n".join(lines[start + 1 : end]).strip()
        sections.append(Section(first_line + max(start, 0), level, title, text))
    return sections


def groups_of(sections: list[Section], log: ProblemLog) -> list[list[Section]]:
    """Each update's heading with the language headings below it."""
    groups: list[list[Section]] = []
    for section in sections:
        if section.level == 2:
            groups.append([section])
        elif section.level == 3 and groups:
            groups[-1].append(section)
        else:
            log.report(section.line, f"heading «{excerpt(section.title)}»", f"{FORM}, and ### sv for a translation")
    return groups


def _update(group: list[Section], form: UpdateForm, log: ProblemLog) -> tuple[int, Update] | None:
    heading = group[0]
    at, state = _time(heading, form, log), _state(heading, form, log)
    texts = _texts(group, form.language, log)
    if at is None or state is None or form.language not in texts:
        return None
    return heading.line, Update(at, state, Text(form.language, texts))


def _time(heading: Section, form: UpdateForm, log: ProblemLog) -> int | None:
    time = heading.title.partition(" ")[0]
    likely = ""
    try:
        return read_instant(time)
    except NoOffset as fault:
        likely = f"On the clock of {form.zone.name} this is {offsets_of(fault.wall, form.zone)}."
    except ValueError:
        pass
    log.report(heading.line, f"the time «{excerpt(time)}»", f"a time with its offset from UTC, as in {FORM}", likely)
    return None


def _state(heading: Section, form: UpdateForm, log: ProblemLog) -> str | None:
    state = heading.title.partition(" ")[2].strip()
    if state in form.states:
        return state
    found = f"the state «{excerpt(state)}»" if state else f"no state after «{excerpt(heading.title)}»"
    log.report(heading.line, found, f"one of {', '.join(form.states)}", did_you_mean(state, form.states))
    return None


def _texts(group: list[Section], language: str, log: ProblemLog) -> dict[str, str]:
    """The sanitised text of an update by language; the one right below the time is in the file's own."""
    texts: dict[str, str] = {}
    for section in group:
        spoken = language if section.level == 2 else section.title
        if spoken not in LANGUAGES:
            expected = f"one of {', '.join(LANGUAGES)}"
            log.report(section.line, f"the language «{excerpt(spoken)}»", expected, did_you_mean(spoken, LANGUAGES))
        elif spoken in texts:
            log.report(section.line, f"a second text in {spoken}", "one text per language")
        elif not section.text:
            log.report(section.line, "an update without text", "what customers should know")
        else:
            texts[spoken] = safe_html(section.text)
    return texts
