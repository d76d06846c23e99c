"""Figures the text does not state: a unit that is not printed, a figure a rule has to assume, several ways to read."""

import re
from collections.abc import Iterator

from calculators.wording import reading_label
from calculators.words import LANGUAGES, chosen, table
from scripts.agreements.languages import LANGUAGES as TEXT_LANGUAGES
from scripts.agreements.model import Clause, Mark
from scripts.agreements.wording import Wording, bare_number
from scripts.checker.bound_rules import rules_of_kind
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted

SOON = 30  # characters after a number within which its unit may still be printed
# Readings that are no finding of their own: what every text leaves open, and what an undefined term or an assumed
# figure already says.
MONTH_ENDS = {"clamped", "overflow-to-next-month", "elapsed-hours", "wall-clock-hours"}
TERMS = {"saturday-is-virkedag", "monday-to-friday", "only-1-and-17-may", "all-public-holidays"}
ASSUMED = {"weekdays-08-16", "clock-hours", "office-hours"}


def findings(document: Document) -> Iterator[Finding]:
    for clause in document.clauses:
        for mark in clause.marks:
            yield from _unit(document, clause, mark)
    for name, rule in document.rules.items():
        yield from _assumed(document, name, rule)
    yield from _readings(document)


def _unit(document: Document, clause: Clause, mark: Mark) -> Iterator[Finding]:
    """A bare number whose unit the author had to supply, and that no word close after it supplies."""
    figure = document.parameters.get(mark.name or "")
    unit = figure.figure.get("unit") if figure else None
    supplier = document.agreement.supplier
    if not unit or bare_number(mark.text, Wording.of(supplier.language, supplier.currency)) is None:
        return
    language = TEXT_LANGUAGES[supplier.language]
    printed = [word for word, meant in (language.units | language.counts).items() if meant == unit]
    after = document.prose[clause.anchor].text[mark.end : mark.end + SOON]
    if printed and not re.search(rf"\b(?:{'|'.join(map(re.escape, printed))})\b", after, re.IGNORECASE):
        yield document.finding(
            "unit-not-printed",
            clause,
            mark.name,
            mark.line,
            quote=quoted(mark.text),
            name=mark.name,
            unit=_spoken_unit(unit),
        )


def _spoken_unit(unit: str) -> dict[str, str]:
    """The unit in each language, many of it."""
    return {language: table("units").get(unit, {}).get(language, (unit, unit))[1] for language in LANGUAGES}


def _assumed(document: Document, name: str, rule: dict) -> Iterator[Finding]:
    for role, entry in (rule.get("assumed") or {}).items():
        said = {language: chosen(entry.get("words") or entry["value"], language) for language in LANGUAGES}
        yield document.finding(
            "figure-assumed", document.by_anchor[rule["clause"]], f"{name} {role}", rule=name, value=said,
            because={language: chosen(entry["because"], language) for language in LANGUAGES},
        )  # fmt: skip


def _readings(document: Document) -> Iterator[Finding]:
    """Rules that their author could not read in one way only; the same doubt in several rules is one finding."""
    doubts: dict[tuple[str, ...], list[str]] = {}
    for name, rule in document.rules.items():
        readings = rule.get("readings") or {}
        keys = tuple(key for key in (readings.get("default"), *readings.get("others", ())) if key)
        no_doubt = MONTH_ENDS | TERMS | (ASSUMED if rule.get("assumed") else set())
        if not set(keys) <= no_doubt and not set(keys[1:]) <= MONTH_ENDS:
            doubts.setdefault(keys, []).append(name)
    for keys, names in doubts.items():
        yield from _doubt(document, keys, names)


def _doubt(document: Document, keys: tuple[str, ...], names: list[str]) -> Iterator[Finding]:
    first = document.rules[names[0]]
    bound = next((rule for name, rule in rules_of_kind(document, first["kind"]) if name == names[0]), None)
    if bound is None:
        return
    labels = {language: [quoted(reading_label(bound, key, language)) for key in keys] for language in LANGUAGES}
    anchors = dict.fromkeys(document.rules[name]["clause"] for name in names)
    yield document.finding(
        "several-readings", document.by_anchor[first["clause"]], names[0], rule=names[0],
        title={language: quoted(chosen(first["title"], language)) for language in LANGUAGES},
        default={language: label[0] for language, label in labels.items()},
        others={language: ", ".join(label[1:]) for language, label in labels.items()},
        because={language: chosen(first["readings"].get("because"), language) for language in LANGUAGES},
        also=", ".join(document.reference(anchor) for anchor in list(anchors)[1:]),
    )  # fmt: skip
