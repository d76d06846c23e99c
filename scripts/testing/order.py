"""The order of the tests: what answers at once first, what needs a browser last, and within that by folder."""

from collections.abc import Iterable

COSTLY_FIXTURES = ("real_servers", "bundle_folder", "site", "base_url", "browser")


def cost(fixtures: Iterable[str]) -> int:
    """How dear the dearest of a test's fixtures is."""
    return max((rank for rank, name in enumerate(COSTLY_FIXTURES, start=1) if name in fixtures), default=0)
