"""SVG as text: shapes and lines of words in one coordinate system, everything that is not ours escaped.

All is drawn 340 units wide, so that words stay readable on a phone; colours come from classes in the site's stylesheet.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

WIDTH = 340
SIZE = 12
LINE = 16
WIDEST_LETTER = 0.6
# What html.escape does, without the table of two thousand entities that importing it would load in every page.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
# What XML 1.0 cannot hold even when escaped; a reader of the SVG would refuse the whole of it.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass
class Drawing:
    """Shapes in the order in which they are painted, and the height they take."""

    height: int = 0
    shapes: list[str] = field(default_factory=list)

    def shape(self, name: str, look: str, **places: float | str) -> None:
        """Add a shape (line, rect, circle, polyline or path) at its places."""
        self.shapes.append(element(name, {"class": look, **places}))

    def words(self, x: float, y: float, text: str, look: str = "", anchor: str = "start") -> None:
        """Add one line of words with its base line at `y`."""
        places = {"class": look} if look else {}
        places |= {"x": x, "y": y} | ({} if anchor == "start" else {"text-anchor": anchor})
        self.shapes.append(element("text", places, escaped(text)))

    def lines(self, x: float, y: float, texts: list[str], look: str = "") -> None:
        """Add lines of words one below the other."""
        for number, text in enumerate(texts):
            self.words(x, y + number * LINE, text, look)


def svg(drawing: Drawing, title: str, described: str) -> str:
    """Return the drawing as one image with a name and a description for those who do not see it."""
    places = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {WIDTH} {drawing.height}",
        "role": "img",
        "font-size": SIZE,
    }
    named = element("title", {}, escaped(title)) + element("desc", {}, escaped(described))
    return element("svg", places, named + "".join(drawing.shapes))


def element(name: str, attributes: Mapping[str, float | str], inside: str = "") -> str:
    """Return an element; `inside` is markup already, attributes are escaped here."""
    written = "".join(f' {key.replace("_", "-")}="{escaped(_plain(value))}"' for key, value in attributes.items())
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def escaped(text: str) -> str:
    """Return text as it stands in markup; a character that XML cannot hold becomes the sign for one unknown."""
    return NOT_IN_XML.sub("\ufffd", text).translate(ESCAPES)


def text_width(text: str) -> float:
    """Return the room a line of words takes at most, in the system fonts we ask for."""
    return len(text) * SIZE * WIDEST_LETTER


def wrapped(text: str, width: float) -> list[str]:
    """Return the text in lines no wider than the width; a longer word is cut in two."""
    most = max(1, int(width / (SIZE * WIDEST_LETTER)))
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}".lstrip()
        if len(joined) <= most:
            lines[-1] = joined
            continue
        pieces = [word[start : start + most] for start in range(0, len(word), most)]
        lines += pieces if lines[-1] else []
        lines = lines if lines[-1] else pieces
    return lines


def _plain(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
