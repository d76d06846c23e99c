"""One address of apprise: it sends, and says whether it could; nothing it says has the address in it."""

import logging
from dataclasses import dataclass
from functools import cached_property

from apprise import Apprise, AppriseAsset, NotifyBase, NotifyFormat, NotifyType, PersistentStoreMode

from scripts.notifying.news import News

LONGEST_WAIT = 20  # seconds for one message

# Its log lines name hosts, users and answers of servers; what went wrong is said here, without them.
logging.getLogger("apprise").addHandler(logging.NullHandler())
logging.getLogger("apprise").propagate = False


@dataclass(frozen=True)
class Channel:
    """The address as it was given, and its number among the others."""

    number: int
    address: str

    @property
    def name(self) -> str:
        """The channel for people: its number, and its kind where the address is one that apprise knows."""
        return f"channel {self.number} ({self._service.service_name})" if self._service else f"channel {self.number}"

    @property
    def is_known(self) -> bool:
        return self._service is not None

    def gets(self, news: News) -> bool:
        """Send one message as plain text; whether it was taken."""
        sender = Apprise(asset=self._asset)
        sender.add(self._service)
        kind, form = NotifyType.INFO, NotifyFormat.TEXT
        return bool(sender.notify(body=news.text, title=news.title, notify_type=kind, body_format=form))

    @property
    def _asset(self) -> AppriseAsset:
        in_memory = PersistentStoreMode.MEMORY  # so that no file of its own has anything of an address in it
        return AppriseAsset(app_id="Paragraf", storage_mode=in_memory, service_timeout=LONGEST_WAIT)

    @cached_property
    def _service(self) -> NotifyBase | None:
        return Apprise.instantiate(self.address, asset=self._asset, suppress_exceptions=True)
