"""One version of an agreement as the detectors see it: clauses as prose, figures, and the documents beside it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.agreements.model import Agreement, Clause, Parameter, Version
from scripts.agreements.rule_figures import figure_names
from scripts.checker.finding import Fact, Finding
from scripts.checker.prose import Prose
from scripts.checker.seldom import Seldom
from scripts.checker.vocabulary import Vocabulary, vocabulary


@dataclass(frozen=True, eq=False)
class Document:
    """A version of an agreement; `shelf` holds, by agreement, the one document that counts of each."""

    agreement: Agreement
    version: Version
    shelf: Mapping[str, "Document"]

    @property
    def id(self) -> str:
        return self.agreement.id

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return self.version.clauses

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        return self.version.parameters

    @property
    def rules(self) -> Mapping[str, dict]:
        return self.version.rules

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary(self.agreement.supplier.language)

    @cached_property
    def by_anchor(self) -> dict[str, Clause]:
        return {clause.anchor: clause for clause in self.clauses}

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        return {id: clause for clause in self.clauses for id in clause.ids}

    @cached_property
    def by_number(self) -> dict[str, list[Clause]]:
        """The clauses that carry each printed number, in order."""
        carrying: dict[str, list[Clause]] = {}
        for clause in self.clauses:
            if clause.number:
                carrying.setdefault(clause.number, []).append(clause)
        return carrying

    @cached_property
    def prose(self) -> dict[str, Prose]:
        """The text of each clause, by anchor."""
        return {clause.anchor: Prose(clause, self.vocabulary) for clause in self.clauses}

    @cached_property
    def words(self) -> str:
        """Every word of the clauses once, each between blanks."""
        return " ".join(["", *frozenset[str]().union(*(each.word_set for each in self.prose.values())), ""])

    @cached_property
    def folded_words(self) -> str:
        """Every word of the clauses, without capitals."""
        return self.words.casefold()

    def may_have(self, words: Seldom) -> bool:
        """Whether any clause may have words that few texts have."""
        return words.may_stand_in(self.folded_words)

    def found(self, words: Seldom) -> Iterator[tuple[Clause, re.Match[str]]]:
        """Where the clauses have words that few texts have."""
        for clause in self.clauses if self.may_have(words) else ():
            for found in self.prose[clause.anchor].found(words):
                yield clause, found

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """The headings above a clause, the nearest first."""
        while clause.parent:
            clause = self.by_anchor[clause.parent]
            yield clause

    @cached_property
    def _under(self) -> dict[str, list[Clause]]:
        under: dict[str, list[Clause]] = {clause.anchor: [] for clause in self.clauses}
        for clause in self.clauses:
            for above in self.ancestors(clause):
                under[above.anchor].append(clause)
        return under

    def descendants(self, clause: Clause) -> list[Clause]:
        """Every clause under a heading, in order."""
        return self._under[clause.anchor]

    @cached_property
    def readers(self) -> dict[str, list[str]]:
        """The rules that read each figure, by the figure's name."""
        readers: dict[str, list[str]] = {}
        for name, rule in self.rules.items():
            for _, figure in figure_names(rule):
                readers.setdefault(str(figure).partition("/")[0], []).append(name)
        return readers

    def ruled_clauses(self, without: tuple[str, ...] = ()) -> frozenset[str]:
        """The anchors of the clauses that a rule is read from, or whose figures it reads; some kinds left out."""
        rules = {name: rule for name, rule in self.rules.items() if rule["kind"] not in without}
        named = {anchor for rule in rules.values() for anchor in (rule["clause"], *rule.get("clauses", {}).values())}
        read = {figure for figure, readers in self.readers.items() if set(readers) & set(rules)}
        return frozenset(named | {self.parameters[name].clause for name in read if name in self.parameters})

    def reference(self, anchor: str) -> str:
        return self.by_anchor[anchor].reference

    def finding(
        self, fault: str, clause: Clause, subject: str = "", line: int | None = None, **facts: object
    ) -> Finding:
        """A finding at a clause; empty facts are left out, so that a sentence that needs them is not said."""
        return Finding(
            fault=fault,
            agreement=self.id,
            version=self.version.name,
            file=self.version.file,
            line=line or clause.line,
            anchor=clause.anchor,
            clause=clause.reference,
            subject=subject,
            facts={name: _fact(fact) for name, fact in facts.items() if fact not in (None, "")},
        )

    def figure_finding(self, fault: str, figure: Parameter, subject: str = "", **facts: object) -> Finding:
        """A finding at a marked figure."""
        return self.finding(fault, self.by_anchor[figure.clause], subject or figure.name, figure.line, **facts)

    def cite(self, other: "Document", anchor: str) -> str:
        """How this document's findings name a clause, of this document or another: `nettsoft/vps-access 6.6`."""
        place = other.reference(anchor)
        return place if other.id == self.id else f"{other.id} {place}"


def _fact(fact: object) -> Fact:
    return fact if isinstance(fact, Mapping) else str(fact)
