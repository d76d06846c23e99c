"""What has been published since the last time goes to every channel; one that fails keeps its queue for the next."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.notifying.news import News, published_news
from scripts.notifying.queues import Queues, key_of, read_queues, with_news, write_queues
from scripts.setup.steps import only_one

if TYPE_CHECKING:
    from scripts.notifying.channels import Channel

BEGINS = "From now on, followers are told of every update that is published; of those there are already, they are not."


def notify(site: Path, file: Path, addresses: Sequence[str], site_url: str, now: int) -> list[str]:
    """Tell every channel what it has not got; a line for each that something was sent to, or that failed."""
    each_once = list(dict.fromkeys(addresses))
    with only_one(file.with_suffix(".lock"), "notification"):
        before = read_queues(file)
        news = published_news(site, site_url)
        queues = with_news(before, news, map(key_of, each_once), now)
        if queues == before and not any(queues.waiting.values()):
            return []
        write_queues(queues, file)  # before anything is sent: where it cannot be written, nothing is sent twice
        return ([] if before else [BEGINS]) + _all_told(each_once, news, queues, file)


def _all_told(addresses: Sequence[str], news: Sequence[News], queues: Queues, file: Path) -> list[str]:
    # Only where something is to be sent: apprise takes longer to load than the section to make.
    from scripts.notifying.channels import Channel

    by_id = {each.id: each for each in news}
    lines = []
    for number, address in enumerate(addresses, 1):
        waiting = [by_id[id] for id in queues.waiting[key_of(address)]]
        queues, said = _told(Channel(number, address), waiting, queues, lambda changed: write_queues(changed, file))
        lines += said
    return lines


def _told(
    channel: "Channel", waiting: Sequence[News], queues: Queues, save: Callable[[Queues], None]
) -> tuple[Queues, list[str]]:
    """Send in order and stop at the first failure, so that no channel hears of the end before the beginning."""
    if not channel.is_known:
        return queues, [f"{channel.name}: apprise does not know this kind of address; see PARAGRAF_NOTIFY."]
    for sent, each in enumerate(waiting):
        if not channel.gets(each):
            left = len(waiting) - sent
            return queues, [f"{channel.name}: failed; {left} waiting for the next publication, {sent} sent."]
        queues = queues.without(key_of(channel.address), each.id)
        save(queues)
    return queues, [f"{channel.name}: {len(waiting)} sent."] if waiting else []
