"""The figures of a text: every named mark and captioned table as a `Parameter`."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from scripts.agreements.figures import marked_figure
from scripts.agreements.known import Known
from scripts.agreements.model import Clause, Mark, Parameter
from scripts.agreements.problems import ProblemLog, Unreadable, excerpt
from scripts.agreements.tables import TableReader
from scripts.agreements.wording import Figure, Wording


def read_parameters(
    clauses: tuple[Clause, ...], wording: Wording, log: ProblemLog, known: Known
) -> dict[str, Parameter]:
    """Every readable figure of the clauses in the order of the text; a name marked twice is reported."""
    parameters: dict[str, Parameter] = {}
    for clause in clauses:
        for parameter in _parameters(clause, wording, log, known):
            first = parameters.setdefault(parameter.name, parameter)
            if first is not parameter:
                log.report(
                    parameter.line,
                    f'figure "{parameter.name}" is marked twice, first on line {first.line}',
                    "each name once in a version",
                    clause=clause.reference,
                )
    return parameters


def _parameters(clause: Clause, wording: Wording, log: ProblemLog, known: Known) -> list[Parameter]:
    if not clause.marks and not clause.captions:
        return []
    text = (clause.anchor, clause.reference, clause.body_line, clause.body)
    return known.once(("parameters", text), log, partial(_new_parameters, clause, wording, log))


def _new_parameters(clause: Clause, wording: Wording, log: ProblemLog) -> list[Parameter]:
    _report_stray_overrides(clause, log)
    found = [*_tables(clause, wording, log), *_marks(clause, wording, log)]
    return sorted(found, key=lambda found: found.line)


def _tables(clause: Clause, wording: Wording, log: ProblemLog) -> Iterator[Parameter]:
    reader = TableReader(clause, wording, log)
    for caption in clause.captions:
        figure = reader.figure(caption)
        if figure is not None:
            yield Parameter(caption.name, figure, clause.anchor, _header(clause, caption.table_start), caption.line)


def _header(clause: Clause, table_start: int) -> str:
    """The header of a table, as its printed text."""
    line = clause.body[table_start : clause.body.find("\n", table_start)]
    return " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))


def _marks(clause: Clause, wording: Wording, log: ProblemLog) -> Iterator[Parameter]:
    for mark in clause.marks:
        figure = _mark_figure(mark, clause, wording, log) if mark.name else None
        if figure is not None:
            yield Parameter(mark.name, figure, clause.anchor, " ".join(mark.text.split()), mark.line)


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
