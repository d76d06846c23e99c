"""Text into HTML and back, for the few characters that matter; the standard library's table of entities is large."""

import re

ENTITY = re.compile(r"&(?:#(?P<code>\d{1,6})|(?P<name>amp|lt|gt|quot|apos|nbsp|shy|ndash|mdash|hellip));")
CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\u00a0", "shy": "\u00ad"}
CHARACTERS |= {"ndash": "–", "mdash": "—", "hellip": "…"}


def escaped(text: str) -> str:
    """The text as it may stand in an element or an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def unescaped(text: str) -> str:
    """The text with its entities as characters."""
    return ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found["name"]:
        return CHARACTERS[found["name"]]
    code = int(found["code"])
    return chr(code) if 31 < code < 0xD800 else found[0]
