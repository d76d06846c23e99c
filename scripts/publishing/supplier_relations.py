"""Which of a supplier's agreements apply together and which goes first, each statement with the clauses that say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scripts.agreements.model import Agreement, Clause, Relation, Version
from scripts.agreements.relations import KINDS
from scripts.publishing.rule_links import RuleLink, rule_links

PRECEDENCE = "precedence"


@dataclass(frozen=True)
class ClauseLink:
    """A clause that states a relation: where it is read, and how it is cited."""

    href: str
    label: str


@dataclass(frozen=True)
class Statement:
    """One relation: the name its sentence goes by among the words of the page, and the clauses that say so."""

    word: str
    clauses: Sequence[ClauseLink]


@dataclass(frozen=True)
class Relations:
    """All that is known of how a supplier's agreements belong together."""

    statements: Mapping[str, Sequence[Statement]]  # by kind, in the order they are shown
    rules: Sequence[RuleLink]  # which agreement goes first, as a calculator answers it
    alone: Sequence[ClauseLink]  # agreements that name no other and that no other names


def supplier_relations(agreements: Sequence[Agreement], today: date) -> Relations:
    """The relations among the agreements of one supplier."""
    shown = {each.id: _shown(each, today) for each in agreements}
    stated: dict[str, list[Statement]] = {}
    for word, relation in _numbered(agreements):
        links = [_clause_link(target, agreements, shown) for target in relation.clauses]
        stated.setdefault(relation.kind, []).append(Statement(word, [link for link in links if link]))
    rules = [link for version in shown.values() for link in _rules_of_precedence(version)]
    return Relations({kind: stated[kind] for kind in KINDS if kind in stated}, rules, _alone(agreements, shown))


def relation_words(agreements: Sequence[Agreement], language: str, relations: Relations) -> dict[str, str]:
    """The sentences of the relations and the titles of the rules in one language, by the names they go by."""
    said = {word: relation.says[language] for word, relation in _numbered(agreements)}
    return said | {rule.word: rule.titles[language] for rule in relations.rules}


def superiors(agreement: Agreement, agreements: Sequence[Agreement], today: date) -> list[dict[str, str | None]]:
    """The agreements that one is subordinate to, by title; without an address where the text is not here."""
    titles = {each.id: each.title for each in agreements}
    return [
        {"title": titles.get(name, name), "href": f"/agreements/{name}/" if name in titles else None}
        for name in _shown(agreement, today).part_of
        if name in titles or "/" not in name
    ]


def _rules_of_precedence(version: Version) -> list[RuleLink]:
    names = {f"{version.agreement}:{name}" for name, rule in version.rules.items() if rule["kind"] == PRECEDENCE}
    return [link for link in rule_links(version) if link.rule in names] if names else []


def _numbered(agreements: Sequence[Agreement]) -> Iterator[tuple[str, Relation]]:
    for at, relation in enumerate(agreements[0].supplier.relations):
        yield f"relation {at}", relation


def _shown(agreement: Agreement, today: date) -> Version:
    return agreement.version_in_force(today) or agreement.versions[-1]


def _clause_link(target: str, agreements: Sequence[Agreement], shown: Mapping[str, Version]) -> ClauseLink | None:
    """The clause in the version in force, or in the newest where that one lacks it; none where neither has it."""
    name, _, anchor = target.partition("#")
    agreement = next((each for each in agreements if each.id == f"{each.supplier.id}/{name}"), None)
    if agreement is None:
        return None
    for version, href in ((shown[agreement.id], f"/agreements/{agreement.id}/"), _newest(agreement)):
        if clause := _clause(version, anchor):
            return ClauseLink(f"{href}#{anchor}", f"{version.title}, {clause.reference}")
    return None


def _newest(agreement: Agreement) -> tuple[Version, str]:
    return agreement.versions[-1], agreement.versions[-1].href


def _clause(version: Version, anchor: str) -> Clause | None:
    return next((clause for clause in version.clauses if clause.anchor == anchor), None)


def _alone(agreements: Sequence[Agreement], shown: Mapping[str, Version]) -> list[ClauseLink]:
    """The agreements without any relation to another, where there are several."""
    supplier = agreements[0].supplier
    named = {name for version in shown.values() for name in version.part_of}
    related = {f"{supplier.id}/{target.partition('#')[0]}" for each in supplier.relations for target in each.clauses}
    lonely = [id for id, version in shown.items() if not version.part_of and id not in named | related]
    return [ClauseLink(f"/agreements/{id}/", shown[id].title) for id in lonely if len(agreements) > 1]
