"""Everything that the status section has for machines and followers, as path and text."""

from collections.abc import Iterator

from scripts.status import addresses
from scripts.status.environment import TEMPLATES
from scripts.status.fields import LANGUAGES
from scripts.status.ledger import Ledger
from scripts.status.machines.api import api_files
from scripts.status.machines.badges import badge_files
from scripts.status.machines.banner import banner_file
from scripts.status.machines.feeds import feed_files


def files_for_machines(ledger: Ledger, site: str) -> Iterator[tuple[str, str]]:
    """Every file as it stands at the ledger's instant; `site` is where it is published, "" for anywhere."""
    from scripts.status.machines.calendar import calendar_file  # no site without a service need load its library

    yield from api_files(ledger, site)
    for language in LANGUAGES:
        yield from feed_files(ledger, language, site)
        yield calendar_file(ledger, language, site)
        yield from badge_files(ledger, language)
        yield banner_file(ledger, language)
    style = (TEMPLATES / "banner.css").read_text(encoding="utf-8")
    yield addresses.BANNER_STYLE.removeprefix("/"), style
