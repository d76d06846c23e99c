"""References from clause to clause: `[punkt 6.6](#6.6)`, `[umbrella](../services-umbrella/#priority)`.

A version can check its own anchors at once; those of other agreements are checked when the whole corpus is read.
"""

import re
from collections.abc import Callable, Iterator
from posixpath import normpath

from scripts.agreements.model import Clause, Reference
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt

LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*)\)")
EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
ADDRESS = re.compile(
    r"/agreements/(?P<agreement>[a-z0-9-]+/[a-z0-9-]+)(?:/(?P<version>\d{4}-\d{2}-\d{2}))?/?(?:#(?P<anchor>[^#]+))?"
)


def find_references(
    clause: Clause, masked: str, line_at: Callable[[int], int], agreement: str, log: ProblemLog
) -> Iterator[Reference]:
    """The references of one clause; links to other sites are none, a link of another form is reported."""
    for link in LINK.finditer(masked):
        text = clause.body[link.start("text") : link.end("text")]
        target = clause.body[link.start("target") : link.end("target")]
        place = {"start": link.start(), "end": link.end(), "line": line_at(link.start())}
        if EXTERNAL.match(target):
            continue
        if target.startswith("#") and len(target) > 1:
            yield Reference(text, target, None, None, target[1:], **place)
        elif address := _address(target, agreement):
            yield Reference(text, target, address["agreement"], address["version"], address["anchor"], **place)
        else:
            _report_form(target, place["line"], clause, log)


def _address(target: str, agreement: str) -> re.Match[str] | None:
    """The parts of an address inside the site; a relative one starts from the agreement's own page."""
    path, hash_sign, anchor = target.partition("#")
    absolute = path if path.startswith("/") else normpath(f"/agreements/{agreement}/{path}")
    return ADDRESS.fullmatch(f"{absolute}{hash_sign}{anchor}") if path else None


def _report_form(target: str, line: int, clause: Clause, log: ProblemLog) -> None:
    log.report(
        line,
        f"link to «{excerpt(target)}» leads to no agreement",
        "#clause for this agreement, or ../other-agreement/#clause",
        "Write plain text for a document that is not here." if target else "",
        clause=clause.reference,
    )


def check_local_references(clauses: tuple[Clause, ...], figures: list[str], log: ProblemLog) -> None:
    """Reports references to clauses that the version does not have."""
    referring = [clause for clause in clauses if clause.references]
    if not referring:
        return
    known = {id for clause in clauses for id in clause.ids} | {f"figure-{name}" for name in figures}
    for clause in referring:
        for reference in clause.references:
            if reference.agreement is None and reference.anchor not in known:
                report_missing(reference, known, clause, log)


def report_missing(reference: Reference, known: set[str], clause: Clause, log: ProblemLog) -> None:
    log.report(
        reference.line,
        f'reference «{excerpt(reference.text)}» leads to "{excerpt(reference.target)}", which is not there',
        "the number or anchor of a clause",
        did_you_mean(reference.anchor or "", sorted(known))
        or f'If the source itself points nowhere, write [{excerpt(reference.text)}]{{dangles="why"}}.',
        clause=clause.reference,
    )
