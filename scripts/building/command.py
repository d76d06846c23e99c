"""scripts/build: builds the site of one day into site/."""

import argparse
from datetime import date
from pathlib import Path
from time import monotonic

from scripts.building.site import Build, BuildFailed, bring_up_to_date
from scripts.setup.start import ROOT


def main(arguments: list[str]) -> int:
    """Build what the arguments ask for; 0 when the site is there, 1 when it could not be built."""
    options = parser().parse_args(arguments)
    build = Build(ROOT, options.output.resolve(), options.today, options.strict)
    begun = monotonic()
    try:
        built = bring_up_to_date(build)
    except BuildFailed as error:
        print(error)
        return 1
    print(f"{build.site}: built, {monotonic() - begun:.1f} s" if built else f"{build.site}: nothing has changed")
    return 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/build", description="Build the site with compressed copies.")
    add = options.add_argument
    add("--today", type=date.fromisoformat, default=date.today(), help="the day whose site is built (YYYY-MM-DD)")
    add("--strict", action=argparse.BooleanOptionalAction, default=True, help="a warning stops the build")
    add("--output", type=Path, default=ROOT / "site", help="the folder to write; site/ when left out")
    return options
