"""What people type: the clause they look for is among the first three, for 95 of 100 queries."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

QUERIES = Path(__file__).with_name("queries.yml")
FIRST = 3
EXPECTED_SHARE = 0.95


@dataclass(frozen=True)
class Query:
    """One query and the clauses that answer it."""

    kind: str
    text: str
    right: tuple[str, ...]

    def is_answered_by(self, found: list[str]) -> bool:
        return any(clause in found[:FIRST] for clause in self.right)


def queries() -> list[Query]:
    kinds = yaml.safe_load(QUERIES.read_text("utf-8"))
    return [Query(kind, each["query"], _several(each["right"])) for kind, own in kinds.items() for each in own]


def _several(right: str | list[str]) -> tuple[str, ...]:
    return (right,) if isinstance(right, str) else tuple(right)


def _is_published(clause: str, site: Path) -> bool:
    return (site / "agreements" / clause.partition("#")[0] / "index.html").is_file()


def test_the_right_clause_is_among_the_first_three(ask, site):
    """Agreements that are not published yet are left out; the next test names them."""
    asked = [query for query in queries() if all(_is_published(clause, site) for clause in query.right)]
    answers = ask([{"query": query.text} for query in asked])
    found = [[_clause(record) for record in answer["inForce"]["records"]] for answer in answers]
    misses = [_miss(query, own) for query, own in zip(asked, found, strict=True) if not query.is_answered_by(own)]
    share = 1 - len(misses) / len(asked)
    print(f"{len(asked) - len(misses)} of {len(asked)} queries, {share:.1%}", *misses, sep="\n")
    assert share >= EXPECTED_SHARE, "\n".join(misses)


def test_there_are_at_least_eighty_and_none_twice():
    texts = [query.text for query in queries()]
    assert len(texts) == len(set(texts)) >= 80


def test_every_clause_they_look_for_is_published(site):
    wanted = {clause for query in queries() for clause in query.right}
    if missing := sorted({clause.partition("#")[0] for clause in wanted if not _is_published(clause, site)}):
        pytest.skip(f"not published yet: {', '.join(missing)}")
    assert sorted(clause for clause in wanted if not _is_there(clause, site)) == []


def _is_there(clause: str, site: Path) -> bool:
    agreement, _, anchor = clause.partition("#")
    return f'id="{anchor}"' in (site / "agreements" / agreement / "index.html").read_text("utf-8")


def _clause(record: dict) -> str:
    return record["address"].removeprefix("agreements/").replace("/#", "#")


def _miss(query: Query, found: list[str]) -> str:
    return f"  {query.kind}: «{query.text}» should find {' or '.join(query.right)}; it found {found[:FIRST]}"
