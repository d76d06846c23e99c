"""What was read in the texts of one agreement: its versions share most of their clauses, and each is read once."""

from collections.abc import Callable, Hashable

from scripts.agreements.problems import ProblemLog

MISSING = object()


class Known:
    """Gives what was read before; it lives as long as one agreement is read."""

    def __init__(self) -> None:
        self._read: dict[Hashable, object] = {}

    def once[Read](self, key: Hashable, log: ProblemLog, read: Callable[[], Read]) -> Read:
        """What `read` gives, or gave for an equal key; what it reports a problem of is read again where it recurs.

        The key holds all that the result depends on but the agreement and its supplier. The line of a text may be left
        out where only a problem names it.
        """
        found = self._read.get(key, MISSING)
        if found is not MISSING:
            return found
        before = len(log.problems)
        found = read()
        if len(log.problems) == before:
            self._read[key] = found
        return found
