"""Terms that a rule depends on and the text never defines: working day, office hours, weekend."""

import re
from collections.abc import Iterator

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.relations import above
from scripts.checker.seldom import Seldom

CLOCK = re.compile(r"\b(?:kl\.? ?)?\d{1,2}[.:]?\d{0,2} ?(?:[–-]|til|till|to) ?\d{1,2}(?:[.:]\d{2})?\b")
REACH = 60  # characters within which a definition stands after the word
TIMELESS = ("at-once", "any-of", "exempt-cause", "listed-word", "report-channel")  # kinds of rule that count no time
DAY = {"nb": "dag", "sv": "dag", "en": "day"}


def findings(document: Document) -> Iterator[Finding]:
    depending = _depending(document)
    for name, forms, needs in document.vocabulary.terms:
        uses = [(clause, found) for clause in depending if (found := _use(document, clause, forms))]
        if uses and not any(_defines(each, name, forms, needs) for each in (document, *above(document))):
            yield _finding(document, name, uses)
    yield from _days_of_service(document)


def _depending(document: Document) -> list[Clause]:
    """The clauses that a rule which may count time reads."""
    ruled = document.ruled_clauses(TIMELESS)
    return [clause for clause in document.clauses if clause.anchor in ruled]


def _use(document: Document, clause: Clause, forms: Seldom) -> re.Match[str] | None:
    """Where a clause relies on the term; not where it says that the term is not meant, as in `(ikke virkedager)`."""
    prose = document.prose[clause.anchor]
    return next((found for found in prose.found(forms) if not _is_beside(document, prose.text[: found.start()])), None)


def _is_beside(document: Document, before: str) -> bool:
    aside = rf"{document.vocabulary.pattern('beside_the_point').pattern}\s+$"
    return bool(re.search(aside, before, re.IGNORECASE))


def _finding(document: Document, name: str, uses: list[tuple[Clause, re.Match[str]]]) -> Finding:
    """One finding for a term, at the first clause that depends on it."""
    clause, found = uses[0]
    prose = document.prose[clause.anchor]
    others = ", ".join(each.reference for each, _ in uses[1:])
    return document.finding(
        "term-undefined", clause, name, prose.line(found.start()), term=quoted(found[0]), others=others,
        sentence=quoted(prose.sentence_at(found.start()).text),
    )  # fmt: skip


def _defines(document: Document, name: str, forms: Seldom, needs: str) -> bool:
    return document.may_have(forms) and any(
        _defines_in(document, clause, forms, needs)
        for clause in document.clauses
        if forms.may_stand_in(document.prose[clause.anchor].folded)
    )


def _defines_in(document: Document, clause: Clause, forms: Seldom, needs: str) -> bool:
    """A heading, a mark on the word in a clause that names its days, or a sentence that says what it means."""
    prose = document.prose[clause.anchor]
    is_marked = any(forms.pattern.fullmatch(mark.text.strip(" .:")) and mark.name for mark in clause.marks)
    if _heads(clause, forms) or is_marked and document.vocabulary.pattern("weekdays").search(prose.text):
        return True
    return any(_says(document, prose.text, found, needs) for found in prose.found(forms))


def _heads(clause: Clause, forms: Seldom) -> bool:
    return bool(forms.pattern.fullmatch((clause.heading or "").strip(" .:")))


def _says(document: Document, text: str, found: re.Match[str], needs: str) -> bool:
    """Whether the words after the term, up to the end of the sentence, say when it is."""
    after = re.split(r"[.;](?=\s|$)", text[found.end() : found.end() + REACH])[0]
    before = re.split(r"[.;](?=\s)", text[max(0, found.start() - REACH) : found.start()])[-1]
    pattern = document.vocabulary.pattern
    if pattern("means").search(f"{before} {after}"):
        return True
    if needs == "clock":
        return bool(CLOCK.search(after))
    return bool(pattern("weekdays" if needs == "days" else "days_of_rest").search(after))


def _days_of_service(document: Document) -> Iterator[Finding]:
    """A time of response in days that runs in hours of service: how long is such a day?"""
    word = DAY[document.agreement.supplier.language]
    for name, rule in document.rules.items():
        figures = rule.get("figures") or {}
        timed = [figures.get(role) for role in ("response", "fix_start") if figures.get(role)]
        if rule["kind"] == "response-deadline" and "hours" in figures and _in_days(document, timed):
            clause = document.by_anchor[rule["clause"]]
            yield document.finding(
                "term-undefined", clause, f"{word} {name}", term=quoted(word), sentence=_in_days(document, timed)
            )


def _in_days(document: Document, named: object) -> str:
    """The times that are stated in days, as printed."""
    cells = [cell for name in _names(named) for cell in _cells(document, name) if cell.get("unit") == "days"]
    return ", ".join(dict.fromkeys(quoted(cell["text"]) for cell in cells))


def _names(named: object) -> Iterator[str]:
    if isinstance(named, str):
        yield named
    else:
        for inner in named.values() if isinstance(named, dict) else named:
            yield from _names(inner)


def _cells(document: Document, name: str) -> Iterator[dict]:
    """The figures a name stands for: one, or those of a table's column, each with its print."""
    table, _, column = name.partition("/")
    parameter = document.parameters[table]
    if parameter.figure["kind"] == "table":
        yield from (row["cells"][column] for row in parameter.figure["rows"])
    else:
        yield {**parameter.figure, "text": parameter.text}
