"""How a supplier's agreements belong together: which apply at once, which goes first, where they differ or are silent.

`supplier.yml` states it, one sentence in each language and the clauses that say so:

    relations:
      - kind: order
        says: {nb: ..., sv: ..., en: ...}
        clauses: ["umbrella#general"]

Only silence needs no clause: nothing can be quoted for what no text says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.agreements.model import Agreement, Relation, Version
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.yaml_lines import Yaml

KINDS = ("together", "order", "conflict", "silent")
LANGUAGES = ("nb", "sv", "en")
ENTRY_KEYS = ("kind", "says", "clauses")
EXPECTED = "entries of the form {kind: order, says: {nb: ..., sv: ..., en: ...}, clauses: [agreement#clause]}"


@dataclass(frozen=True)
class _Entry:
    """One relation as it is written, and where."""

    document: Yaml
    at: int
    value: Mapping[str, object]
    log: ProblemLog

    def is_sound(self) -> bool:
        before = len(self.log.problems)
        for key in self.value:
            if key not in ENTRY_KEYS:
                found = f'a relation has an unknown key "{excerpt(key)}"'
                self._report(found, f"one of {', '.join(ENTRY_KEYS)}", did_you_mean(key, ENTRY_KEYS))
        self._check_kind()
        self._check_words()
        self._check_clauses()
        return len(self.log.problems) == before

    def _check_kind(self) -> None:
        kind = self.value.get("kind")
        if kind not in KINDS:
            likely = did_you_mean(str(kind), KINDS)
            self._report(f"the kind of a relation is «{excerpt(str(kind))}»", f"one of {', '.join(KINDS)}", likely)

    def _check_words(self) -> None:
        says = self.value.get("says")
        missing = [key for key in LANGUAGES if not isinstance(says, dict) or not isinstance(says.get(key), str)]
        if missing:
            self._report(f"a relation says nothing in {', '.join(missing)}", "says: {nb: ..., sv: ..., en: ...}")

    def _check_clauses(self) -> None:
        clauses = self.value.get("clauses", [])
        if not isinstance(clauses, list) or not all(isinstance(each, str) and each.count("#") == 1 for each in clauses):
            self._report(f"the clauses of a relation are «{excerpt(str(clauses))}»", "a list, as [umbrella#general]")
        elif not clauses and self.value.get("kind") != "silent":
            self._report("a relation names no clause", "the clauses that say so, or kind: silent where none does")

    def _report(self, found: str, expected: str, likely: str = "") -> None:
        self.log.report(self.document.line("relations", self.at), found, expected, likely)


def read_relations(document: Yaml, log: ProblemLog) -> tuple[Relation, ...]:
    """The relations a supplier states; faulty ones are reported and left out."""
    entries = document.value.get("relations", [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        log.report(document.line("relations"), '"relations" is no list of relations', EXPECTED)
        return ()
    return tuple(
        Relation(each["kind"], each["says"], tuple(each.get("clauses", ())), document.line("relations", at))
        for at, each in enumerate(entries)
        if _Entry(document, at, each, log).is_sound()
    )


def check_relations(
    relations: Sequence[Relation], supplier: str, agreements: Sequence[Agreement], log: ProblemLog
) -> None:
    """Reports every clause that a relation names and the newest version of the agreement does not have."""
    newest = {each.id: each.versions[-1] for each in agreements if each.supplier.id == supplier}
    for relation in relations:
        for target in relation.clauses:
            if target not in (known := list(_targets(supplier, newest, target))):
                found = f'a relation names clause "{excerpt(target)}", which is not there'
                log.report(relation.line, found, "agreement#clause of this supplier", did_you_mean(target, known))


def _targets(supplier: str, newest: Mapping[str, Version], target: str) -> Iterator[str]:
    """The clauses that may have been meant: those of the agreement named, or else all."""
    named = f"{supplier}/{target.partition('#')[0]}"
    for id, version in newest.items():
        if named == id or named not in newest:
            yield from (f"{id.removeprefix(f'{supplier}/')}#{clause.anchor}" for clause in version.clauses)
