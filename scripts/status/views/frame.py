"""What stands around every status page: title, languages, rooms, the sample notice, and the instant it shows."""

from collections.abc import Iterable
from typing import Any

from scripts.status import addresses
from scripts.status.fields import LANGUAGES
from scripts.status.ledger import Ledger
from scripts.status.machines.feed_addresses import followed
from scripts.status.model import Service
from scripts.status.voice import Voice
from scripts.status.words import words

ROOMS = ("agreements", "calculators", "status")
STALE_AFTER = 24 * 60 * 60  # seconds; a page that nothing has made anew for so long may have missed what happened


def frame(
    ledger: Ledger, voice: Voice, address: str, page: dict[str, Any], service: Service | None, is_settled: bool
) -> dict[str, Any]:
    """The view of everything but the page's own content; `service` is the one it is about, if it is one.

    A page that tells of nothing still to come is not out of date, however long ago it was made.
    """
    language, house = voice.language, words(voice.language)
    others = addresses.others(address, language)
    return {
        "lang": language,
        "address": address,
        "title": page["title"],
        "description": page["description"],
        "house": house,
        "style": addresses.STYLE,
        "script": addresses.SCRIPT,
        "stale_after": None if is_settled else STALE_AFTER,
        "home": addresses.room("", language),
        "rooms": [{"label": house["rooms"][name], "href": addresses.room(name, language)} for name in ROOMS],
        "languages": [
            {"lang": each, "label": words(each)["language"], "href": others[each], "current": each == language}
            for each in LANGUAGES
        ],
        "sample": house["sample"] if ledger.status.is_sample else "",
        "as_of": page["as_of"],
        "as_of_iso": page["as_of_iso"],
        "follow": followed(service, voice),
        "trust": grounds([service] if service else ledger.status.services, voice),
        "zone": voice.say("zone", zone=voice.zone.name),
        "zone_name": voice.zone.name,
    }


def as_of(instant: int, voice: Voice) -> dict[str, str]:
    """The instant that a page shows."""
    return {"as_of": voice.say("as_of", moment=voice.moment(instant)), "as_of_iso": voice.iso(instant)}


def grounds(services: Iterable[Service], voice: Voice) -> str:
    """What a page about these services rests on, and what becomes of the time that nobody tells of."""
    kinds = {"measured" if service.measured else "reported" for service in services}
    return voice.say(f"trust.{kinds.pop() if len(kinds) == 1 else 'both'}")
