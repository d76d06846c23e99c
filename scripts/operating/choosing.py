"""Services, impacts, causes and names as an operator types them; what is not known is refused with what is near it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from scripts.agreements.problems import did_you_mean, excerpt, nearest
from scripts.operating.refusal import Refused
from scripts.status.model import Event, Impact, Suffered
from scripts.status.services import Services

HIT = re.compile(r"(?P<service>[^=:]+)([=:](?P<impact>[^,]*)(,(?P<affected>\d+)/(?P<total>\d+))?)?")
FORM = "vpn=partial-outage, or vpn=partial-outage,9/38 where 9 of 38 users are hit"
LONGEST_NAME = 60
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ł": "l"})


def chosen(option: str, typed: str, known: Iterable[str]) -> str:
    """The typed word, where it is one of the known."""
    words = list(known)
    if typed in words:
        return typed
    hint = f"type one of {', '.join(words)}. {did_you_mean(typed, words)}".strip()
    raise Refused(f'{option}: "{excerpt(typed)}" is not known; {hint}')


def suffering(
    option: str, typed: Sequence[str], services: Services, usual: Impact | None = None
) -> dict[str, Suffered]:
    """What each named service suffers; without a word about it, what is usual."""
    found: dict[str, Suffered] = {}
    for each in typed:
        match = HIT.fullmatch(each)
        if match is None:
            raise Refused(f'{option}: "{excerpt(each)}" names no service and impact; type {FORM}.')
        service = chosen(option, match["service"].strip(), services.ids)
        if service in found:
            raise Refused(f'{option}: "{service}" is named twice; name each service once.')
        found[service] = _suffered(option, service, match, usual)
    return found


def _suffered(option: str, service: str, match: re.Match, usual: Impact | None) -> Suffered:
    if match["impact"] is None and usual is None:
        impacts = ", ".join(Impact)
        raise Refused(f"{option}: {service} has no impact; type {service}=..., one of {impacts}.")
    impact = usual if match["impact"] is None else Impact(chosen(option, match["impact"].strip(), tuple(Impact)))
    if match["total"] is None:
        return Suffered(impact)
    return Suffered(impact, int(match["affected"]), int(match["total"]))


def the_event(typed: str | None, events: Sequence[Event], kind: str, likely: Sequence[Event]) -> Event:
    """The event of that name, or the only one whose name has the typed part; refused with those that may be meant."""
    matching = [event for event in events if event.id == typed] or [e for e in events if typed and typed in e.id]
    if len(matching) == 1:
        return matching[0]
    if typed is None:
        raise Refused(f"Which {kind}? Type its name{_names(likely)}.")
    if matching:
        raise Refused(f'"{excerpt(typed)}" is part of several names; type more of the one you mean{_names(matching)}.')
    meant = _nearest(typed, events)
    hint = f'Did you mean "{meant}"?' if meant else f"Type a name{_names(likely)}."
    raise Refused(f'There is no {kind} "{excerpt(typed)}". {hint}')


def name_of(title: str) -> str:
    """A title as a part of a file's name: lower-case words of plain letters with hyphens."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    kept = "-".join(words)[:LONGEST_NAME].strip("-")
    return kept or "event"


def _nearest(typed: str, events: Sequence[Event]) -> str | None:
    """The latest event whose name, or a part of it, looks most like what was typed."""
    parts = {
        part: event.id for event in events for part in (event.id, event.id[11:], *event.id[11:].split("-")) if part
    }
    close = nearest(typed, parts)
    return parts[close] if close else None


def _names(events: Sequence[Event]) -> str:
    return f": {', '.join(event.id for event in events[:10])}" if events else ""
