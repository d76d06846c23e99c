"""An entry of another page as the text of one of our files, read back by the reader that builds the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.source import decoded
from scripts.importing.entries import GRAVITY, Entry, Faulty, Told
from scripts.operating.choosing import name_of
from scripts.operating.desk import INCIDENTS, MAINTENANCE, READERS, Desk
from scripts.operating.document import new_document, services_value, title_value, with_update
from scripts.operating.times import Clock
from scripts.status.incidents import RESOLVED
from scripts.status.model import Suffered
from scripts.status.services import Services
from scripts.status.text import plain
from scripts.status.updates import sections_of
from scripts.status.words import words

NO_CAUSE = "no cause is told: all of the time counts until one is set"
ADDED = "no update told that it was over; one was added"
READ_BACK = "imported"
NEXT = "next"


@dataclass(frozen=True)
class Composed:
    """A sound file that is not in its place yet; `name` may still get a number behind it."""

    source: str
    kind: str
    name: str
    text: str
    lost: tuple[str, ...]


def composed(desk: Desk, entry: Entry, mapping: Mapping[str, str], language: str) -> Composed:
    """The file of an entry; Faulty where it would not be sound."""
    suffered = _suffered(entry, mapping, desk.services)
    clock = desk.clock(next(iter(suffered)))
    title = plain(entry.title)
    if entry.planned:
        kind, began, whole = MAINTENANCE, entry.planned.start, entry
        keys, added = _times_of_maintenance(entry, clock), ()
    else:
        keys, whole = _times_of_incident(entry, clock), _told_as_over(entry, language)
        kind, began, added = INCIDENTS, entry.start, (NO_CAUSE, *((ADDED,) if whole is not entry else ()))
    above = {"title": title_value({language: title})}
    above |= {"language": language} if language != desk.language_of(next(iter(suffered))) else {}
    text = new_document({**above, "services": services_value(suffered), **keys})
    for told in whole.updates:
        _check_that_it_ends(told.text)
        text = with_update(text, clock.shown(told.at), told.state, {language: told.text}, language)
    _check(desk, kind, text)
    return Composed(entry.source, kind, f"{clock.zone.day(began)}-{name_of(title)}", text, (*entry.lost, *added))


def _suffered(entry: Entry, mapping: Mapping[str, str], services: Services) -> dict[str, Suffered]:
    """The impact on each of our services: the gravest where several of their components are one of ours."""
    found: dict[str, Suffered] = {}
    for theirs, impact in entry.hit.items():
        ours = mapping.get(theirs) or _same_name(theirs, services)
        before = found[ours].impact if ours in found else impact
        found[ours] = Suffered(min(impact, before, key=GRAVITY.index))
    return found


def _same_name(theirs: str, services: Services) -> str:
    flat = theirs.strip().casefold()
    for service in services.services:
        if flat in (service.id, *(name.casefold() for name in service.name.texts.values())):
            return service.id
    likely = did_you_mean(theirs, services.ids)
    known = f"name ours with --map '{excerpt(theirs)}=...', one of {', '.join(services.ids)}."
    raise Faulty(f'the component "{excerpt(theirs)}" is not known; {known} {likely}'.strip())


def _times_of_incident(entry: Entry, clock: Clock) -> dict[str, str]:
    started = {"started_at": clock.shown(entry.start)}
    if entry.end is None:
        return started
    if entry.end <= entry.start:
        found = f"it ends at {clock.shown(entry.end)}, which is not after its start, {started['started_at']}"
        raise Faulty(f"{found}; are the two swapped, or is one offset wrong?")
    return {**started, "resolved_at": clock.shown(entry.end)}


def _times_of_maintenance(entry: Entry, clock: Clock) -> dict[str, str]:
    """As it was planned and, where it was told, as it went; it was announced on the day of the first update."""
    if not entry.updates:
        raise Faulty("no update says when customers were told of the maintenance.")
    keys = {"announced_on": clock.zone.day(entry.updates[0].at).isoformat()}
    keys |= {"starts_at": clock.shown(entry.planned.start), "ends_at": clock.shown(entry.planned.end)}
    really = {"started_at": entry.start, "finished_at": entry.end}
    return keys | {key: clock.shown(at) for key, at in really.items() if at is not None}


def _told_as_over(entry: Entry, language: str) -> Entry:
    """The incident with an update that says that it is over, where it is and nobody said so."""
    if entry.end is None or any(told.state == RESOLVED for told in entry.updates):
        return entry
    over = Told(entry.end, RESOLVED, words(language)["state"][RESOLVED])
    return replace(entry, updates=tuple(sorted((*entry.updates, over), key=lambda told: told.at)))


def _check_that_it_ends(text: str) -> None:
    """Refuses a text that would take in the heading below it, as one with a code fence that is never closed does."""
    if sections_of(f"{text}\n\n## {NEXT}", 1)[-1].title != NEXT:
        raise Faulty("an update opens ``` or ~~~ without closing it, so the next one would be read as part of it.")


def _check(desk: Desk, kind: str, text: str) -> None:
    """Refuses what the reader that builds the page would find a problem in."""
    log = ProblemLog("")
    whole = decoded(text.encode("utf-8", "replace"), log)
    READERS[kind](READ_BACK, whole, desk.services, desk.rules, log)
    if log.problems:
        found = (f"{each.found}; expected {each.expected}. {each.likely}".strip() for each in log.problems)
        raise Faulty(" ".join(found))
