"""Promised availability that binds to nothing: no period it is measured over, nothing owed when it is missed."""

from collections.abc import Iterator

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted

PROMISE = "uptime.target"
PERIODS = ("uptime.period", "period.days", "period.hours", "availability.base")
OWED = ("credit.tiers", "credit.share", "credit.fee", "sla-breach.reduction")


def findings(document: Document) -> Iterator[Finding]:
    figure = document.parameters.get(PROMISE)
    if figure is None:
        return
    if not _states(document, PERIODS) and not _names_period(document, document.by_anchor[figure.clause]):
        yield document.figure_finding("promise-without-period", figure, quote=quoted(figure.text))
    if not _states(document, OWED):
        yield document.figure_finding("promise-without-consequence", figure, quote=quoted(figure.text))


def _states(document: Document, names: tuple[str, ...]) -> bool:
    return any(name in document.parameters for name in names)


def _names_period(document: Document, clause: Clause) -> bool:
    """Whether the clause, or one beside it, says in words what stretch of time is measured."""
    period = document.vocabulary.pattern("measured_over")
    beside = [each for each in document.clauses if each is clause or each.parent and each.parent == clause.parent]
    return any(period.search(document.prose[each.anchor].text) for each in beside)
