"""The clauses as a page lists them: each changed one by itself, those between them folded into one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from calculators.comparison.clauses import ClauseChange


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed clause, or the unchanged ones between two of them."""

    key: str
    clauses: tuple[ClauseChange, ...]

    @property
    def is_fold(self) -> bool:
        return not self.clauses[0].fates


def entries(clauses: Sequence[ClauseChange]) -> list[Entry]:
    """Every clause once, in order."""
    found: list[Entry] = []
    for is_changed, group in groupby(clauses, key=lambda change: bool(change.fates)):
        if is_changed:
            found += [Entry(f"clause {change.clause.anchor}", (change,)) for change in group]
        else:
            found.append(Entry(f"fold {len(found)}", tuple(group)))
    return found
