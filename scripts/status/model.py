"""The values of the status page: services, what befell them, and what was planned; instants are seconds of UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from calculators.values.intervals import Interval
from calculators.values.zones import Zone
from scripts.agreements.problems import Problem
from scripts.measuring.intervals import Seen
from scripts.measuring.latencies import Latencies
from scripts.status.months.record import MonthFile


@dataclass(frozen=True)
class Text:
    """A text in its own language and in those it has been translated to."""

    original: str  # the language it was written in
    texts: Mapping[str, str]

    def spoken_in(self, language: str) -> str:
        """The language a reader of `language` gets the text in: theirs, else the one it was written in."""
        return language if language in self.texts else self.original

    def to(self, language: str) -> str:
        return self.texts[self.spoken_in(language)]


class Impact(StrEnum):
    """What a service suffers, the gravest first."""

    MAJOR_OUTAGE = "major-outage"
    PARTIAL_OUTAGE = "partial-outage"
    DEGRADED = "degraded"
    UNKNOWN = "unknown"


class Opening(StrEnum):
    """What an outage becomes that was measured and that no operator has told of."""

    NONE = "none"
    DRAFT = "draft"
    OPEN = "open"


OUT_OF_SERVICE = (Impact.MAJOR_OUTAGE, Impact.PARTIAL_OUTAGE)


@dataclass(frozen=True)
class Suffered:
    """The impact on one service, and how many of its users were hit where that was counted."""

    impact: Impact
    affected_users: int | None = None
    total_users: int | None = None


@dataclass(frozen=True)
class Update:
    """What was told at an instant; `text` is sanitised HTML."""

    at: int
    state: str
    text: Text


@dataclass(frozen=True)
class Event:
    """Something that befell services from one instant to another; `end` is None while it goes on."""

    id: str  # the file's name and the last part of its address
    file: str
    title: Text
    suffered: Mapping[str, Suffered]  # by service
    start: int
    end: int | None
    updates: tuple[Update, ...]  # oldest first

    def span(self, now: int) -> Interval | None:
        """The time it has taken by now; None where it has not begun."""
        until = now if self.end is None else min(self.end, now)
        return Interval(self.start, until) if self.start < until else None

    def told(self, now: int) -> tuple[Update, ...]:
        return tuple(update for update in self.updates if update.at <= now)


@dataclass(frozen=True)
class Incident(Event):
    """An event nobody planned; `cause` is one that the rule's clause names, "supplier", or not known yet."""

    cause: str | None = None
    is_draft: bool = False  # read and checked like any other, but shown to nobody
    is_by_measurements: bool = False  # opened by them and no operator's yet: its time counts as it was measured
    severity: str | None = None  # as the clause on response times names it
    reported_at: int | None = None  # where it is not the time it began
    responded_at: int | None = None
    fix_started_at: int | None = None

    @property
    def reported(self) -> int:
        """When the supplier was told; taken as the start where nothing else is said."""
        return self.start if self.reported_at is None else self.reported_at

    def is_open(self, now: int) -> bool:
        return self.start <= now and (self.end is None or now < self.end)


@dataclass(frozen=True)
class Maintenance(Event):
    """An event that was planned and told to customers on a day.

    It takes the time from `start` to `end`, as it really went where that was told; `planned` is what was announced.
    """

    announced_on: date | None = None
    planned: Interval | None = None  # where it is not just the time from start to end
    cancelled_at: int | None = None
    is_draft: bool = False

    @property
    def window(self) -> Interval:
        """The time that was announced."""
        return self.planned or Interval(self.start, self.end)

    def span(self, now: int) -> Interval | None:
        """The time it has taken by now; what was cancelled never takes any."""
        return None if self.cancelled_at is not None else super().span(now)

    def is_cancelled(self, now: int) -> bool:
        return self.cancelled_at is not None and self.cancelled_at <= now

    def is_upcoming(self, now: int) -> bool:
        return now < self.start and not self.is_cancelled(now)

    def is_open(self, now: int) -> bool:
        begun = self.start <= now and self.cancelled_at is None
        return begun and (self.end is None or now < self.end)


@dataclass(frozen=True)
class Service:
    """Something customers rely on, measured by one rule of one agreement from the first of a month."""

    id: str
    name: Text
    about: Text
    rule: str  # "nettsoft/vps-access:uptime-credit"
    zone: Zone
    measured_from: date
    example_fee: str | None  # a month's fee that the link to the calculator starts with
    responses_by: str | None = None  # the rule on response times, where the agreement has one
    measured: str | None = None  # the target whose samples tell what no event does
    incidents: Opening = Opening.NONE  # of what is measured
    group: str | None = None  # the id of the group it is shown in

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule of an agreement that is read for the service."""
        return (self.rule, self.responses_by) if self.responses_by else (self.rule,)


@dataclass(frozen=True)
class Answering:
    """How long a service took to answer on one day; None where no answer was timed."""

    day: date
    latencies: Latencies | None


@dataclass(frozen=True)
class Status:
    """All that docs/status says, and what is wrong with it; a faulty file is kept out."""

    services: tuple[Service, ...] = ()
    incidents: tuple[Incident, ...] = ()  # oldest first
    maintenance: tuple[Maintenance, ...] = ()
    is_sample: bool = False
    drafts: tuple[Event, ...] = ()  # incidents and maintenance that are not to be shown yet
    sources: Mapping[str, str] = field(default_factory=dict, compare=False)  # the text of each event's file
    groups: Mapping[str, Text] = field(default_factory=dict)  # names by id
    months: Mapping[str, tuple[MonthFile, ...]] = field(default_factory=dict)  # by service, the closed ones
    measured: Mapping[str, Seen] = field(default_factory=dict)  # by service, from its first month on
    answering: Mapping[str, tuple[Answering, ...]] = field(default_factory=dict)  # by service, the oldest day first
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return tuple(sorted((*self.incidents, *self.maintenance), key=lambda event: (event.start, event.id)))

    @cached_property
    def events_by_service(self) -> Mapping[str, tuple[Event, ...]]:
        """The events that hit each service, oldest first."""
        found: dict[str, list[Event]] = {service.id: [] for service in self.services}
        for event in self.events:
            for id in event.suffered:
                found.setdefault(id, []).append(event)
        return {id: tuple(events) for id, events in found.items()}

    @cached_property
    def grouped(self) -> Mapping[str | None, tuple[Service, ...]]:
        """The services by their groups, in the order of the first of each; None are those in no group."""
        found: dict[str | None, list[Service]] = {}
        for service in self.services:
            found.setdefault(service.group, []).append(service)
        return {id: tuple(services) for id, services in found.items()}

    def service(self, id: str) -> Service:
        return self._services_by_id[id]

    def closed(self, service: str, month: str, day: date) -> MonthFile | None:
        """The records of a month ("2026-10") as far as they had been written by a day; None where there were none."""
        file = next((each for each in self.months.get(service, ()) if each.month == month), None)
        return file.known_on(day) if file else None

    @cached_property
    def _services_by_id(self) -> Mapping[str, Service]:
        return {service.id: service for service in self.services}
