"""Where the feeds of changes stand."""

from scripts.agreements.model import Supplier

ALL_CHANGES = "feeds/agreements.atom"
CALENDAR = "feeds/agreements.ics"


def feed_path(supplier: str) -> str:
    """The feed of one supplier's changes."""
    return f"feeds/{supplier}.atom"


def supplier_feed(supplier: Supplier) -> dict[str, str]:
    """The same with its title, for the head of a page."""
    return {feed_path(supplier.id): supplier.name}
