"""What a maker is handed to keep its results with; it cannot tell, and need not know, whether they are kept."""

from collections.abc import Callable
from typing import Protocol


class Keep(Protocol):
    """Gives the result of `make`, which depends on nothing but the words `made_from` and the code."""

    def __call__[Made](self, made_from: tuple[str, ...], make: Callable[[], Made]) -> Made: ...


def anew[Made](made_from: tuple[str, ...], make: Callable[[], Made]) -> Made:
    """The result, made each time it is asked for."""
    return make()
