"""Reads services.yml: what the status page shows, and the rule of an agreement that each service is measured by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from calculators.asking import Library, NotAnswerable, computed_rules, question
from calculators.availability_credit import KIND
from calculators.contract.rule import BoundRule
from calculators.contract.terms import Version, version_in_force, versions
from calculators.fields import asked, public_name
from calculators.registry import bound_rule as rule_of
from calculators.response import KIND as RESPONSES
from calculators.values.zones import ZONES, Zone
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.yaml_lines import read_yaml
from scripts.status.addresses import BANNER, PAST
from scripts.status.fields import LANGUAGES, Fields
from scripts.status.model import Opening, Service, Text

KEYS = ("sample", "groups", "services")
SERVICE_KEYS = (
    *("name", "about", "group", "measured_by", "measured_from", "example_fee", "responses_by"),
    *("measured", "incidents"),
)
ASKED_OF_INCIDENTS = ("severity", "reported_at")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAKEN = ("incidents", BANNER, PAST)  # stand in an address where a service's id would


@dataclass(frozen=True)
class Services:
    """The services that could be read, the ids of those that could not, and whether all of this is sample data."""

    services: tuple[Service, ...] = ()
    faulty: tuple[str, ...] = ()
    is_sample: bool = False
    groups: Mapping[str, Text] = field(default_factory=dict)  # names by id

    def get(self, id: str) -> Service | None:
        return next((service for service in self.services if service.id == id), None)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(service.id for service in self.services)


def read_services(text: str, library: Library, log: ProblemLog) -> Services:
    """The services of the file's text; one that is faulty is reported and left out."""
    document = read_yaml(text, 1, log)
    if document is None or not isinstance(document.value, dict):
        if document:
            log.report(1, "the file is no mapping", f"the keys {', '.join(KEYS)}")
        return Services()
    fields = Fields(document, log)
    fields.check_keys(KEYS)
    if not isinstance(fields.keys.get("sample", False), bool):
        fields.wrong("sample", "true or false")
    each = fields.mapping("services", "a mapping of services, as `vps: {name: ...}`")
    read = {id: _service(id, each, library) for id in each.keys} if each else {}
    groups = _groups(fields, read)
    return Services(
        services=tuple(_with_known_group(service, groups) for service in read.values() if service),
        faulty=tuple(id for id, service in read.items() if service is None),
        is_sample=fields.keys.get("sample") is True,
        groups=groups,
    )


def _groups(fields: Fields, services: Mapping[str, Service | None]) -> dict[str, Text]:
    """The names of the groups, which stand beside services in the interface for programs: no id is taken twice."""
    if not fields.has("groups"):
        return {}
    each = fields.mapping("groups", "a mapping of groups, as `servers: {name: ...}`")
    read = {id: _group(id, each, services) for id in each.keys} if each else {}
    return {id: name for id, name in read.items() if name}


def _with_known_group(service: Service, groups: Mapping[str, Text]) -> Service:
    """The service, in no group where its group is faulty."""
    return service if service.group in groups else replace(service, group=None)


def _group(id: str, groups: Fields, services: Mapping[str, Service | None]) -> Text | None:
    members = [service for service in services.values() if service and service.group == id]
    if not KEBAB.fullmatch(id) or id in services:
        groups.report(id, f'the group "{excerpt(id)}"', "a name in lower-case kebab-case that no service has")
    if not isinstance(groups.keys[id], dict):
        groups.wrong(id, "a mapping with a name")
        return None
    if not members and None not in services.values():
        groups.report(id, f'no service is in the group "{excerpt(id)}"', f"`group: {excerpt(id)}` below a service")
    fields = groups.at(id)
    fields.check_keys(("name",))
    return fields.texts("name", next((service.name.original for service in members), LANGUAGES[0]))


def bound_rule(service: Service, month: str, library: Library) -> BoundRule:
    """The service's rule with the figures of the version in force at the start of the month ("2026-10")."""
    asked = {"rule": service.rule, "inputs": {"month": month}}
    return question(asked, library, service.measured_from).rule


def severities(service: Service, instant: int, library: Library) -> list[str]:
    """The severities that the service's rule on response times tells apart; none where it has no such rule."""
    if service.responses_by is None:
        return []
    day = max(service.zone.day(instant), service.measured_from)
    return _severities(service.responses_by, day, library)


def _severities(rule: str, day: date, library: Library) -> list[str]:
    try:
        asked_of = question({"rule": rule, "on": day.isoformat()}, library, day)
    except NotAnswerable:
        return []
    fields = {each.name: each for each in asked(asked_of.rule, asked_of.kind.questions(asked_of.rule))}
    return fields["severity"].options(asked_of.rule) if "severity" in fields else []


