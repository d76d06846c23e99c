"""Reads one version of an agreement from its text: front matter, clauses, figures, references, rules."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from scripts.agreements.clauses import split_clauses
from scripts.agreements.definitions import read_definitions
from scripts.agreements.front_matter import FrontMatter, iso_date, read_front_matter, split_front_matter
from scripts.agreements.known import Known
from scripts.agreements.lending import Lending, borrowed_names
from scripts.agreements.marks import with_marks
from scripts.agreements.model import Clause, Parameter, Supplier, Version
from scripts.agreements.parameters import read_parameters
from scripts.agreements.problems import ProblemLog, excerpt
from scripts.agreements.references import check_local_references
from scripts.agreements.rules import CheckRule, RuleChecker
from scripts.agreements.wording import Wording
from scripts.agreements.yaml_lines import Yaml

LONGEST_CLAUSE = 100_000  # in characters; nobody reads so much, and a page of it serves nobody
NO_PROSE = "A file or a picture may have been pasted into the text, or the headings below it may be missing."
UNKNOWN_DAY = date(1, 1, 1)


@dataclass(frozen=True)
class Draft:
    """A version whose rules are still to be read, since they may borrow figures from any other text."""

    version: Version
    document: Yaml | None
    log: ProblemLog

    @property
    def wishes(self) -> list[str]:
        """The figures of other agreements that the rules name."""
        return list(borrowed_names(self.document.value.get("rules"))) if self.document else []

    def finished(self, lending: Lending, check_rule: CheckRule | None) -> Version:
        """The version with its rules, checked, and with the figures they borrow."""
        if self.document is None:
            return self.version
        rules = RuleChecker(self.document, self.version, lending, self.log).rules(check_rule)
        return replace(self.version, rules=rules, borrowed=lending.borrowed(rules))


def read_version(
    text: str, name: str, agreement: str, supplier: Supplier, log: ProblemLog, check_rule: CheckRule | None = None
) -> Version:
    """The version that a file's text states, read alone; `name` is the file's name without `.md`."""
    draft = read_draft(text, name, agreement, supplier, log, Known())
    return draft.finished(Lending(draft.version), check_rule)


def read_draft(
    text: str, name: str, agreement: str, supplier: Supplier, log: ProblemLog, known: Known
) -> Draft:
    """All of a version but its rules; `known` is what was read of the agreement's other versions."""
    yaml_text, body, first_line = split_front_matter(text, log)
    front_matter = read_front_matter(yaml_text, log)
    _check_name(name, front_matter, log)
    wording = Wording.of(supplier.language, supplier.currency)
    clauses, parameters = read_clauses(body, first_line, agreement, wording, log, known)
    document = front_matter.document
    version = Version(
        agreement=agreement,
        name=name,
        file=log.file,
        title=front_matter.title,
        summary=front_matter.summary,
        recorded_on=front_matter.recorded_on or iso_date(name) or UNKNOWN_DAY,
        effective_date=front_matter.effective_date,
        announced_on=front_matter.announced_on,
        applies_to=front_matter.applies_to,
        supersedes=front_matter.supersedes,
        kind=front_matter.kind,
        part_of=front_matter.part_of,
        change_notice=front_matter.change_notice,
        clauses=clauses,
        parameters=parameters,
        rules={},
        lines={key: document.line(key) for key in document.value} if document else {},
        definitions=read_definitions(document, clauses, log),
        source_sha256=_sha256(text),
        outline_sha256=_sha256(_outline(yaml_text, clauses, parameters)),
    )
    return Draft(version, document, log)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _outline(yaml_text: str | None, clauses: tuple[Clause, ...], parameters: dict[str, Parameter]) -> str:
    """The text without the wording of its clauses, and without the lines they stand on."""
    heads = [(each.anchor, each.printed_number, each.heading, each.level, each.reference, each.ids) for each in clauses]
    figures = [(name, each.figure, each.clause, each.text) for name, each in parameters.items()]
    return repr((yaml_text, heads, figures))


def read_clauses(
    text: str, first_line: int, agreement: str, wording: Wording, log: ProblemLog, known: Known
) -> tuple[tuple[Clause, ...], dict[str, Parameter]]:
    """The clauses of a text without front matter, and the figures they mark; `first_line` is its line in the file."""
    clauses = tuple(with_marks(clause, agreement, log, known) for clause in split_clauses(text, first_line, log, known))
    if not clauses:
        log.report(first_line, "the text has no clauses", "headings with an anchor, as ## 1. General {#general}")
    _check_length(clauses, log)
    parameters = read_parameters(clauses, wording, log, known)
    check_local_references(clauses, list(parameters), log)
    return clauses, parameters


def _check_length(clauses: tuple[Clause, ...], log: ProblemLog) -> None:
    for clause in clauses:
        length = len(clause.heading or "") + len(clause.body)
        if length > LONGEST_CLAUSE:
            found, expected = f"the clause has {length} characters", f"at most {LONGEST_CLAUSE}"
            log.report(clause.line, found, expected, NO_PROSE, excerpt(clause.reference))


def _check_name(name: str, front_matter: FrontMatter, log: ProblemLog) -> None:
    """The file is named by the effective date, or the day of recording where the text states none."""
    if iso_date(name) is None:
        log.report(1, f'the file is named "{name}.md"', "a date as its name, as 2026-11-20.md")
        return
    key = "effective_date" if front_matter.effective_date else "recorded_on"
    day = front_matter.effective_date or front_matter.recorded_on
    if day and day.isoformat() != name:
        log.report(
            front_matter.document.line(key),
            f'"{key}" is {day} in the file {name}.md',
            "the same date in both",
            f"Did you mean {name}, or the file name {day}.md?",
        )
