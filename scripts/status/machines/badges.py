"""A badge for each service: a small picture that says how it is doing, and the same for shields.io to draw."""

import json
from collections.abc import Iterator
from functools import partial

from scripts.status import addresses
from scripts.status.addresses import from_page
from scripts.status.environment import printed
from scripts.status.ledger import Ledger
from scripts.status.states import Condition
from scripts.status.voice import Voice

# Each carries white text with a contrast of at least 4.5; the words say the same without the colour.
INK = {
    Condition.OPERATIONAL: "#2f6b4f",
    Condition.DEGRADED: "#7a5a00",
    Condition.PARTIAL_OUTAGE: "#a03c10",
    Condition.MAJOR_OUTAGE: "#9a1b2f",
    Condition.UNDER_MAINTENANCE: "#33578f",
    Condition.UNKNOWN: "#5a5e66",
}
LABEL_INK = "#34373d"
NARROW, WIDE = "fijlrtI.,:;!'|()[] -", "mwMWÆØÅÄÖ@%"
SIZES = {True: 4, False: 7}  # of a letter, in pixels
PADDING, SIGN = 7, 20
SECONDS_TO_KEEP = 300


def badge_files(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    """The picture and the JSON of every service, beside its page."""
    for service in ledger.status.services:
        voice, condition = Voice(language, service.zone), ledger.conditions[service.id]
        name, label = service.name.to(language), voice.say(f"condition.{condition.value}.label")
        place = addresses.of_service(service, language)[1:]
        yield f"{place}badge.svg", _picture(name, label, condition)
        yield f"{place}badge.json", _endpoint(name, label, condition)


def _picture(name: str, label: str, condition: Condition) -> str:
    """Drawn with attributes alone, so that it needs no style sheet wherever it is shown."""
    left, right = _width(name), _width(label)
    badge = {
        "name": name,
        "label": label,
        "sign": condition.value,
        "ink": INK[condition],
        "label_ink": LABEL_INK,
        "name_at": PADDING,
        "name_width": left,
        "split": left + 2 * PADDING,
        "sign_at": left + 2 * PADDING + 6,
        "label_at": left + 2 * PADDING + 6 + SIGN,
        "label_width": right,
        "width": left + 2 * PADDING + 6 + SIGN + right + PADDING,
    }
    return printed("badge.svg", partial(from_page, page=""), badge=badge) + "\n"


def _width(text: str) -> int:
    """About how wide a text is; the picture stretches it to just that."""
    return sum(9 if letter in WIDE else SIZES[letter in NARROW] for letter in text)


def _endpoint(name: str, label: str, condition: Condition) -> str:
    """What the endpoint badge of shields.io reads."""
    content = {
        "schemaVersion": 1,
        "label": name,
        "message": label,
        "color": INK[condition].removeprefix("#"),
        "labelColor": LABEL_INK.removeprefix("#"),
        "cacheSeconds": SECONDS_TO_KEEP,
    }
    return f"{json.dumps(content, ensure_ascii=False)}\n"
