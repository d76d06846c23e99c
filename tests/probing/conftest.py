"""A world for probes: a clock that moves only when somebody waits, and a web that answers as it is told."""

import asyncio
import ssl
from collections.abc import Callable

import httpx
import pytest

from scripts.probing.checks import Tools

NOW = 1_800_000_000.0


class Clock:
    """Waiting moves it; `jumps` are made after the waits of the same number; after the last wait comes the end."""

    def __init__(self, now: float = NOW, waits: int = 1000, jumps: dict[int, float] | None = None) -> None:
        self.now, self.waited, self.waits, self.jumps = now, 0, waits, jumps or {}

    async def sleep(self, seconds: float) -> None:
        if self.waited == self.waits:
            raise asyncio.CancelledError
        self.now += seconds + self.jumps.get(self.waited, 0)
        self.waited += 1


@pytest.fixture
def tools() -> Callable[..., Tools]:
    """Makes tools from a clock and from what answers HTTP requests."""

    def make(clock: Clock | None = None, answer: Callable | None = None, tls: ssl.SSLContext | None = None) -> Tools:
        clock = clock or Clock()
        client = httpx.AsyncClient(transport=httpx.MockTransport(answer or (lambda request: httpx.Response(200))))
        tls = tls or ssl.create_default_context()
        return Tools(client, tls, lambda: clock.now, lambda: clock.now, clock.sleep)

    return make


@pytest.fixture
def clock() -> type[Clock]:
    return Clock
