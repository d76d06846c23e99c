"""The self-check: a few requests to an agreement that nobody has, which a bundle must answer as CPython does."""

import json
from dataclasses import dataclass
from pathlib import Path

from scripts.bundle.engine import question


@dataclass(frozen=True)
class SelfCheck:
    """Requests and terms as JSON texts, and the day that counts as today."""

    requests: tuple[str, ...]
    terms: str
    today: str

    @property
    def question(self) -> str:
        return question(self.requests, self.terms, self.today)


def read_selfcheck(path: Path) -> SelfCheck:
    """The self-check as its file states it."""
    stated = json.loads(path.read_text("utf-8"))
    requests = tuple(json.dumps(request) for request in stated["requests"])
    return SelfCheck(requests, json.dumps(stated["terms"]), stated["today"])
