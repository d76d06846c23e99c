"""The options that the operator's commands have in common, and how one is run: alone, its refusals in words."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts.operating.desk import Desk, open_desk
from scripts.operating.filing import only_writer
from scripts.operating.refusal import Refused
from scripts.operating.templates import template_names
from scripts.operating.times import FORMS
from scripts.operating.told import add_options
from scripts.status.model import Event, Impact
from scripts.status.reading import FOLDER

PUBLISH = "Publish it with scripts/publish."
Act = Callable[[Desk], tuple[str, str]]


def add_name(options: argparse.ArgumentParser, what: str) -> None:
    options.add_argument("name", nargs="?", help=f"the name of the {what}, or a part of it that no other has")


def add_text(options: argparse.ArgumentParser) -> None:
    """What customers are told, when, and whether it is a draft."""
    add_options(options, "text", 'what customers should know ("-": from standard input)')
    options.add_argument("--edit", action="store_true", help="write the text in $EDITOR")
    options.add_argument("--at", metavar="TIME", help=f"when it is told; now when left out. A time is {FORMS}")
    options.add_argument("--zone", help="the zone of times without one; that of the service when left out")


def add_draft(options: argparse.ArgumentParser) -> None:
    draft = options.add_mutually_exclusive_group()
    draft.add_argument("--draft", dest="is_draft", action="store_true", default=None, help="check it, but show nobody")
    no_draft = ("--no-draft", "--publish")
    draft.add_argument(*no_draft, dest="is_draft", action="store_false", default=None, help="a draft no more")


def add_services(options: argparse.ArgumentParser) -> None:
    what = f"a service and its impact ({', '.join(Impact)}), with users hit as =partial-outage,9/38; once for each"
    options.add_argument("--service", dest="services", action="append", default=[], metavar="NAME=IMPACT", help=what)


def add_template(options: argparse.ArgumentParser, docs: Path) -> None:
    names = ", ".join(template_names(docs / FOLDER)) or "none yet"
    options.add_argument("--template", metavar="NAME", help=f"take title and text from docs/status/templates: {names}")


def written(docs: Path, kind: str, now: int, place: str | None, act: Act) -> tuple[Desk, Event]:
    """The event after an act has been done to its file, with the desk it was done at."""
    with only_writer(docs / FOLDER):
        desk = open_desk(docs, now, place)
        name, text = act(desk)
        return desk, desk.save(kind, name, text)


def answered(work: Callable[[], Sequence[str]], command: str) -> int:
    """Print what the work gives; 0 when it is done, 1 when it was refused, with the reason on standard error."""
    try:
        lines = work()
    except Refused as refusal:
        print(f"{command}: {refusal}", file=sys.stderr)
        return 1
    except OSError as fault:
        name = fault.filename or "docs/status"
        print(f"{command}: {name}: {fault.strerror}; the old file, if there was one, is unchanged.", file=sys.stderr)
        return 1
    for line in lines:
        print(line)
    return 0


def others_faulty(desk: Desk, event: Event) -> list[str]:
    """The faults of other files: a publication would stop at them."""
    problems = [str(problem) for problem in desk.status.problems if problem.file != event.file]
    return ["Mend these too, or nothing can be published:", *problems] if problems else []
