"""Words that most texts do not have: a plain search for their letters says so many times as fast as a pattern."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

REPEATED = r"(?:[?*]|\{[^{}]*\})"
GROUP, CLASS, ESCAPED = r"\((?:[^()]|\([^()]*\))*\)", r"\[[^\[\]]*\]", r"\\."
NOT_PLAIN = re.compile(rf"(?:{GROUP}|{CLASS}|{ESCAPED}){REPEATED}?|.{REPEATED}")
LETTERS = re.compile(r"[\w/§-]+")


@dataclass(frozen=True)
class Seldom:
    """A pattern, and letters without capitals; a match has one of them at least."""

    pattern: re.Pattern[str]
    letters: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        folded = text.casefold()
        return any(each in folded for each in self.letters)


def letters_of(forms: Iterable[str]) -> tuple[str, ...]:
    """The longest run of plain letters in each alternative of some regular expressions: `tabell` of `tabell(?:en)?`."""
    alternatives = (each for form in forms for each in NOT_PLAIN.sub(" ", form).split("|"))
    return tuple(dict.fromkeys(max(LETTERS.findall(each), key=len, default="").casefold() for each in alternatives))
