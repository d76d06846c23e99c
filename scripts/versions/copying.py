"""The start of an agreement's next version: the newest one's text with dates of its own."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from scripts.agreements.corpus import Corpus
from scripts.agreements.model import Agreement
from scripts.agreements.problems import did_you_mean

KEY = re.compile(r"(\w+):")
AFTER = "summary"  # where a key stands that the newest version does not have
LEFT_OUT = ("applies_to",)


class Refused(Exception):
    """No version can be made of what was asked for; says why, and what to ask for."""


def agreement_named(corpus: Corpus, name: str, effective: date) -> Agreement:
    """The agreement, when a version of that date can follow its newest one."""
    found = corpus.agreement(name)
    if found is None:
        known = [agreement.id for agreement in corpus.agreements]
        likely = did_you_mean(name, known) or f"There are {', '.join(known)}."
        raise Refused(f'there is no agreement "{name}"; expected <supplier>/<agreement>. {likely}')
    newest = found.versions[-1]
    if effective <= newest.first_day:
        raise Refused(
            f"the newest version of {name} begins on {newest.first_day}; expected a later date than {effective}. "
            "An older version that was never recorded is written by hand, beside the others."
        )
    return found


def next_version(text: str, supersedes: str, effective: date, recorded: date, kind: str) -> str:
    """The text of the next version; everything else stays as the author of the newest one wrote it."""
    _, head, body = re.split(r"^---[ \t]*\n", text, maxsplit=2, flags=re.MULTILINE)
    own = {
        "recorded_on": recorded.isoformat(),
        "effective_date": effective.isoformat(),
        "announced_on": recorded.isoformat(),
        "supersedes": supersedes,
        "kind": kind,
    }
    return f"---\n{''.join(_lines(head, own))}---\n{body}"


def _lines(head: str, own: Mapping[str, str]) -> Iterator[str]:
    """The lines of a front matter in which some keys have values of their own."""
    for key, lines in _entries(head):
        if key not in own and key not in LEFT_OUT:
            yield lines
        if key == AFTER:
            yield from (f"{name}: {value}\n" for name, value in own.items())


def _entries(head: str) -> Iterator[tuple[str, str]]:
    """Each key of the first level with its lines; lines above the first key have none."""
    key, lines = "", ""
    for line in head.splitlines(keepends=True):
        started = KEY.match(line)
        if started:
            yield key, lines
            key, lines = started[1], ""
        lines += line
    yield key, lines
