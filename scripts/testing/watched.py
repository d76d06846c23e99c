"""A store for tests that want to know what a build made, and what it had of another."""

from collections.abc import Callable, Sequence
from pathlib import Path

from scripts.keeping.keep import Wanted
from scripts.keeping.store import Store


class Watched:
    """Keeps like a store; `made` lists what was made, by its kind and the file or agreement it was made of."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder, "stamp")
        self.made: list[tuple[str, ...]] = []

    def __call__[Made](self, made_from: tuple[str, ...], make: Callable[[], Made]) -> Made:
        def watched() -> Made:
            self.made.append(made_from[:2])
            return make()

        return self.store(made_from, watched)

    def every[Made](self, wanted: Sequence[Wanted[Made]]) -> list[Made]:
        """Noted here, since another process makes them."""
        self.made += [each.made_from[:2] for each in wanted if self.store.kept(each.made_from) is None]
        return self.store.every(wanted)
