"""A version of an agreement as the comparison reads it, from the JSON of scripts/agreements/version_json.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

PARTS = itemgetter("anchor", "number", "heading", "level", "parent", "reference", "href", "text")


class Clause(NamedTuple):
    """One clause: how it is named and cited, where it stands, and its Markdown."""

    anchor: str
    number: str | None
    heading: str | None
    level: int
    parent: str | None
    reference: str
    href: str
    text: str

    @property
    def words(self) -> str:
        return f"{self.heading or ''}\n{self.text}"


@dataclass(frozen=True)
class Version:
    """The text of an agreement from one day on; `stated` is the whole JSON of it."""

    stated: Mapping[str, Any]
    clauses: tuple[Clause, ...]

    @property
    def label(self) -> str:
        return self.stated["version"]

    @property
    def href(self) -> str:
        return self.stated["href"]

    @property
    def title(self) -> str:
        return self.stated["title"]

    @property
    def parameters(self) -> Mapping[str, Any]:
        return self.stated["parameters"]

    @property
    def borrowed(self) -> Mapping[str, Any]:
        """The figures that it borrows from another agreement."""
        return self.stated.get("borrowed", {})

    @cached_property
    def by_id(self) -> Mapping[str, Clause]:
        """Every id that leads to a clause, its anchor or its number."""
        ids = [each["ids"] for each in self.stated["clauses"]]
        return {id: clause for clause, own in zip(self.clauses, ids, strict=True) for id in own}

    def heading_of(self, clause: Clause) -> str:
        """The heading a clause stands under: its own, else the nearest above."""
        while clause.heading is None and clause.parent in self.by_id:
            clause = self.by_id[clause.parent]
        return clause.heading or ""


def read_version(stated: Mapping[str, Any]) -> Version:
    """A version from its JSON."""
    return Version(stated, tuple(Clause._make(PARTS(each)) for each in stated["clauses"]))
