"""Tables of prices: amounts that disagree with the percentage that leads to them, and prices left out."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from calculators.values.money import rounded_half_up
from scripts.agreements.model import Parameter
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.relations import above, below, same_supplier
from scripts.checker.spans import plain

DISCOUNT = "discount"  # last part of the name of a percentage that a price list grants
ROUNDING = Fraction(1, 200)  # a printed amount this near its percentage was meant to follow it
Column = dict[str, tuple[Fraction, str]]  # by row: the amount and its print


def findings(document: Document) -> Iterator[Finding]:
    for figure in document.parameters.values():
        if figure.figure["kind"] == "table":
            columns = {name: _amounts(figure, name) for name in figure.figure["columns"][1:]}
            yield from _off_percentage(document, figure, columns)
            yield from _left_out(document, figure, columns)


def _amounts(figure: Parameter, column: str) -> Column:
    cells = ((row["key"], row["cells"][column]) for row in figure.figure["rows"])
    return {key: (Fraction(cell["value"]), cell["text"]) for key, cell in cells if cell["kind"] == "money"}


def _off_percentage(document: Document, figure: Parameter, columns: dict[str, Column]) -> Iterator[Finding]:
    """Amounts of one column that are nearly, but not exactly, the share of another that the others keep to."""
    stated, reported = _stated_shares(document), []
    for full, cut in permutations(columns, 2):
        shares = _shares(columns[full], columns[cut])
        share = _kept_share(shares, stated)
        off = [key for key, found in shares.items() if share and 0 < abs(found - share) <= ROUNDING]
        for key in off:
            base, printed = columns[full][key], columns[cut][key]
            if (key, printed) not in reported:
                reported.append((key, printed))
                yield document.figure_finding(
                    "price-differs-from-percentage", figure, f"{figure.name} {key}", printed=quoted(printed[1]),
                    base=quoted(base[1]), percentage=_percent(1 - share), exact=_money(base[0] * share),
                    where=stated.get(share, ""),
                )  # fmt: skip


def _shares(full: Column, cut: Column) -> dict[str, Fraction]:
    """How much of one column the other is, row by row."""
    return {key: cut[key][0] / full[key][0] for key in full if key in cut and full[key][0]}


def _kept_share(shares: dict[str, Fraction], stated: dict[Fraction, str]) -> Fraction | None:
    """The share below one that a stated percentage gives, or that most rows keep to exactly, in whole percent."""
    for share in stated:
        if shares and all(abs(found - share) <= ROUNDING for found in shares.values()):
            return share
    counted = Counter(share for share in shares.values() if share < 1 and (share * 100).denominator == 1)
    share, times = counted.most_common(1)[0] if counted else (None, 0)
    return share if times > len(shares) / 2 else None


def _stated_shares(document: Document) -> dict[Fraction, str]:
    """What is left after each marked discount, of this document and those it belongs with, and where it is stated."""
    shares: dict[Fraction, str] = {}
    for each in (document, *above(document), *below(document)):
        for name, figure in each.parameters.items():
            if figure.figure["kind"] == "percentage" and name.split(".")[-1] == DISCOUNT:
                shares.setdefault(1 - Fraction(figure.figure["value"]) / 100, document.cite(each, figure.clause))
    return shares


def _left_out(document: Document, figure: Parameter, columns: dict[str, Column]) -> Iterator[Finding]:
    """A cell without an amount where another text has one, or where the row's other amounts are a share of it."""
    for row in figure.figure["rows"]:
        for column, cell in row["cells"].items():
            if cell["kind"] not in ("none", "text") or not columns[column]:
                continue
            elsewhere = _elsewhere(document, figure.name, row["key"], column)
            if elsewhere or _is_base(document, columns, row["key"], column):
                yield document.figure_finding(
                    "price-missing", figure, f"{figure.name} {row['key']} {column}", row=quoted(row["text"]),
                    column=_header(figure, column), elsewhere=elsewhere,
                )  # fmt: skip


def _is_base(document: Document, columns: dict[str, Column], row: str, column: str) -> bool:
    """Whether a column of the row holds what elsewhere in the table is a share of this one."""
    stated = _stated_shares(document)
    return any(row in cut and _kept_share(_shares(columns[column], cut), stated) for cut in columns.values())


def _header(figure: Parameter, column: str) -> str:
    printed = [cell.strip() for cell in figure.text.split("|")]
    return quoted(printed[figure.figure["columns"].index(column)])


def _elsewhere(document: Document, table: str, row: str, column: str) -> str:
    """The same cell in the same table of another text of the supplier: `«1450,-» (nettsoft/sales-summary Priser)`."""
    for other in same_supplier(document):
        figure = other.parameters.get(table)
        if figure and figure.figure["kind"] == "table" and column in figure.figure["columns"]:
            found = _amounts(figure, column).get(row)
            if found:
                return f"«{found[1]}» ({document.cite(other, figure.clause)})"
    return ""


def _percent(share: Fraction) -> str:
    return f"{plain(share * 100)} %"


def _money(amount: Fraction) -> str:
    return str(rounded_half_up(amount, 2)).replace(".", ",")
