"""An update added to an event's file: what is said, when, and that it will be read as exactly one update."""

from collections.abc import Mapping

from scripts.operating.desk import Desk
from scripts.operating.document import with_update
from scripts.operating.refusal import Refused
from scripts.operating.times import NOW
from scripts.operating.told import Told
from scripts.status.model import Event

NO_TEXT = "What should customers know? Type it after --text, or use --template, --edit, or --text - for standard input."


def with_more(desk: Desk, kind: str, event: Event, text: str, state: str, words: Told, at: str | None) -> str:
    """The text of an event's file with one more update, told now or at a time after the latest one."""
    clock, language = desk.clock_of(event), event.title.original
    told_at = clock.past(at or NOW, "--at")
    if event.updates and told_at < event.updates[-1].at:
        latest = clock.shown(event.updates[-1].at)
        raise Refused(f"--at: {clock.shown(told_at)} is before the latest update; type a time from {latest} on.")
    texts = texts_of(words, language)
    changed = with_update(text, clock.shown(told_at), state, texts, language)
    check_told(desk.read(kind, event.id, changed), len(event.updates) + 1, texts)
    return changed


def check_told(event: Event, updates: int, texts: Mapping[str, str]) -> None:
    """Refuses a text that broke out of its update, as one with a code fence that is never closed does."""
    if len(event.updates) != updates or set(event.updates[-1].text.texts) != set(texts):
        raise Refused("The text would not be read as one update; does it open ``` or ~~~ without closing it?")


def titles_of(title: Told, language: str) -> dict[str, str]:
    """The title by language, each on one line."""
    titles = title.by_language(language)
    if not titles:
        raise Refused("What is it about, in a few words? Type it after --title, or use --template.")
    return {spoken: " ".join(words.split()) for spoken, words in titles.items()}


def texts_of(text: Told, language: str) -> dict[str, str]:
    """The text by language, the file's own first."""
    texts = text.by_language(language)
    if not texts:
        raise Refused(NO_TEXT)
    return texts
