"""What a maker is handed to keep its results with; it cannot tell, and need not know, whether they are kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Wanted[Made]:
    """A result that is asked for: `make` gives it, and depends on nothing but the words `made_from` and the code."""

    made_from: tuple[str, ...]
    make: Callable[[], Made]


class Keep(Protocol):
    """Gives results, each as if its `make` had just been called."""

    def __call__[Made](self, made_from: tuple[str, ...], make: Callable[[], Made]) -> Made:
        """One result."""

    def every[Made](self, wanted: Sequence[Wanted[Made]]) -> list[Made]:
        """Many results that do not depend on each other, in the order they are asked for."""


class Anew:
    """Makes each result each time it is asked for."""

    def __call__[Made](self, made_from: tuple[str, ...], make: Callable[[], Made]) -> Made:
        return make()

    def every[Made](self, wanted: Sequence[Wanted[Made]]) -> list[Made]:
        return [each.make() for each in wanted]


anew = Anew()
