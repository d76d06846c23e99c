"""scripts/publish: brings the status section of a built site up to this moment; nothing else of the site is touched."""

import argparse
import os
from datetime import datetime
from pathlib import Path
from time import monotonic

from scripts.building.site import BuildFailed, publish_status
from scripts.notifying.sending import notify
from scripts.setup.start import ROOT

CHANNELS = "PARAGRAF_NOTIFY"  # addresses of apprise with blanks between them; they hold passwords
SITE_URL = "PARAGRAF_SITE_URL"


def main(arguments: list[str]) -> int:
    """Publish what docs/status says now; 0 when it can be read, 1 when the section is as it was."""
    options = parser().parse_args(arguments)
    begun = monotonic()
    try:
        done = publish_status(ROOT, options.site.resolve(), options.now)
    except BuildFailed as error:
        print(error)
        return 1
    section = f"{options.site}: the status section as of {options.now.isoformat(timespec='minutes')}"
    print(f"{section}, {done.written} files written, {done.removed} removed, {monotonic() - begun:.1f} s", flush=True)
    addresses = os.environ.get(CHANNELS, "").split()
    if addresses and options.notify:
        site_url = os.environ.get(SITE_URL, "")
        for line in notifications(options.site.resolve(), ROOT / ".cache", addresses, site_url, options.now):
            print(line)
    return 0


def notifications(site: Path, cache: Path, addresses: list[str], site_url: str, now: datetime) -> list[str]:
    """Tell followers what is new in the site, and give what is to be said of it; no failure holds up a publication."""
    try:
        return notify(site, cache / f"notified-{site.name}.json", addresses, site_url, int(now.timestamp()))
    except Exception as fault:  # whatever it is, the pages are out; its words could hold an address
        return [f"Followers were not told: {type(fault).__name__}. The next publication tries again."]


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/publish", description=__doc__)
    options.add_argument("--site", type=Path, default=ROOT / "site", help="the built site; site/ when left out")
    moment = "another moment than this one, as 2026-11-20T14:05+01:00"
    options.add_argument("--now", type=_instant, default=datetime.now().astimezone(), metavar="TIME", help=moment)
    told = f"tell nobody now, though {CHANNELS} names channels; the next publication does"
    options.add_argument("--no-notify", dest="notify", action="store_false", help=told)
    return options


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError(f'"{text}" has no offset from UTC; type it as 2026-11-20T14:05+01:00')
    return found
