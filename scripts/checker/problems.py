"""What the readers of the texts refuse, as findings of the same form: nothing an author has to mend stands apart."""

import re

from scripts.agreements.problems import Problem
from scripts.checker.finding import Finding

FILE = re.compile(r"[^/]+/agreements/(?P<agreement>[^/]+/[^/]+)/(?P<version>[^/]+)\.md")
CLASSES = (
    (re.compile(r"^figure without a unit"), "figure-without-unit"),
    (re.compile(r"is marked but no rule reads it$"), "figure-unread"),
    (re.compile(r"which no clause marks$"), "rule-without-figure"),
    (re.compile(r"^reference «.*which is not there$"), "reference-missing"),
    (re.compile(r"^announced on .* while clause .* promises"), "announced-late"),
    (re.compile(r"^announced on .*, after it begins|^begins on|^binds existing customers"), "versions-overlap"),
)


def problem_finding(problem: Problem) -> Finding:
    """A reader's problem as a finding; its sentences are the reader's own, in English."""
    place = FILE.fullmatch(problem.file)
    return Finding(
        fault=next((fault for said, fault in CLASSES if said.search(problem.found)), "format"),
        agreement=place["agreement"] if place else "",
        version=place["version"] if place else "",
        file=problem.file,
        line=problem.line,
        anchor=None,
        clause=problem.clause or "",
        subject=problem.found,
        facts={"found": problem.found, "expected": problem.expected, "likely": problem.likely},
    )
