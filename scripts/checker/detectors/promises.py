"""Promised availability that binds to nothing: no period it is measured over, nothing owed when it is missed."""

from collections.abc import Iterator

from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted

PROMISE = "uptime.target"
PERIODS = ("uptime.period", "period.days", "period.hours", "availability.base")
OWED = ("credit.tiers", "credit.share", "credit.fee", "sla-breach.reduction")


def findings(document: Document) -> Iterator[Finding]:
    figure = document.parameters.get(PROMISE)
    if figure is None:
        return
    for fault, names in (("promise-without-period", PERIODS), ("promise-without-consequence", OWED)):
        if not set(names) & set(document.parameters):
            yield document.figure_finding(fault, figure, quote=quoted(figure.text))
