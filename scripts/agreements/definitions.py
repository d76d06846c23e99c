"""Defined terms: which clause says what a word means, and where other clauses of the same version use the word.

The front matter declares them, so that a locked text need not change: `definitions: {core-hours: [kjernetid,
kjernetiden]}` names the clause by its anchor and lists every form of the word; no inflection is guessed. A form
written with a small first letter is also found with a capital one, as a sentence begins.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from scripts.agreements.markdown_code import without_code
from scripts.agreements.model import Clause
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.yaml_lines import Yaml

EXPECTED = "the anchors of defining clauses with the forms of the word, as {core-hours: [kjernetid, kjernetiden]}"
NOT_PROSE = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)|<[^<>]*>|(?<!\S)\S+@\S+|https?://\S+")
WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True)
class Use:
    """A defined term where a clause uses it, and the clause that defines it; positions are in the clause's body."""

    text: str
    anchor: str
    start: int
    end: int


def read_definitions(document: Yaml | None, clauses: tuple[Clause, ...], log: ProblemLog) -> dict[str, str]:
    """The anchor of the defining clause by each form of each term; faulty declarations are reported and left out."""
    declared = document.value.get("definitions") if document else None
    if declared is None:
        return {}
    if not isinstance(declared, dict):
        log.report(document.line("definitions"), '"definitions" is no mapping', EXPECTED)
        return {}
    prose = {clause.anchor: _prose(clause) for clause in clauses}
    found: dict[str, str] = {}
    for anchor, forms in declared.items():
        for line, form in _forms(document, anchor, forms, list(prose), log):
            if form in found:
                log.report(line, f'"{excerpt(form)}" is defined twice', f'one clause; "{found[form]}" has it already')
            elif _is_used(form, anchor, prose, line, log):
                found[form] = anchor
    return found


def uses(clause: Clause, definitions: Mapping[str, str]) -> Iterator[Use]:
    """Where a clause first uses the terms of each definition, outside figures and references, in order."""
    if not definitions:
        return
    seen = {clause.anchor}
    for found in _pattern(tuple(definitions)).finditer(_prose(clause)):
        form = " ".join(found[0].split())
        anchor = definitions.get(form) or definitions[form[0].lower() + form[1:]]
        if anchor not in seen:
            seen.add(anchor)
            yield Use(found[0], anchor, found.start(), found.end())


def _forms(
    document: Yaml, anchor: str, forms: object, anchors: list[str], log: ProblemLog
) -> list[tuple[int, str]]:
    """The forms declared for a clause with their lines; none when the clause or the list is not as it should be."""
    line = document.line("definitions", anchor)
    if anchor not in anchors:
        found = f'a term is defined in clause "{excerpt(anchor)}", which is not there'
        log.report(line, found, "the anchor of a clause", did_you_mean(anchor, anchors))
        return []
    if not isinstance(forms, list) or not forms or not all(isinstance(each, str) and each.strip() for each in forms):
        found = f'the terms of "{excerpt(anchor)}" are «{excerpt(str(forms))}»'
        log.report(line, found, "a list of words, as [kjernetid, kjernetiden]")
        return []
    return [(document.line("definitions", anchor, at), " ".join(form.split())) for at, form in enumerate(forms)]


def _is_used(form: str, anchor: str, prose: Mapping[str, str], line: int, log: ProblemLog) -> bool:
    """Whether another clause uses the form where it can lead to the definition; reports one that none does."""
    others = [text for each, text in prose.items() if each != anchor]
    if any(_pattern((form,)).search(text) for text in others):
        return True
    words = sorted({word for text in others for word in WORD.findall(text)})
    found = f'no clause but "{anchor}" uses the term "{excerpt(form)}"'
    log.report(line, found, "a form of the word as another clause writes it", did_you_mean(form, words))
    return False


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms as a whole word, the longest first."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    either = "|".join(f"(?:{_first_letter(form)}{_rest(form)})" for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def _first_letter(form: str) -> str:
    small, capital = form[0], form[0].upper()
    has_capital = small != capital and capital.lower() == small
    return f"[{small}{capital}]" if has_capital else re.escape(small)


def _rest(form: str) -> str:
    """The form without its first letter; its words may stand on two lines."""
    return re.escape(form[1:]).replace(r"\ ", r"\s+")


def _prose(clause: Clause) -> str:
    """The clause's body with everything blank that cannot hold a link of its own; positions agree."""
    text = without_code(clause.body)
    spans = [(each.start, each.end) for each in (*clause.marks, *clause.references)]
    spans += [(caption.start, caption.table_start) for caption in clause.captions]
    spans += [found.span() for found in NOT_PROSE.finditer(text)]
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)
