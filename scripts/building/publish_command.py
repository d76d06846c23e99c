"""scripts/publish: brings the status section of a built site up to this moment; nothing else of the site is touched."""

import argparse
from datetime import datetime
from pathlib import Path
from time import monotonic

from scripts.building.site import BuildFailed, publish_status
from scripts.setup.start import ROOT


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
    print(f"{section}, {done.written} files written, {done.removed} removed, {monotonic() - begun:.1f} s")
    return 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/publish", description=__doc__)
    options.add_argument("--site", type=Path, default=ROOT / "site", help="the built site; site/ when left out")
    moment = "another moment than this one, as 2026-11-20T14:05+01:00"
    options.add_argument("--now", type=_instant, default=datetime.now().astimezone(), metavar="TIME", help=moment)
    return options


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError(f'"{text}" has no offset from UTC; type it as 2026-11-20T14:05+01:00')
    return found
