"""Where the feeds of incidents and the calendar of maintenance stand, in each language."""

from scripts.status.addresses import ROOT
from scripts.status.model import Service
from scripts.status.voice import Voice

ALL = "incidents"  # a name that no service may have
FORMATS = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}
NAMES = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}


def feed(service: Service | None, form: str, language: str) -> str:
    """The feed of one service's incidents, or of all incidents, in one of the formats."""
    return f"{_folder(language)}{service.id if service else ALL}.{form}"


def calendar(language: str) -> str:
    """The calendar of planned maintenance."""
    return f"{_folder(language)}maintenance.ics"


def title(service: Service | None, voice: Voice) -> str:
    """The title of a feed, on it and on the pages that lead to it."""
    if service is None:
        return voice.say("feeds.all")
    return voice.say("feeds.of_service", service=service.name.to(voice.language))


def followed(service: Service | None, voice: Voice) -> list[dict[str, str]]:
    """What there is to follow from a page on one service or on all: the feeds of its incidents, and the calendar."""
    name, dates = title(service, voice), voice.say("feeds.calendar")
    feeds = [
        _link(kind, f"{name} ({NAMES[form]})", NAMES[form], feed(service, form, voice.language))
        for form, kind in FORMATS.items()
    ]
    return [*feeds, _link("text/calendar", dates, "iCalendar", calendar(voice.language))]


def _link(kind: str, title: str, label: str, href: str) -> dict[str, str]:
    return {"type": kind, "title": title, "label": label, "href": href}


def _folder(language: str) -> str:
    return f"/{ROOT[language]}feeds/status/"
