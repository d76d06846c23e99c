"""scripts/maintenance: plans, starts, finishes, cancels and lists maintenance, a file each in docs/status."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scripts.operating import listing, maintenance
from scripts.operating.desk import MAINTENANCE, open_desk
from scripts.operating.judgement import planned_as
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
from scripts.operating.told import Told, add_options, told, told_at_length
from scripts.setup.start import ROOT
from scripts.status.model import Event

ACTS = {
    "plan": maintenance.planned,
    "start": maintenance.started,
    "finish": maintenance.finished,
    "cancel": maintenance.cancelled,
    "update": maintenance.updated,
}
JUDGED = ("plan", "update")  # what is told at once how its time will count


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for now; 0 when it is done, 1 when it was refused."""
    return run(arguments, ROOT / "docs", int(datetime.now(UTC).timestamp()))


def run(arguments: list[str], docs: Path, now: int) -> int:
    """The same for any folder and instant."""
    options = parser(docs).parse_args(arguments)
    work = {"list": _listed, "plan": _planned}.get(options.act, _done)
    return answered(lambda: work(options, docs, now), f"scripts/maintenance {options.act}")


def parser(docs: Path) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/maintenance", description=__doc__)
    acts = options.add_subparsers(dest="act", required=True, metavar="plan|start|finish|cancel|update|list")
    _add_plan(acts.add_parser("plan", help="there will be maintenance; says at once what it will count as"), docs)
    _add_act(acts.add_parser("start", help="it has begun"), docs, "started", "when it really began")
    _add_act(acts.add_parser("finish", help="it is over"), docs, "finished", "when it was really over")
    _add_act(acts.add_parser("cancel", help="it is called off"), docs)
    update = acts.add_parser("update", help="there is more to tell, or it is a draft no more")
    _add_act(update, docs)
    update.add_argument("--announced", metavar="DAY", help="the day customers were told")
    listed = acts.add_parser("list", help="the maintenance, what is to come first")
    listed.add_argument("--all", action="store_true", help="all of the past too")
    return options


def _add_plan(options: argparse.ArgumentParser, docs: Path) -> None:
    add_options(options, "title", "what will be done, in a few words")
    add_services(options)
    options.add_argument("--starts", metavar="TIME", help="when it will begin")
    options.add_argument("--ends", metavar="TIME", help="when it will be over")
    options.add_argument("--lasts", metavar="LENGTH", help="how long it will take, instead: 4h, 90m, 1h30m")
    options.add_argument("--announced", metavar="DAY", help="the day customers were told; today when left out")
    options.add_argument("--name", help="the file's name; made from day and title when left out")
    options.add_argument("--check", action="store_true", help="only say what it would count as; write nothing")
    add_text(options)
    add_template(options, docs)
    add_draft(options)


def _add_act(options: argparse.ArgumentParser, docs: Path, really: str = "", what: str = "") -> None:
    add_name(options, "maintenance")
    add_text(options)
    add_template(options, docs)
    add_draft(options)
    if really:
        options.add_argument(f"--{really}", dest="really", metavar="TIME", help=f"{what}; --at when left out")


def _asked(options: argparse.Namespace) -> maintenance.Asked:
    given = {name: getattr(options, name, None) for name in ("starts", "ends", "lasts", "announced", "really")}
    return maintenance.Asked(
        name=options.name,
        title=told(options, "title") if options.act == "plan" else Told("title"),
        text=told_at_length(options, "text", sys.stdin.read),
        services=tuple(getattr(options, "services", ())),
        at=options.at,
        template=options.template,
        is_draft=options.is_draft,
        **given,
    )


def _planned(options: argparse.Namespace, docs: Path, now: int) -> Sequence[str]:
    if not options.check:
        return _done(options, docs, now)
    desk = open_desk(docs, now, options.zone)
    event = desk.read(MAINTENANCE, *maintenance.planned(desk, _asked(options)))
    return [*planned_as(desk, event), "Nothing was written: this was a check."]


def _done(options: argparse.Namespace, docs: Path, now: int) -> Sequence[str]:
    asked = _asked(options)
    desk, event = written(docs, MAINTENANCE, now, options.zone, lambda desk: ACTS[options.act](desk, asked))
    judged = planned_as(desk, event) if options.act in JUDGED else []
    return [f"{event.file}: {event.updates[-1].state}", *judged, *others_faulty(desk, event), _last(event)]


def _last(event: Event) -> str:
    return "It is a draft; update it with --publish to show it." if event.is_draft else PUBLISH


def _listed(options: argparse.Namespace, docs: Path, now: int) -> Sequence[str]:
    desk = open_desk(docs, now)
    found = listing.lines(desk, desk.maintenance, everything=options.all)
    return found or ["There is no planned maintenance."]
