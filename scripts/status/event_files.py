"""What the files of incidents and of planned maintenance have in common: front matter, title, services hit, updates."""

from dataclasses import dataclass

from calculators.values.zones import ZONES, Zone
from scripts.agreements.front_matter import split_front_matter
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.yaml_lines import read_yaml
from scripts.status.fields import LANGUAGES, Fields
from scripts.status.model import Impact, Suffered, Text, Update
from scripts.status.rules import Rules
from scripts.status.services import Service, Services
from scripts.status.updates import UpdateForm, read_updates

SUFFERED_KEYS = ("impact", "affected_users", "total_users")


@dataclass(frozen=True)
class EventFile:
    """A file whose front matter could be read, beside the services and terms it may refer to."""

    id: str
    fields: Fields
    body: str
    body_line: int
    services: Services
    rules: Rules

    @property
    def named_services(self) -> list[Service]:
        named = self.fields.keys.get("services")
        return [self.services.get(id) for id in named if id in self.services.ids] if isinstance(named, dict) else []

    @property
    def zone(self) -> Zone:
        return next((service.zone for service in self.named_services), Zone(ZONES[0]))

    @property
    def language(self) -> str:
        """The language of what is not marked otherwise: the one the file names, else the supplier's."""
        named = self.fields.keys.get("language")
        if named in LANGUAGES:
            return named
        agreements = (service.rule.partition(":")[0] for service in self.named_services)
        return next((self.rules.library[agreement]["supplier"]["language"] for agreement in agreements), LANGUAGES[0])

    def title(self) -> Text | None:
        return self.fields.texts("title", self.language)

    def is_draft(self) -> bool:
        """Whether the file says `draft: true`: nobody is shown it yet."""
        return self.fields.yes_or_no("draft")

    @property
    def waits_for_services(self) -> bool:
        """Whether it names a service that is reported as faulty itself; then it is left out without more ado."""
        named = self.fields.keys.get("services")
        return isinstance(named, dict) and any(id in self.services.faulty for id in named)

    def suffered(self) -> dict[str, Suffered | None]:
        """The impact on every service named, by its id."""
        each = self.fields.mapping("services", "the services hit, as `vps: {impact: major-outage}`")
        return {id: self._suffered(each, id) for id in each.keys} if each else {}

    def _suffered(self, each: Fields, id: str) -> Suffered | None:
        if id not in self.services.ids:
            expected = f"one of {', '.join(self.services.ids)}"
            each.report(id, f'the service "{excerpt(id)}" is not known', expected, did_you_mean(id, self.services.ids))
            return None
        one = each.mapping(id, "the impact on the service, as {impact: major-outage}")
        if one is None:
            return None
        one.check_keys(SUFFERED_KEYS)
        impact = one.choice("impact", tuple(Impact))
        users = _users(one)
        return Suffered(Impact(impact), *users) if impact and users else None

    def updates(self, states: tuple[str, ...]) -> tuple[Update, ...]:
        if self.fields.has("language"):
            self.fields.choice("language", LANGUAGES)
        return read_updates(self.body, self.body_line, UpdateForm(states, self.language, self.zone), self.fields.log)


def open_event_file(id: str, text: str, services: Services, rules: Rules, log: ProblemLog) -> EventFile | None:
    """The file ready to be asked for its values, or None where it has no front matter that can be read."""
    above, body, body_line = split_front_matter(text, log)
    document = read_yaml(above, 2, log) if above is not None else None
    if document is None:
        return None
    if not isinstance(document.value, dict):
        log.report(2, "the front matter is no mapping", "lines of the form `key: value`")
        return None
    return EventFile(id, Fields(document, log), body, body_line, services, rules)


def _users(one: Fields) -> tuple[int | None, int | None] | None:
    """How many users were hit and how many there are: both or neither, and never more than all."""
    if not one.has("affected_users") and not one.has("total_users"):
        return None, None
    affected, total = one.users("affected_users"), one.users("total_users")
    if affected is None or total is None:
        return None
    if affected > total or total == 0:
        one.report("affected_users", f"{affected} of {total} users", "at most all of the users, and at least one user")
        return None
    return affected, total
