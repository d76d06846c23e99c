"""Words that most texts do not have: a plain search for their letters says so many times as fast as a pattern."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

REPEATED = r"(?:[?*]|\{[^{}]*\})"
GROUP, CLASS, ESCAPED = r"\((?:[^()]|\([^()]*\))*\)", r"\[[^\[\]]*\]", r"\\."
NOT_PLAIN = re.compile(rf"(?:{GROUP}|{CLASS}|{ESCAPED}){REPEATED}?|.{REPEATED}")
EITHER_CASE = re.compile(r"\[(\w)(?i:\1)\]")
LETTERS = re.compile(r" ?[\w/§-]+(?: $)?")
GAP = "\0"  # what is left of a part that is not plain


@dataclass(frozen=True)
class Seldom:
    """A pattern, and letters without capitals; a match has one of them at least, and one of `also`.

    Letters after a blank begin a word; what comes before them in a text is a sign or a blank. Those before a blank
    end a word, and a blank comes after them.
    """

    pattern: re.Pattern[str]
    letters: tuple[str, ...]
    also: tuple[str, ...] = ("",)

    def may_stand_in(self, folded: str) -> bool:
        """Whether a text on one line, without capitals, has the letters; without them the pattern finds nothing."""
        return any(_stand_in(each, folded) for each in self.letters) and any(each in folded for each in self.also)


def _stand_in(letters: str, folded: str) -> bool:
    if letters[:1] != " ":
        return letters in folded
    at = folded.find(letters[1:])
    while at > 0 and folded[at - 1].isalnum():
        at = folded.find(letters[1:], at + 1)
    return at >= 0


def letters_of(forms: Iterable[str]) -> tuple[str, ...]:
    """The longest run of plain letters in each alternative of some regular expressions: `tabell` of `tabell(?:en)?`.

    A blank before the run comes with it, since it begins a word there; so does one at the end of the whole form.
    """
    plain = (NOT_PLAIN.sub(GAP, EITHER_CASE.sub(r"\1", form)) for form in forms)
    runs = (LETTERS.findall(each) for form in plain for each in form.split("|"))
    return tuple(dict.fromkeys(max(each, key=_length, default="").casefold() for each in runs))


def first_letters_of(forms: Iterable[str]) -> tuple[str, ...]:
    """The same of regular expressions that match only where a word begins."""
    return letters_of(f" {form}" for form in forms)


def _length(letters: str) -> int:
    return len(letters.strip())
