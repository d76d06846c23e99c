"""The words by which texts of one language refer, define, leave out and bill: read once from vocabulary/*.yml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from scripts.agreements.yaml_lines import LOADER
from scripts.checker.seldom import Seldom, first_letters_of

FOLDER = Path(__file__).parent / "vocabulary"
GAP = r"(?:[^\S\n]|\n(?![ \t]*\d{1,2}\.[ \t]))"  # a blank, or a line break that opens no numbered item
NUMBER = r"[0-9]{1,2}(?:\.[0-9]{1,2})*(?![\d%]|[.,]\d)"
DIGITS = tuple("0123456789")


@dataclass(frozen=True)
class Vocabulary:
    """Patterns of one language; every one is matched without regard to capitals."""

    entries: Mapping[str, object]

    def pattern(self, name: str) -> re.Pattern[str]:
        """Any of the words listed under a name, as whole words."""
        return _any_word(tuple(self.entries[name]))

    def seldom(self, name: str) -> Seldom:
        """The same for words that few texts have."""
        return _seldom(tuple(self.entries[name]))

    def words(self, name: str) -> frozenset[str]:
        return _words(tuple(self.entries[name]))

    @cached_property
    def clause_reference(self) -> Seldom:
        """`punkt 4.2`, `pkt. 7-10`, `avsnitt 3`: all the numbers in one group."""
        joined = rf"\s*(?:[–-]|,|{_any(self.entries['joining'])})\s*"
        numbers = rf"(?P<numbers>{NUMBER}(?:{joined}{NUMBER})*)"
        spoken = self.entries["clause"]
        pattern = re.compile(rf"(?<!\w)(?P<word>{_any(spoken)}|§+){GAP}*{numbers}", re.IGNORECASE)
        return Seldom(pattern, first_letters_of([*spoken, "§"]), DIGITS)

    @cached_property
    def named_part(self) -> Seldom:
        """`tabell 2`, `vedlegg A`: a table or an annex by its number or letter."""
        kinds = "|".join(rf"(?P<{kind}>{_any(self.entries[kind])})" for kind in ("table", "annex"))
        pattern = re.compile(rf"(?<!\w)(?:{kinds}){GAP}+(?P<name>\d{{1,2}}|[A-Z])(?![\w.,]\d|\w)")
        words = [*self.entries["table"], *self.entries["annex"]]
        return Seldom(pattern, first_letters_of(f"{word} " for word in words))

    @cached_property
    def quoted_heading(self) -> Seldom:
        """`avsnittet «Nedetid»`, `se «Priser»`: a heading in quotation marks after a word that refers."""
        pattern = re.compile(
            rf"(?<!\w)(?:{_any((*self.entries['clause'], *self.entries['see']))})\s+(?:\w+\s+){{0,2}}?"
            r"[«“”\"](?P<name>[^«»“”\"\n]{2,80})[»“”\"]",
            re.IGNORECASE,
        )
        return Seldom(pattern, tuple("«“”\""))

    @cached_property
    def terms(self) -> tuple[tuple[str, Seldom, str], ...]:
        """Every term that needs a definition: its name, its forms, and what would define it."""
        listed = self.entries["terms"].items()
        return tuple((name, _seldom(tuple(term["forms"])), term["needs"]) for name, term in listed)


@cache
def vocabulary(language: str) -> Vocabulary:
    return Vocabulary(yaml.load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"), LOADER))


@cache
def _seldom(forms: tuple[str, ...]) -> Seldom:
    return Seldom(_any_word(forms), first_letters_of(forms))


@cache
def _words(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(listed)


@cache
def _any_word(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_any(forms)})(?![^\W_])", re.IGNORECASE)


def _any(forms: object) -> str:
    return "|".join(f"(?:{form})" for form in sorted(forms, key=len, reverse=True))
