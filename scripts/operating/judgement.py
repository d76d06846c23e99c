"""What planned maintenance will count as, and what a cause excuses: the agreement's clauses, told to the operator."""

from collections.abc import Iterator
from datetime import date, timedelta

from calculators.availability import (
    Outage,
    PlannedWindow,
    State,
    Stretch,
    book,
    is_announced_in_time,
    month_of,
)
from calculators.contract.figures import ClauseRef
from calculators.contract.rule import BoundRule, under
from calculators.left_out import counts_as_planned
from calculators.readings import CHANGES
from calculators.threshold import counts_as_unavailable
from calculators.values.holidays import OutsideTable
from calculators.values.intervals import Interval, common
from calculators.values.periods import end_of_month
from calculators.wording import clause_label, reading_label
from calculators.words.spoken import spoken_figure
from scripts.operating.desk import Desk
from scripts.status.model import OUT_OF_SERVICE, Incident, Maintenance, Service, Suffered
from scripts.status.responses import response
from scripts.status.services import bound_rule
from scripts.status.views.accounts import in_words
from scripts.status.views.deadlines import deadlines
from scripts.status.views.notices import notices_of
from scripts.status.voice import Voice

LANGUAGE = "en"  # what the commands speak


def planned_as(desk: Desk, event: Maintenance) -> list[str]:
    """What a plan counts as for every service it hits, said once where they agree."""
    try:
        by_service = {id: _judged(desk, event, desk.services.get(id), each) for id, each in event.suffered.items()}
    except OutsideTable as end:
        return [f"What it counts as cannot be said yet: {end}."]
    if len({tuple(lines) for lines in by_service.values()}) == 1:
        return next(iter(by_service.values()))
    return [f"{id}: {line}" for id, lines in by_service.items() for line in lines]


def excused_by(desk: Desk, incident: Incident) -> list[str]:
    """Whether the incident's time counts as downtime, and by which clause not."""
    hit = {id: each for id, each in incident.suffered.items() if each.impact in OUT_OF_SERVICE}
    said = {id: _excuse(incident, desk.rules.at(desk.services.get(id), incident.start), hit[id]) for id in hit}
    if len(set(said.values())) == 1:
        return [next(iter(said.values()))]
    return [f"{id}: {words}" for id, words in said.items()] or [
        "No service is said to be out, so none of the time counts as downtime."
    ]


def answered_by(desk: Desk, incident: Incident) -> list[str]:
    """Each deadline of the clause on response times, and whether it was kept; nothing where none can be named."""
    zone = desk.services.get(next(iter(incident.suffered))).zone
    services = [desk.services.get(id) for id in incident.suffered]
    found = [response(incident, service, desk.library, desk.now) for service in services]
    return [_plain(f"{each['label']}: {each['text']}") for each in deadlines(found, Voice(LANGUAGE, zone))]


def _excuse(incident: Incident, rule: BoundRule, suffered: Suffered) -> str:
    exempt = {figure.value: figure.clause for figure in rule.figures["exempt"]}
    if incident.cause in exempt:
        return f"The cause {incident.cause} does not count as downtime: {_cited(exempt[incident.cause])}."
    if suffered.total_users is not None:
        is_down, step = counts_as_unavailable(rule, suffered.affected_users, suffered.total_users)
        if not is_down:
            return f"Too few users are hit for the time to count as downtime: {_cited(step.clause)}."
    if incident.cause:
        return f"The cause {incident.cause} counts as downtime: no clause excuses it."
    return "The cause is open; the time counts as downtime until one is named that a clause excuses."


def latest_announcement(rule: BoundRule, event: Maintenance) -> date:
    """The last day on which customers could have been told in time."""
    return rule.zone.day(event.window.start) - timedelta(days=rule.value("planned_notice").days)


def _judged(desk: Desk, event: Maintenance, service: Service, suffered: Suffered) -> list[str]:
    rule, voice = desk.rules.at(service, event.window.start), Voice(LANGUAGE, service.zone)
    _, *others = notices_of(event, rule, voice)
    lines = [_notice(rule, event, voice), *(_plain(f"{each.text} {_sentence(each.clause)}") for each in others)]
    if suffered.impact not in OUT_OF_SERVICE:
        return [*lines, "The service can be used meanwhile, so none of the time counts as downtime."]
    counted = _counted(desk, service, event, suffered, voice)
    return [*lines, counted, *_readings(rule, service, event, suffered, voice)]


def _notice(rule: BoundRule, event: Maintenance, voice: Voice) -> str:
    figure, latest = rule.figure("planned_notice"), latest_announcement(rule, event)
    in_time = is_announced_in_time(rule, PlannedWindow(event.window, event.announced_on))
    verdict = "in time" if in_time else "TOO LATE"
    limit = f"the last day for that is {voice.value(latest)}, until midnight in {rule.zone.name}"
    asked = f"{_sentence(figure.clause).rstrip('.')} asks for {spoken_figure(figure, LANGUAGE)}"
    counts = "" if in_time else " The time counts as downtime, and the page says so."
    return f"Announced on {voice.value(event.announced_on)}: {verdict}. {asked}; {limit}.{counts}"


def _counted(desk: Desk, service: Service, event: Maintenance, suffered: Suffered, voice: Voice) -> str:
    """The classes of the window's time if the whole of it is used."""
    stretches: list[Stretch] = []
    for month in _months(service, event.window):
        rule = bound_rule(service, f"{max(month, service.measured_from):%Y-%m}", desk.library)
        stretches += _stretches(rule, month, event, suffered)
    return f"If it takes all of its time it counts as: {_plain(', '.join(in_words(stretches, voice)))}."


def _readings(rule: BoundRule, service: Service, event: Maintenance, suffered: Suffered, voice: Voice) -> Iterator[str]:
    """The other readings of the clause under which more or less of the time is downtime."""
    usual = _downtime(rule, service, event, suffered)
    for key in rule.declared.get("readings", {}).get("others", ()):
        seconds = _downtime(under(rule, CHANGES[key]), service, event, suffered)
        if seconds != usual:
            label = reading_label(rule, key, LANGUAGE)
            yield f"Read otherwise ({label}), {_plain(voice.duration(seconds))} would be downtime."


def _downtime(rule: BoundRule, service: Service, event: Maintenance, suffered: Suffered) -> int:
    months = _months(service, event.window)
    return sum(
        stretch.interval.seconds
        for first in months
        for stretch in _stretches(rule, first, event, suffered)
        if stretch.state is State.DOWN
    )


def _stretches(rule: BoundRule, month: date, event: Maintenance, suffered: Suffered) -> list[Stretch]:
    """The window's time in one month, classed."""
    announced = PlannedWindow(event.window, event.announced_on)
    outage = Outage(event.window, None, suffered.affected_users, suffered.total_users)
    span = common([month_of(rule.zone, month)], [event.window])
    excusing = [announced] if counts_as_planned(rule, announced) else []
    return [stretch for part in span for stretch in book(rule, part, [outage], excusing).stretches]


def _months(service: Service, window: Interval) -> list[date]:
    month, last = (service.zone.day(second).replace(day=1) for second in (window.start, window.end - 1))
    months = [month]
    while months[-1] < last:
        months.append(end_of_month(months[-1]) + timedelta(days=1))
    return months


def _cited(clause: ClauseRef | None) -> str:
    return clause_label(clause, LANGUAGE) if clause else "the agreement"


def _sentence(clause: ClauseRef | None) -> str:
    """The clause as a sentence of its own."""
    cited = _cited(clause)
    return f"{cited[:1].upper()}{cited[1:]}."


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")
