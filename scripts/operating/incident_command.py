"""scripts/incident: opens, updates, resolves, reviews and lists incidents, a file each in docs/status."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scripts.measuring.places import VARIABLE, Misplaced, store_path
from scripts.measuring.store import StoreError, open_to_read
from scripts.operating import incidents, listing
from scripts.operating.desk import INCIDENTS, Desk, open_desk
from scripts.operating.filing import only_writer
from scripts.operating.following import follow
from scripts.operating.judgement import answered_by, excused_by
from scripts.operating.options import (
    PUBLISH,
    add_draft,
    add_name,
    add_services,
    add_template,
    add_text,
    answered,
    others_faulty,
    written,
)
from scripts.operating.refusal import Refused
from scripts.operating.told import add_options, told, told_at_length
from scripts.setup.start import ROOT
from scripts.status.incidents import STATES
from scripts.status.model import Incident, Opening
from scripts.status.reading import FOLDER

ACTS = {
    "open": incidents.opened,
    "update": incidents.updated,
    "resolve": incidents.resolved,
    "postmortem": incidents.reviewed,
}


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for now; 0 when it is done, 1 when it was refused."""
    return run(arguments, ROOT / "docs", int(datetime.now(UTC).timestamp()))


def run(arguments: list[str], docs: Path, now: int) -> int:
    """The same for any folder and instant."""
    options = parser(docs).parse_args(arguments)
    work = {"list": _listed, "follow": _followed}.get(options.act, _done)
    return answered(lambda: work(options, docs, now), f"scripts/incident {options.act}")


def parser(docs: Path) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/incident", description=__doc__)
    acts = options.add_subparsers(dest="act", required=True, metavar="open|update|resolve|postmortem|follow|list")
    _add_open(acts.add_parser("open", help="an incident has begun, or has been"), docs)
    _add_update(acts.add_parser("update", help="there is more to tell, or something to correct"), docs)
    _add_resolve(acts.add_parser("resolve", help="the services work again"), docs)
    _add_postmortem(acts.add_parser("postmortem", help="what was learnt from it"))
    followed = acts.add_parser("follow", help="what was measured: outages become incidents, as services.yml says")
    followed.add_argument("--store", help=f"the samples; ${VARIABLE} or ~/.local/state/paragraf when left out")
    listed = acts.add_parser("list", help="the incidents, those going on first")
    listed.add_argument("--all", action="store_true", help="the old ones too")
    return options


def _add_open(options: argparse.ArgumentParser, docs: Path) -> None:
    add_options(options, "title", "what is wrong, in a few words")
    add_services(options)
    add_text(options)
    add_template(options, docs)
    options.add_argument("--state", help=f"{', '.join(STATES[:3])}; the first when left out")
    options.add_argument("--cause", help="supplier, or one that the agreement exempts; open when left out")
    options.add_argument("--started", metavar="TIME", help="when it began; when it is told, if left out")
    options.add_argument("--resolved", dest="ended", metavar="TIME", help="when it was over, for one that has been")
    _add_answering(options)
    options.add_argument("--name", help="the file's name; made from day and title when left out")
    add_draft(options)


def _add_update(options: argparse.ArgumentParser, docs: Path) -> None:
    add_name(options, "incident")
    add_text(options)
    add_template(options, docs)
    options.add_argument("--state", help=f"{', '.join(STATES[:3])}; as it is when left out")
    _add_corrections(options)


def _add_resolve(options: argparse.ArgumentParser, docs: Path) -> None:
    add_name(options, "incident")
    add_text(options)
    add_template(options, docs)
    options.add_argument("--resolved", dest="ended", metavar="TIME", help="when it was over; --at when left out")
    _add_corrections(options)


def _add_postmortem(options: argparse.ArgumentParser) -> None:
    add_name(options, "incident")
    add_text(options)
    _add_corrections(options)


def _add_corrections(options: argparse.ArgumentParser) -> None:
    add_options(options, "title", "another title")
    add_services(options)
    options.add_argument("--cause", help="supplier, or one that the agreement exempts")
    options.add_argument("--started", metavar="TIME", help="when it really began")
    _add_answering(options)
    add_draft(options)


def _add_answering(options: argparse.ArgumentParser) -> None:
    """What the agreement's response times are held against."""
    add = options.add_argument
    add("--severity", help="how severe it is, in the words of the rule on response times")
    add("--reported", metavar="TIME", help="when it was reported; when it began, if left out")
    add("--responded", metavar="TIME", help="when the report was answered")
    add("--fix-started", dest="fix_started", metavar="TIME", help="when work on it began")


def _done(options: argparse.Namespace, docs: Path, now: int) -> Sequence[str]:
    asked = incidents.Asked(
        name=options.name,
        title=told(options, "title"),
        text=told_at_length(options, "text", sys.stdin.read),
        services=tuple(options.services),
        state=getattr(options, "state", None),
        cause=options.cause,
        at=options.at,
        started=options.started,
        ended=getattr(options, "ended", None),
        severity=options.severity,
        reported=options.reported,
        responded=options.responded,
        fix_started=options.fix_started,
        template=getattr(options, "template", None),
        is_draft=options.is_draft,
    )
    desk, incident = written(docs, INCIDENTS, now, options.zone, lambda desk: ACTS[options.act](desk, asked))
    last = "It is a draft; update it with --publish to show it." if incident.is_draft else PUBLISH
    said = f"{incident.file}: {incident.updates[-1].state}"
    return [
        said,
        *_left_alone(desk, incident),
        *excused_by(desk, incident),
        *answered_by(desk, incident),
        *others_faulty(desk, incident),
        last,
    ]


def _left_alone(desk: Desk, incident: Incident) -> list[str]:
    """That nobody but the operator will say that it is over, where the measurements might have been expected to."""
    follows = any(desk.services.get(id).incidents is not Opening.NONE for id in incident.suffered)
    if incident.end is not None or incident.is_by_measurements or not follows:
        return []
    return ["The incident is yours: scripts/incident follow will not resolve it. Its own times count."]


def _followed(options: argparse.Namespace, docs: Path, now: int) -> Sequence[str]:
    try:
        path = store_path(options.store, os.environ, Path.home(), ROOT)
        with only_writer(docs / FOLDER), open_to_read(path) as store:
            return follow(open_desk(docs, now), store)
    except (Misplaced, StoreError) as fault:
        raise Refused(str(fault)) from fault


def _listed(options: argparse.Namespace, docs: Path, now: int) -> Sequence[str]:
    desk = open_desk(docs, now)
    found = listing.lines(desk, desk.incidents, everything=options.all)
    return found or ["There are no incidents."]
