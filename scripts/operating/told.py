"""What the operator has to say, by language: from the command's options, from standard input, or from an editor."""

import argparse
import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts.agreements.problems import excerpt
from scripts.operating.refusal import Refused
from scripts.status.fields import LANGUAGES
from scripts.status.updates import sections_of

OWN = ""  # the language of the event's file, whichever it is
FROM_INPUT = "-"
LANGUAGE_NAMES = {"nb": "Norwegian", "sv": "Swedish", "en": "English"}


@dataclass(frozen=True)
class Told:
    """A text by language as it was given; under OWN what stands in the file's own."""

    option: str
    given: Mapping[str, str] = field(default_factory=dict)

    def by_language(self, own: str) -> dict[str, str]:
        """The text by language, the file's own first; refused where that is missing but others are there."""
        found = self.parts(own)
        if found and own not in found:
            raise Refused(f"The {_name(own)} text is missing, the file's own language; type it after --{self.option}.")
        return dict(sorted(found.items(), key=lambda each: each[0] != own))

    def parts(self, own: str) -> dict[str, str]:
        """What was given, each under its language; refused where one language has two texts."""
        named = {language: self.given[language] for language in LANGUAGES if self.given.get(language)}
        if OWN not in self.given:
            return named
        if own in named:
            both = f"--{self.option} and --{self.option}-{own}"
            raise Refused(f"{both} both give the {_name(own)} text; leave one out.")
        return {own: self.given[OWN]} | named

    def language(self, usual: str) -> str:
        """The language a new file is in: the usual one, else the one there is a text in."""
        if not self.given or self.given.get(OWN) or usual in self.given:
            return usual
        return next(language for language in LANGUAGES if language in self.given)


def add_options(options: argparse.ArgumentParser, name: str, what: str) -> None:
    """The options --text, --text-nb, --text-sv and --text-en, or the same for another name."""
    options.add_argument(f"--{name}", help=f"{what}, in the language of the supplier")
    for language in LANGUAGES:
        help = f"the same in {_name(language)}"
        options.add_argument(f"--{name}-{language}", help=help)


def told(options: argparse.Namespace, name: str) -> Told:
    """What the options of that name say."""
    given = {language: getattr(options, f"{name}_{language}") for language in LANGUAGES}
    return Told(name, {key: words.strip() for key, words in (given | {OWN: getattr(options, name)}).items() if words})


def told_at_length(options: argparse.Namespace, name: str, read: Callable[[], str]) -> Told:
    """The same, from standard input where the option is "-", and from an editor where one is asked for."""
    found = told(options, name)
    if found.given.get(OWN) == FROM_INPUT:
        found = _with_text(found, read().replace("\r\n", "\n"))
    return _with_text(found, edited(_as_text(found))) if options.edit else found


def edited(text: str) -> str:
    """The text after a person has been at it with $VISUAL or $EDITOR."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Refused("--edit: no editor is set; set $EDITOR, or type the text after --text.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "update.md"
        path.write_text(text, encoding="utf-8")
        if subprocess.run([*shlex.split(editor), str(path)]).returncode != 0:
            raise Refused(f"--edit: {editor} did not end well, so nothing was written.")
        return path.read_text(encoding="utf-8")


def _with_text(found: Told, text: str) -> Told:
    """The text of a whole update: the own language first, the others under ### nb, ### sv and ### en."""
    first, *others = sections_of(text, 1)
    given = {key: words for key, words in found.given.items() if words != FROM_INPUT} | {OWN: first.text}
    for section in others:
        if section.level != 3 or section.title not in LANGUAGES:
            expected = f"a translation starts with ### and one of {', '.join(LANGUAGES)}"
            raise Refused(f"The heading «{excerpt(section.title)}» is no language; {expected}.")
        given[section.title] = section.text
    kept = {key: words for key, words in given.items() if words}
    if not kept:
        raise Refused("The text is empty, so nothing was written.")
    return Told(found.option, kept)


def _as_text(found: Told) -> str:
    others = [part for key in LANGUAGES if key in found.given for part in (f"### {key}", found.given[key])]
    return "\n\n".join([found.given.get(OWN, ""), *others]) + "\n"


def _name(language: str) -> str:
    return LANGUAGE_NAMES[language]
