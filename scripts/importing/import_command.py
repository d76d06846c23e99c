"""scripts/import_status: takes over the history of another status page as files of docs/status."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scripts.importing import cstate, statuspage, upptime
from scripts.importing.delivering import deliver, report, sorted_out
from scripts.operating.choosing import chosen
from scripts.operating.desk import open_desk
from scripts.operating.filing import only_writer
from scripts.operating.options import PUBLISH, answered
from scripts.operating.refusal import Refused
from scripts.setup.start import ROOT
from scripts.status.fields import LANGUAGES
from scripts.status.reading import FOLDER
from scripts.status.services import Services

FORMATS = {"cstate": cstate.history, "statuspage": statuspage.history, "upptime": upptime.history}


def main(arguments: list[str]) -> int:
    """Import what the arguments name; 0 when the report is printed, 1 when it was refused and nothing is written."""
    return run(arguments, ROOT / "docs", int(datetime.now(UTC).timestamp()))


def run(arguments: list[str], docs: Path, now: int) -> int:
    """The same for any folder and instant."""
    options = parser(docs).parse_args(arguments)
    return answered(lambda: _imported(options, docs, now), "scripts/import_status")


def parser(docs: Path) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/import_status", description=__doc__)
    options.add_argument("format", choices=FORMATS, help="what the other page is made with")
    options.add_argument("path", type=Path, help="its folder, or for statuspage the file of one answer")
    options.add_argument("--language", choices=LANGUAGES, required=True, help="the language its texts are in")
    mapped = "a component of theirs and the service of ours that it is; once for each"
    options.add_argument("--map", action="append", default=[], metavar="THEIRS=OURS", help=mapped)
    options.add_argument("--zone", help="the zone or offset of times that name none; kept out when left out")
    options.add_argument("--to", type=Path, default=docs / FOLDER, help="the folder for the files; docs/status")
    return options


def _imported(options: argparse.Namespace, docs: Path, now: int) -> Sequence[str]:
    if not options.path.exists():
        raise Refused(f"{options.path}: there is no such file or folder.")
    with only_writer(options.to):
        desk = open_desk(docs, now, options.zone)
        clock, mapping = desk.clock(), mapping_of(options.map, desk.services)
        if options.zone:
            clock.instant("2026-01-01T12:00", "--zone")  # refuses a zone that is not known before anything is read
        history = FORMATS[options.format](options.path, clock)
        done = sorted_out(desk, history, mapping, options.language, options.to)
        deliver(done.new, options.to)
    return [*report(done, options.to), *([PUBLISH] if done.new else [])]


def mapping_of(typed: Sequence[str], services: Services) -> dict[str, str]:
    """Our service by their component; refused where ours is not known or theirs is mapped twice."""
    mapping: dict[str, str] = {}
    for each in typed:
        theirs, equals, ours = each.rpartition("=")
        if not equals or not theirs.strip():
            raise Refused(f'--map: "{each}" names no two sides; type their component and our service, as API=vps.')
        if theirs.strip() in mapping:
            raise Refused(f'--map: "{theirs.strip()}" is mapped twice; map each component once.')
        mapping[theirs.strip()] = chosen("--map", ours.strip(), services.ids)
    return mapping
