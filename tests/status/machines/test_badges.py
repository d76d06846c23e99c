"""A badge says how a service is doing, in words and in a sign, wherever its picture is shown."""

import json
from typing import Any
from xml.etree import ElementTree as xml

import pytest

from scripts.status.machines.badges import INK, LABEL_INK
from scripts.status.model import Status
from scripts.status.states import Condition
from tests.status.machines.made import ALL_DOWN, MAINTENANCE, QUIET, TROUBLE, UNKNOWN, made

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "title", "clipPath", "rect", "g", "circle", "path", "text"}
SAID = [
    (QUIET, "", "VPN-tilgang", "Virker", Condition.OPERATIONAL),
    (TROUBLE, "sv/", "VPN-åtkomst", "Delvis nere", Condition.PARTIAL_OUTAGE),
    (MAINTENANCE, "en/", "VPN access", "Planned maintenance", Condition.UNDER_MAINTENANCE),
    (ALL_DOWN, "", "VPN-tilgang", "Nede", Condition.MAJOR_OUTAGE),
    (UNKNOWN, "en/", "VPN access", "Unknown", Condition.UNKNOWN),
]


@pytest.mark.parametrize(("at", "root", "name", "label", "condition"), SAID)
def test_says_how_the_service_is(
    status: Status, library: dict[str, Any], at: str, root: str, name: str, label: str, condition: Condition
):
    """To those who see the picture, to those who hear it, and to shields.io."""
    files = made(status, library, at)
    picture = xml.fromstring(files[f"{root}status/vpn/badge.svg"])
    assert (picture.get("role"), picture.get("aria-label")) == ("img", f"{name}: {label}")
    assert picture.findtext(f"{SVG}title") == f"{name}: {label}"
    assert [text.text for text in picture.iter(f"{SVG}text")] == [name, label]
    assert INK[condition] in [rect.get("fill") for rect in picture.iter(f"{SVG}rect")]
    assert json.loads(files[f"{root}status/vpn/badge.json"]) == {
        "schemaVersion": 1,
        "label": name,
        "message": label,
        "color": INK[condition][1:],
        "labelColor": LABEL_INK[1:],
        "cacheSeconds": 300,
    }


@pytest.mark.parametrize("at", [QUIET, TROUBLE, MAINTENANCE, ALL_DOWN, UNKNOWN])
def test_needs_nothing_from_elsewhere(status: Status, library: dict[str, Any], at: str):
    """Neither style sheet nor script nor address, and everything is inside the picture."""
    for path, text in made(status, library, at).items():
        if not path.endswith(".svg"):
            continue
        picture = xml.fromstring(text)
        assert {each.tag.removeprefix(SVG) for each in picture.iter()} <= SHAPES
        assert not any({"style", "href", "src"} & set(each.attrib) for each in picture.iter())
        ends = [float(text.get("x")) + float(text.get("textLength")) for text in picture.iter(f"{SVG}text")]
        assert ends[1] < float(picture.get("width"))


def test_white_words_stand_out_from_every_ink():
    """At least 4.5 to 1, as WCAG asks of small text; every condition has an ink of its own."""
    assert set(INK) == set(Condition)
    assert len(set(INK.values())) == len(INK)
    assert all(1.05 / (luminance(ink) + 0.05) >= 4.5 for ink in (*INK.values(), LABEL_INK))


def luminance(ink: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = (int(ink[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
