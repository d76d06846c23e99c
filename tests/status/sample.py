"""The instant that the sample is seen from in tests, and a short way to write others."""

from datetime import datetime

NOW = datetime.fromisoformat("2026-11-20T12:00+01:00")


def second(time: str) -> int:
    """The second of UTC at a time with its offset."""
    return int(datetime.fromisoformat(time).timestamp())
