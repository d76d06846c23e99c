"""Reads one version of an agreement from its text: front matter, clauses, figures, references, rules."""

from bisect import bisect_right
from datetime import date

from scripts.agreements.clauses import split_clauses
from scripts.agreements.figures import marked_figure
from scripts.agreements.front_matter import FrontMatter, iso_date, read_front_matter, split_front_matter
from scripts.agreements.marks import with_marks
from scripts.agreements.model import Clause, Mark, Parameter, Supplier, Version
from scripts.agreements.problems import ProblemLog, Unreadable, excerpt
from scripts.agreements.references import check_local_references
from scripts.agreements.rules import CheckRule, RuleChecker
from scripts.agreements.tables import TableReader
from scripts.agreements.wording import Figure, Wording

UNKNOWN_DAY = date(1, 1, 1)


def read_version(
    text: str, name: str, agreement: str, supplier: Supplier, log: ProblemLog, check_rule: CheckRule | None = None
) -> Version:
    """The version that a file's text states; `name` is the file's name without `.md`."""
    yaml_text, body, first_line = split_front_matter(text, log)
    front_matter = read_front_matter(yaml_text, log)
    _check_name(name, front_matter, log)
    wording = Wording.of(supplier.language, supplier.currency)
    clauses, parameters = read_clauses(body, first_line, agreement, wording, log)
    document = front_matter.document
    rules = RuleChecker(document, clauses, parameters, log).rules(check_rule) if document else {}
    return Version(
        agreement=agreement,
        name=name,
        file=log.file,
        title=front_matter.title,
        summary=front_matter.summary,
        recorded_on=front_matter.recorded_on or iso_date(name) or UNKNOWN_DAY,
        effective_date=front_matter.effective_date,
        announced_on=front_matter.announced_on,
        supersedes=front_matter.supersedes,
        kind=front_matter.kind,
        part_of=front_matter.part_of,
        clauses=clauses,
        parameters=parameters,
        rules=rules,
    )


def read_clauses(
    text: str, first_line: int, agreement: str, wording: Wording, log: ProblemLog
) -> tuple[tuple[Clause, ...], dict[str, Parameter]]:
    """The clauses of a text without front matter, and the figures they mark; `first_line` is its line in the file."""
    clauses = tuple(with_marks(clause, agreement, log) for clause in split_clauses(text, first_line, log))
    if not clauses:
        log.report(first_line, "the text has no clauses", "headings with an anchor, as ## 1. General {#general}")
    parameters = read_parameters(clauses, wording, log)
    check_local_references(clauses, list(parameters), log)
    return clauses, parameters


def read_parameters(clauses: tuple[Clause, ...], wording: Wording, log: ProblemLog) -> dict[str, Parameter]:
    """Every named figure of the clauses in the order of the text; a name marked twice is reported."""
    parameters: dict[str, Parameter] = {}
    for clause in clauses:
        for name, text, line, figure in _figures(clause, wording, log):
            if name in parameters:
                log.report(
                    line,
                    f'figure "{name}" is marked twice, first on line {parameters[name].line}',
                    "each name once in a version",
                    clause=clause.reference,
                )
            elif figure is not None:
                parameters[name] = Parameter(name, figure, clause.anchor, text, line)
    return parameters


def _figures(clause: Clause, wording: Wording, log: ProblemLog) -> list[tuple[str, str, int, Figure | None]]:
    """Name, printed text, line and value of the figures of one clause; the value is None where it was unreadable."""
    reader = TableReader(clause, wording, log)
    tables = [
        (caption.name, _header(clause, caption.table_start), caption.line, reader.figure(caption))
        for caption in clause.captions
    ]
    spans = [
        (mark.name, " ".join(mark.text.split()), mark.line, _mark_figure(mark, clause, wording, log))
        for mark in clause.marks
        if mark.name
    ]
    _report_stray_overrides(clause, log)
    return sorted([*tables, *spans], key=lambda found: found[2])


def _header(clause: Clause, table_start: int) -> str:
    """The header of a table, as its printed text."""
    line = clause.body[table_start:].partition("\n")[0]
    return " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))


def _mark_figure(mark: Mark, clause: Clause, wording: Wording, log: ProblemLog) -> Figure | None:
    try:
        return marked_figure(mark.text, mark.attributes, wording, mark.name or "")
    except Unreadable as fault:
        log.report_unreadable(mark.line, fault, clause.reference)
        return None


def _report_stray_overrides(clause: Clause, log: ProblemLog) -> None:
    """A mark without a name gives the value of a table cell; elsewhere it means nothing."""
    starts = [caption.table_start for caption in clause.captions]
    for mark in clause.marks:
        above = bisect_right(starts, mark.start)
        in_table = above > 0 and mark.start < clause.captions[above - 1].table_end
        if mark.name is None and mark.dangles is None and not in_table:
            log.report(
                mark.line,
                f"mark «{excerpt(mark.text)}» has a value but no name",
                "a name, as {notice.period value=...}",
                "Only a cell of a captioned table goes without a name.",
                clause.reference,
            )


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
