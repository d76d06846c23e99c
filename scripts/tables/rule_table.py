"""Which rules of which supplier compute, by calculator, and how many worked cases hold each: a page of the guide."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from calculators.asking import Library, computed_rules
from calculators.registry import calculators
from calculators.words import LANGUAGES
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.publishing.calculator_pages import calculator_of, declared_rule, rule_address
from scripts.publishing.words import ROOT as FOLDER
from scripts.publishing.words import words
from scripts.setup.start import ROOT

PAGE = Path("guide") / "rules.md"


@dataclass(frozen=True)
class Row:
    """A rule that computes: its name, title, calculator, supplier and the number of its cases."""

    rule: str
    calculator: str
    supplier: str
    cases: int


def main(arguments: list[str]) -> int:
    """Write the page in every language; it changes only when the rules or the cases do."""
    library = {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}
    counted = cases_by_rule()
    for language in LANGUAGES:
        path = ROOT / "docs" / FOLDER[language] / PAGE
        path.write_text(rule_table(library, counted, language), encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


def cases_by_rule(tests: Path = ROOT / "tests") -> Counter[str]:
    """How many worked cases each rule has; those of a rule are also those of its twin in a text made from it."""
    found = _written(tests / "cases")
    for pair in json.loads((tests / "calculators" / "twins.json").read_text(encoding="utf-8")):
        for name in pair["rules"]:
            found[f"{pair['twin']}:{name}"] += found[f"{pair['of']}:{name}"]
    return found


def _written(folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    for path in sorted(folder.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            request = case.get("request", case)
            rule = request.get("rule") if isinstance(request, dict) else None  # a case may be of what is no request
            if isinstance(rule, str):
                found[rule] += 1
    return found


def rule_table(library: Library, cases: Mapping[str, int], language: str) -> str:
    """The page as Markdown: calculators by supplier, then every rule of each supplier."""
    said, rows = words(language)["rule_table"], list(_rows(library, cases))
    suppliers = {terms["supplier"]["id"]: terms["supplier"]["name"] for terms in library.values()}
    parts = [f"---\ntitle: {said['title']}\nlang: {language}\n---", f"# {said['title']}", said["lead"]]
    parts += [_overview(rows, suppliers, said, language)]
    for supplier, name in suppliers.items():
        own = [row for row in rows if row.supplier == supplier]
        parts += [f"## {name}", _rules(own, library, said, language)]
    return "\n\n".join(parts) + "\n"


def _rows(library: Library, cases: Mapping[str, int]) -> Iterator[Row]:
    for rule in computed_rules(library):
        terms = library[rule.partition(":")[0]]
        yield Row(rule, calculator_of(rule, library), terms["supplier"]["id"], cases.get(rule, 0))


def _overview(rows: list[Row], suppliers: Mapping[str, str], said: Mapping[str, str], language: str) -> str:
    each = words(language)["calculators"]["each"]
    lines = [_line([said["calculator"], *suppliers.values()]), _line(["---", *("---:" for _ in suppliers)])]
    for calculator in calculators():
        cells = [_cell([row for row in rows if (row.calculator, row.supplier) == (calculator, id)]) for id in suppliers]
        lines.append(_line([each[calculator]["title"], *cells]))
    return "\n".join(lines)


def _cell(rows: list[Row]) -> str:
    return f"{len(rows)} ({sum(row.cases for row in rows)})" if rows else "–"


def _rules(rows: list[Row], library: Library, said: Mapping[str, str], language: str) -> str:
    lines = [_line([said["rule"], said["question"], said["cases"]]), _line(["---", "---", "---:"])]
    for row in rows:
        up = "../" * (FOLDER[language].count("/") + 2)
        href = f"{up}{rule_address(row.rule, library, language).removeprefix('/')}"
        title = declared_rule(row.rule, library)["title"][language]
        lines.append(_line([f"`{row.rule}`", f'<a href="{href}">{title}</a>', str(row.cases)]))
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
