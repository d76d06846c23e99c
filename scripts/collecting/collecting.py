"""Brings the store up to what a server holds; asking twice for the same time changes nothing."""

from collections.abc import Iterator

import httpx

from calculators.values.intervals import Interval
from scripts.collecting.configuration import Collection
from scripts.measuring.prometheus import PrometheusError, Series
from scripts.measuring.store import DAY, Store

ASKED_AGAIN = 6 * 3600  # seconds: samples may reach a server late


def collected(collection: Collection, store: Store, client: httpx.Client, now: int, days: int) -> Iterator[str]:
    """What went wrong, target by target; every target that could be asked is up to date then.

    `days` is how far back a target begins that the store knows nothing of.
    """
    for target, selector in collection.series.items():
        last = store.last(target)
        begin = now - days * DAY if last is None else min(last + 1, now) - ASKED_AGAIN
        series = Series(client, collection.server, selector, collection.step)
        try:
            store.write({target: series.samples(Interval(begin, now + 1))})
        except PrometheusError as error:
            yield f"{target}: {error}"
    store.pack(before=now - ASKED_AGAIN)