def _service(id: str, services: Fields, library: Library) -> Service | None:
    before = len(services.log.problems)
    if not KEBAB.fullmatch(id) or id in TAKEN:
        services.report(id, f'the service "{excerpt(id)}"', f"a name in lower-case kebab-case, not {', '.join(TAKEN)}")
    if not isinstance(services.keys[id], dict):
        services.wrong(id, f"a mapping of {', '.join(SERVICE_KEYS)}")
        return None
    fields = services.at(id)
    fields.check_keys(SERVICE_KEYS)
    rule = _rule(fields, library)
    supplier = library[rule.partition(":")[0]]["supplier"] if rule else {}
    language, zone = supplier.get("language", LANGUAGES[0]), Zone(supplier.get("time_zone", ZONES[0]))
    if zone.name not in ZONES:
        fields.wrong("measured_by", f"a rule of a supplier in one of the zones {', '.join(ZONES)}, not {zone.name}")
    service = Service(
        id=id,
        name=fields.texts("name", language),
        about=fields.texts("about", language),
        rule=rule,
        zone=zone,
        measured_from=fields.month("measured_from"),
        example_fee=fields.amount("example_fee") if fields.has("example_fee") else None,
        responses_by=_responses_by(fields, library) if fields.has("responses_by") else None,
        measured=_target(fields),
        incidents=_opening(fields),
        group=_named_group(fields) if fields.has("group") else None,
    )
    if len(services.log.problems) == before:
        _check_versions(fields, service, library)
    return service if len(services.log.problems) == before else None


def _rule(fields: Fields, library: Library) -> str | None:
    known = tuple(name for name in computed_rules(library) if _measures(name, library))
    rule = fields.keys.get("measured_by")
    if rule in known:
        return rule
    fields.wrong("measured_by", "a rule of an agreement that computes availability", did_you_mean(str(rule), known))
    return None


def _responses_by(fields: Fields, library: Library) -> str | None:
    """A rule on response times that can be answered from an incident: its severity and the time it was reported."""
    known = tuple(name for name in computed_rules(library) if _answers(name, library))
    expected = "a rule on response times that asks of nothing but severity and the time of the report"
    rule = fields.keys.get("responses_by")
    if rule in known:
        return rule
    fields.wrong("responses_by", expected, did_you_mean(str(rule), known))
    return None


def _answers(name: str, library: Library) -> bool:
    agreement, _, slug = name.partition(":")
    stating = [version for version in versions(library[agreement]) if slug in version.rules]
    return all(_asks_of_incidents(version, slug) for version in stating)


def _asks_of_incidents(version: Version, slug: str) -> bool:
    if version.rules[slug]["kind"] != RESPONSES.name:
        return False
    rule = rule_of(version, slug)
    return all(public_name(rule, each) in ASKED_OF_INCIDENTS for each in asked(rule, RESPONSES.questions(rule)))


def _target(fields: Fields) -> str | None:
    """The target whose samples fill what incidents do not say; its address stands in the probe's own file."""
    if not fields.has("measured"):
        return None
    target = fields.text("measured")
    if target is not None and not KEBAB.fullmatch(target):
        fields.wrong("measured", "the name of a target of scripts/probe, in lower-case kebab-case")
    return target


def _opening(fields: Fields) -> Opening:
    """What scripts/incident follow makes of an outage that was measured."""
    if not fields.has("incidents"):
        return Opening.NONE
    found = fields.choice("incidents", tuple(Opening))
    if not fields.has("measured"):
        fields.report("incidents", '"incidents" is given, but nobody measures the service', "measured: as well")
    return Opening(found) if found else Opening.NONE


def _named_group(fields: Fields) -> str | None:
    known = fields.document.value.get("groups")
    return fields.choice("group", tuple(known) if isinstance(known, dict) else ())


def _measures(name: str, library: Library) -> bool:
    agreement, _, slug = name.partition(":")
    declared = [version.rules[slug] for version in versions(library[agreement]) if slug in version.rules]
    return all(rule["kind"] == KIND.name for rule in declared)


def _check_versions(fields: Fields, service: Service, library: Library) -> None:
    """Reports a month without terms, and a version in force since that has the rule no more."""
    try:
        bound_rule(service, f"{service.measured_from:%Y-%m}", library)
    except NotAnswerable:
        fields.wrong("measured_from", f"a month that a version of the agreement with {service.rule} covers")
        return
    agreement, _, slug = service.rule.partition(":")
    first = version_in_force(library[agreement], service.measured_from)
    later = versions(library[agreement])
    for version in later[[each.label for each in later].index(first.label) :]:
        if slug not in version.rules:
            fields.wrong("measured_by", f"a rule that every later version has; {version.label} has it no more")
