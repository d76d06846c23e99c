"""`comparison`: how long CPython takes to compare two versions of one agreement, and to make the page of it."""

import random
from collections.abc import Callable
from statistics import median
from time import process_time

from calculators.comparison.alignment import aligned
from calculators.comparison.clauses import changed_clauses
from calculators.comparison.comparison import compare
from calculators.comparison.figures import changed_figures
from calculators.comparison.page import compared
from calculators.comparison.rules import changed_rules
from calculators.comparison.versions import read_version as read_stated
from scripts.agreements.model import Agreement, Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.version_json import version_json
from scripts.agreements.versions import read_version

SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})
WORDS = (
    "avtalen kunden leverandøren tjenesten varsel skriftlig senest måneden fakturaen beløpet ansvaret tap forsinkelse "
    "feil retting melding oppsigelse levering programvare serveren data sikkerhet tilgang bruk vilkår pris endring "
    "gjelder skal kan må har er blir når dersom etter før uten med for til av og eller ikke som den det"
)
WORDS_PER_CLAUSE = 60
FEWEST_CLAUSES = 9  # one for each edit, and one in peace
FRONT_MATTER = """---
title: Lagring
summary: Vilkår.
effective_date: {day}
recorded_on: {day}
rules:
  notice:
    kind: notice-end
    title: {{nb: Oppsigelse, sv: Uppsägning, en: Notice}}
    figures: {{notice: notice.period}}
    settings: {{counted_from: month-end}}
    example: {{notice_date: 2026-02-10}}
  reopening:
    kind: fixed-fee
    title: {{nb: Gjenåpning, sv: Återöppning, en: Reopening}}
    figures: {{fee: reopening.fee}}
    example: {{}}
---
"""


def comparison(words: int, rounds: int) -> str:
    """The median of each part in milliseconds, for two versions of so many words that eight edits separate."""
    old, new = pair_of_versions(words)
    before, after = read_stated(old), read_stated(new)
    alignment = aligned(before, after)
    clauses = changed_clauses(before, after, alignment)
    parts: dict[str, Callable[[], object]] = {
        "clauses": lambda: changed_clauses(before, after, aligned(before, after)),
        "figures": lambda: changed_figures(before, after, clauses),
        "rules": lambda: changed_rules(before, after, {}),
        "the whole comparison": lambda: compare(old, new),
        "and its page's contents": lambda: compared(old, new),
    }
    count = sum(len(clause["text"].split()) for clause in new["clauses"])
    lines = [f"{name:26}{_milliseconds(part, rounds):9.1f} ms" for name, part in parts.items()]
    return "\n".join([f"{count} words, {len(clauses)} clauses, {rounds} rounds, medians of processor time", *lines])


def _milliseconds(part: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        started = process_time()
        part()
        taken.append(process_time() - started)
    return median(taken) * 1000


def pair_of_versions(words: int) -> tuple[dict, dict]:
    """Two versions of an invented agreement, separated by eight edits."""
    clauses = [_clause(number) for number in range(max(FEWEST_CLAUSES, words // WORDS_PER_CLAUSE))]
    places = [len(clauses) * edit // FEWEST_CLAUSES for edit in range(FEWEST_CLAUSES)]
    edited = list(clauses)
    edited[0] = edited[0].replace("[3 måneder]", "[1 måned]").replace("[kr 1000,-]", "[kr 1500,-]")
    edited[places[1]] = edited[places[1]].replace("Vilkår ", "Regler ", 1)
    edited[places[2]] += " Dette gjelder også når kunden ikke har svart."
    edited[places[3]] = edited[places[3]].replace("Vilkår ", "**Vilkår** ", 1)
    edited[places[4]] = _clause(len(clauses))
    edited[places[5]] = edited[places[5]].replace("Overskrift", "Ny overskrift", 1)
    edited.append(edited.pop(places[6]))
    del edited[places[7]]
    return _stated(clauses, "2026-01-01"), _stated(edited, "2026-07-01")


def _clause(number: int) -> str:
    chosen = random.Random(number).choices(WORDS.split(), k=WORDS_PER_CLAUSE - 1)
    figures = " Fristen er [3 måneder]{notice.period}, gebyret [kr 1000,-]{reopening.fee}." if number == 0 else ""
    return f"## {number + 1} Overskrift {number} {{#clause-{number}}}\n\nVilkår {' '.join(chosen)}.{figures}"


def _stated(clauses: list[str], day: str) -> dict:
    text = FRONT_MATTER.format(day=day) + "\n\n".join(clauses) + "\n"
    version = read_version(text, day, "example/storage", SUPPLIER, ProblemLog("text.md"))
    return version_json(Agreement("example/storage", SUPPLIER, (version,)), version)
