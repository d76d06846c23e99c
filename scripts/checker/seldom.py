"""Words that most texts do not have: a plain search for their letters says so many times as fast as a pattern."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

REPEATED = r"(?:[?*]|\{[^{}]*\})"
GROUP, CLASS, ESCAPED = r"\((?:[^()]|\([^()]*\))*\)", r"\[[^\[\]]*\]", r"\\."
NOT_PLAIN = re.compile(rf"(?:{GROUP}|{CLASS}|{ESCAPED}){REPEATED}?|.{REPEATED}")
LETTERS = re.compile(r"[\w/§-]+")


@dataclass(frozen=True)
class Seldom:
    """A pattern, and letters without capitals, none of them across a blank; a match has one of them at least."""

    pattern: re.Pattern[str]
    letters: tuple[str, ...]

    def may_stand_in(self, folded: str) -> bool:
        """Whether a text without capitals has the letters; where it has not, the pattern finds nothing."""
        return any(each in folded for each in self.letters)


def letters_of(forms: Iterable[str]) -> tuple[str, ...]:
    """The longest run of plain letters in each alternative of some regular expressions: `tabell` of `tabell(?:en)?`."""
    alternatives = (each for form in forms for each in NOT_PLAIN.sub(" ", form).split("|"))
    return tuple(dict.fromkeys(max(LETTERS.findall(each), key=len, default="").casefold() for each in alternatives))
