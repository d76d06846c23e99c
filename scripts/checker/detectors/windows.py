"""Hours that contradict each other: maintenance inside the core time it must avoid, a clock that runs while every
channel a fault must be reported by is closed.
"""

from collections.abc import Iterator
from functools import reduce

from calculators.values.timetables import Timetable
from scripts.agreements.model import Parameter
from scripts.checker.bound_rules import rules_of_kind
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.weeks import minutes, spoken_week

CORE = "core.hours"
MAINTENANCE = ("maintenance.", "planned.")
CHANNEL = "contact."


def findings(document: Document) -> Iterator[Finding]:
    yield from _overlaps(document)
    yield from _closed_channels(document)


def _overlaps(document: Document) -> Iterator[Finding]:
    """Every maintenance timetable against the core time; a night window of a day may open both ends of that day."""
    core = document.parameters.get(CORE)
    for figure in _timetables(document, MAINTENANCE) if core else ():
        table = Timetable.parse(figure.figure["value"])
        both = minutes(table) | minutes(table.with_both_ends())
        shared = both & minutes(Timetable.parse(core.figure["value"]))
        if shared:
            yield document.figure_finding(
                "windows-overlap", figure, quote=quoted(figure.text), core=quoted(core.text),
                overlap=spoken_week(shared), other=document.reference(core.clause),
            )  # fmt: skip


def _timetables(document: Document, starts: tuple[str, ...]) -> list[Parameter]:
    named = [figure for name, figure in document.parameters.items() if name.startswith(starts)]
    return [figure for figure in named if figure.figure["kind"] == "timetable"]


def _closed_channels(document: Document) -> Iterator[Finding]:
    """The hours in which a clock runs, without those in which a permitted channel is open."""
    for clock, channels in _clocks(document):
        open_at = minutes(reduce(Timetable.joined, (Timetable.parse(each.figure["value"]) for each in channels)))
        closed = minutes(Timetable.parse(clock.figure["value"])) - open_at
        if closed:
            yield document.figure_finding(
                "clock-without-channel", clock, quote=quoted(clock.text), closed=spoken_week(closed),
                channels=", ".join(quoted(each.text) for each in channels),
                other=document.reference(channels[0].clause),
            )  # fmt: skip


def _clocks(document: Document) -> Iterator[tuple[Parameter, list[Parameter]]]:
    """Each clock with the channels that may start it: as a rule declares them, else all hours of contact."""
    declared = list(rules_of_kind(document, "channels-open"))
    for _, rule in declared:
        needed = [rule.figures["channels"][name].name for name in rule.setting("needed")]
        for clock in rule.figures["clock"].values():
            yield document.parameters[clock.name], [document.parameters[name] for name in needed]
    channels = _timetables(document, (CHANNEL,))
    if channels and not declared:
        for _, rule in rules_of_kind(document, "response-deadline"):
            hours = rule.figures.get("hours")
            if hours is not None and getattr(hours, "name", "") in document.parameters:
                yield document.parameters[hours.name], channels
