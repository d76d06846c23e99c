"""scripts/build: builds the site of one day into site/."""

import argparse
import os
from datetime import date, datetime
from pathlib import Path
from time import monotonic

from scripts.building.site import Build, BuildFailed, bring_up_to_date, build_status, noon_of
from scripts.setup.start import ROOT


def main(arguments: list[str]) -> int:
    """Build what the arguments ask for; 0 when the site is there, 1 when it could not be built."""
    options = parser().parse_args(arguments)
    now = None if options.today else datetime.now().astimezone()
    begun = monotonic()
    try:
        if options.only:
            return _build_status(options, now or noon_of(options.today))
        build = Build(ROOT, options.output.resolve(), options.today or now.date(), options.strict, now)
        built = bring_up_to_date(build)
    except BuildFailed as error:
        print(error)
        return 1
    unchanged = "nothing has changed" if options.today else "nothing has changed but the time on the status pages"
    print(f"{build.site}: built, {monotonic() - begun:.1f} s" if built else f"{build.site}: {unchanged}")
    return 0


def _build_status(options: argparse.Namespace, now: datetime) -> int:
    folder = (options.to or ROOT / "status-site").resolve()
    site_url = os.environ.get("PARAGRAF_SITE_URL", "")
    build_status(ROOT, folder, now, site_url)
    print(f"{folder}: the status pages alone, as of {now.isoformat(timespec='minutes')}")
    if not site_url:
        print(
            "Links to the agreements lead into this folder too; set PARAGRAF_SITE_URL to the address of the whole site."
        )
    return 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/build", description="Build the site with compressed copies.")
    add = options.add_argument
    add("--today", type=date.fromisoformat, help="the day whose site is built (YYYY-MM-DD); this moment when left out")
    add("--only", choices=["status"], help="only the status pages, to be hosted apart from the rest")
    add("--to", type=Path, help="the folder for the status pages alone; status-site/ when left out")
    add("--strict", action=argparse.BooleanOptionalAction, default=True, help="a warning stops the build")
    add("--output", type=Path, default=ROOT / "site", help="the folder to write; site/ when left out")
    return options
