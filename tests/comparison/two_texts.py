"""Two versions of an agreement from their Markdown, and a comparison of them as a few readable lines."""

import json
from collections.abc import Iterator, Sequence

from calculators.comparison.comparison import Comparison
from calculators.comparison.figures import FigureChange, Stated
from calculators.comparison.rules import RuleChange
from calculators.comparison.runs import Redline, TableChange
from calculators.comparison.tokens import Break, Table, Token
from calculators.outcome import json_value
from scripts.agreements.model import Agreement, Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.version_json import version_json
from scripts.agreements.versions import read_version

SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})
HEAD = "---\ntitle: Lagring\nsummary: Vilkår.\neffective_date: {day}\nrecorded_on: {day}\n{rules}---\n"
SIGNS = {
    "same": "{}",
    "removed": "[-{}-]",
    "added": "{{+{}+}}",
    "reformatted": "<look: {}>",
    "retargeted": "<leads elsewhere: {}>",
}


def stated(markdown: str, day: str, rules: str = "") -> dict:
    """The JSON of a version whose clauses stand in the Markdown; with front matter of its own, or a plain one."""
    text = markdown if markdown.startswith("---\n") else HEAD.format(day=day, rules=rules) + markdown
    version = read_version(text, day, "example/storage", SUPPLIER, ProblemLog("text.md"))
    agreement = Agreement("example/storage", SUPPLIER, (version,))
    return json.loads(json.dumps(version_json(agreement, version)))


def clause_lines(comparison: Comparison) -> Iterator[str]:
    """Each clause on a line: anchor, fates, redline; the unchanged ones by their anchors alone."""
    for change in comparison.clauses:
        if not change.fates:
            yield f"{change.clause.anchor} as it was"
            continue
        old, new = (each.number if each else None for each in (change.old, change.new))
        number = f" {old} -> {new}" if "renumbered" in change.fates else ""
        after = f" after {change.after.anchor if change.after else 'nothing'}" if "moved" in change.fates else ""
        yield f"{change.clause.anchor} {', '.join(change.fates)}{number}{after}"
        for runs in (change.heading, change.text):
            if runs:
                yield from (f"    {line}".rstrip() for line in written(runs).split("\n"))


def written(redline: Redline) -> str:
    """A redline on a line per block: [-gone-], {+new+}."""
    return "".join(_table(run.table) if run.table else _run(run.op, run.new or run.old) for run in redline).strip()


def _run(op: str, tokens: Sequence[Token]) -> str:
    text = plain(tokens)
    inner = text.strip(" \n")
    if op == "same" or not inner:
        return text if op == "same" else text.replace("\n", f"\n({op}) ")
    before, after = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
    return f"{before}{SIGNS[op].format(inner)}{after}"


def plain(tokens: Sequence[Token]) -> str:
    """Tokens as text: each block on its line, an item with its sign, a table row by row."""
    parts = []
    for token in tokens:
        if isinstance(token, Break):
            sign = "- " if token.kind == "item" else ""
            parts.append("\n" if token.kind == "line" else f"\n{'  ' * token.depth}{sign}")
        elif isinstance(token, Table):
            parts += ["\n| " + " | ".join(plain(cell) for cell in row) + " |" for row in token.rows]
        else:
            parts.append(" " * token.space + token.text)
    return "".join(parts)


def _table(table: TableChange) -> str:
    rows = ("| " + " | ".join(written(cell) for cell in row.cells) + " |" for row in table.rows)
    return "".join(f"\n{row}" for row in rows)


def figure_lines(comparison: Comparison) -> Iterator[str]:
    """Each figure on a line, with its heading and the words around it; cells of tables below."""
    for figure in comparison.figures:
        heading = (figure.new or figure.old).heading
        yield f"{figure.name} {figure.op} «{heading}»: {_sides(figure)}{_apart(figure)}"
        for cell in figure.cells:
            yield f"    {cell.row} / {cell.column}: {cell.old or '-'} -> {cell.new or '-'}"


def _sides(figure: FigureChange) -> str:
    return " -> ".join(_said(each) for each in (figure.old, figure.new))


def _said(each: Stated | None) -> str:
    return f"{each.before}|{each.text}|{each.after} ({each.clause.anchor})" if each else "-"


def _apart(figure: FigureChange) -> str:
    found = figure.difference
    return f" by {'+' if found.is_more else '-'}{found.amount}" if found else ""


def rule_lines(comparison: Comparison) -> Iterator[str]:
    """Each rule on a line: what it gives under the old text and under the new."""
    for rule in comparison.rules:
        yield f"{rule.name} {rule.op}{_results(rule)}"


def _results(rule: RuleChange) -> str:
    if not (rule.old and rule.new and rule.old.outcome and rule.new.outcome):
        return ""
    before, after = (json_value(given.outcome.result) for given in (rule.old, rule.new))
    return f" {json.dumps(dict(rule.inputs))}: {json.dumps(before)} -> {json.dumps(after)}"
