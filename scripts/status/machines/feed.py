"""The values that a feed is made of, whatever its format: times are ISO 8601 with their offset."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One incident; `html` is sanitised, `lang` is the language of the title."""

    id: str
    title: str
    lang: str
    link: str
    published: str
    updated: str
    html: str
    services: Sequence[str]


@dataclass(frozen=True)
class Feed:
    """What every format says of a feed: `home` is the page it tells of, `address` its own."""

    id: str
    title: str
    language: str
    author: str
    updated: str
    home: str
    address: str
    entries: Sequence[Entry]
