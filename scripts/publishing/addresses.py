"""Addresses outside of links in a page: whole ones where the site's own is known, else relative to where they stand."""

from dataclasses import dataclass
from urllib.parse import urljoin


@dataclass(frozen=True)
class Addresses:
    """How a page or file at `path` names other pages; `site` is where the site is published, "" for anywhere."""

    site: str
    path: str

    def of(self, target: str) -> str:
        """The address of a page or file given from the root, "agreements/nettsoft/" or "/agreements/nettsoft/"."""
        target = target.removeprefix("/")
        if self.site:
            return urljoin(f"{self.site.rstrip('/')}/", target)
        return "../" * self.path.count("/") + target or "./"
