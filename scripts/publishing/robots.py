"""What search engines may read: everything; which pages they may keep, the pages themselves say."""

from scripts.publishing.addresses import Addresses
from scripts.publishing.page import StaticFile

ROBOTS = "robots.txt"


def robots_file(site: str) -> StaticFile:
    """robots.txt; it names the site map where the site has an address, as the format wants a whole one.

    A superseded version asks in its own head not to be kept. To see that, an engine has to be let in.
    """
    lines = ["User-agent: *", "Allow: /"]
    lines += ["", f"Sitemap: {Addresses(site, ROBOTS).of('sitemap.xml')}"] if site else []
    return StaticFile(ROBOTS, "\n".join(lines) + "\n")
