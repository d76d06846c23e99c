"""Which updates are known already, and what every channel still has to get: a small file outside the site."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scripts.notifying.news import News
from scripts.operating.filing import put_text

NEWS_FOR = 86400  # what was told earlier than a day ago is history, as after an import, and nobody is woken by it


@dataclass(frozen=True)
class Queues:
    """The ids of known updates, and by a channel's key those it has not got yet, the oldest first."""

    known: frozenset[str]
    waiting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def without(self, channel: str, update: str) -> "Queues":
        """The same after a channel has got an update."""
        left = tuple(id for id in self.waiting[channel] if id != update)
        return replace(self, waiting={**self.waiting, channel: left})


def key_of(address: str) -> str:
    """What a channel is known by in the file, from which its address cannot be read."""
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def with_news(queues: Queues | None, news: Sequence[News], channels: Iterable[str], now: int) -> Queues:
    """The queues with what is new at the end of each; the first time, all that is told is known already."""
    ids = [each.id for each in news]
    if queues is None:
        return Queues(frozenset(ids), dict.fromkeys(channels, ()))
    new = [each.id for each in news if each.id not in queues.known and each.at > now - NEWS_FOR]
    waiting = {
        channel: tuple(id for id in queues.waiting.get(channel, ()) if id in ids) + tuple(new) for channel in channels
    }
    return Queues(queues.known | set(ids), waiting)


def read_queues(file: Path) -> Queues | None:
    """What the file says; None where there is none, or it is damaged."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        waiting = {channel: tuple(map(str, ids)) for channel, ids in content["waiting"].items()}
        return Queues(frozenset(map(str, content["known"])), waiting)
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return None


def write_queues(queues: Queues, file: Path) -> None:
    """Put the queues in the file, whole."""
    content = {"known": sorted(queues.known), "waiting": queues.waiting}
    put_text(file, json.dumps(content, indent=1) + "\n")
