"""Law, courts and standards that have passed, by the table in outdated.yml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from scripts.agreements.yaml_lines import LOADER
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.seldom import Seldom, letters_of

TABLE = Path(__file__).parents[1] / "outdated.yml"


@dataclass(frozen=True)
class Passed:
    """What a text may still name, what stands in its place, and from when."""

    named: Seldom
    now: str
    since: date


def findings(document: Document) -> Iterator[Finding]:
    named = [passed for passed in table() if document.may_have(passed.named)]
    for clause in document.clauses if named else ():
        prose = document.prose[clause.anchor]
        for passed in named:
            found = next(prose.found(passed.named), None)
            if found:
                yield document.finding(
                    "law-outdated", clause, passed.now, prose.line(found.start()), quote=quoted(found[0]),
                    now=passed.now, since=passed.since.isoformat(),
                )  # fmt: skip


@cache
def table() -> tuple[Passed, ...]:
    listed = yaml.load(TABLE.read_text(encoding="utf-8"), LOADER)
    return tuple(Passed(_named(entry["named"]), entry["now"], entry["since"]) for entry in listed)


def _named(form: str) -> Seldom:
    """The words of an entry; a blank in it may be a line break in a text."""
    return Seldom(re.compile(form.replace(" ", r"\s+"), re.IGNORECASE), letters_of([form]))
