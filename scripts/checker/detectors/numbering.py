"""Printed numbers: one carried by two clauses of the same list, and steps left out of a list."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted


@dataclass(frozen=True)
class Numbered:
    """A clause and its number in parts: `4.3.1` is (4, 3, 1)."""

    clause: Clause
    parts: tuple[int, ...]

    @property
    def stem(self) -> str:
        """The number without its last part, as the start of its siblings: `4.3.`"""
        return "".join(f"{part}." for part in self.parts[:-1])


def findings(document: Document) -> Iterator[Finding]:
    for listed in lists(document).values():
        repeated = list(_repeated(document, listed))
        yield from repeated or _gaps(document, listed)


def lists(document: Document) -> dict[tuple, list[Numbered]]:
    """The numbered clauses that count on from each other: the same stem, the same form, under the same heading.

    Headings of the top level count through the whole text; `4.1` and `4.2` belong together wherever they stand.
    """
    found: dict[tuple, list[Numbered]] = {}
    for clause in document.clauses:
        numbered = _numbered(clause)
        if numbered:
            is_paragraph = clause.heading is None and len(numbered.parts) == 1
            place = clause.parent if is_paragraph or (len(numbered.parts) == 1 and clause.level > 2) else None
            found.setdefault((numbered.stem, is_paragraph, place), []).append(numbered)
    return found


def _numbered(clause: Clause) -> Numbered | None:
    parts = (clause.number or "").split(".")
    return Numbered(clause, tuple(int(part) for part in parts)) if all(part.isdigit() for part in parts) else None


def _repeated(document: Document, listed: list[Numbered]) -> Iterator[Finding]:
    """One finding for a number, however often it is repeated, at the first clause that repeats it."""
    carrying: dict[tuple[int, ...], list[int]] = {}
    for at, each in enumerate(listed):
        carrying.setdefault(each.parts, []).append(at)
    for places in carrying.values():
        if len(places) > 1:
            first, again = listed[places[0]], listed[places[1]].clause
            others = [_with_meant(document, listed, at) for at in places[1:]]
            yield document.finding(
                "number-repeated", again, first.clause.number, number=first.clause.number, first=_name(first),
                others=", ".join(others),
            )  # fmt: skip


def _with_meant(document: Document, listed: list[Numbered], at: int) -> str:
    meant = _meant(document, listed[at], listed, at)
    return f"{_name(listed[at])} ({meant}?)" if meant else _name(listed[at])


def _name(numbered: Numbered) -> str:
    return quoted(numbered.clause.heading or numbered.clause.anchor)


def _meant(document: Document, numbered: Numbered, listed: list[Numbered], at: int) -> str:
    """The number that its own sub-clauses show, else the one its place in the list asks for."""
    under = document.descendants(numbered.clause)
    shown = {each.number.split(".")[0] for each in under if each.number and "." in each.number}
    if len(shown) == 1 and len(numbered.parts) == 1:
        return shown.pop()
    return "" if shown else f"{numbered.stem}{at + listed[0].parts[-1]}"


def _gaps(document: Document, listed: list[Numbered]) -> Iterator[Finding]:
    """Steps left out between two numbers, or before the first; a number alone starts no list."""
    previous = 0
    for each in listed:
        last = each.parts[-1]
        if last > previous + 1 and len(listed) > 1:
            missing = [f"{each.stem}{number}" for number in range(previous + 1, last)]
            yield document.finding(
                "number-gap", each.clause, each.clause.anchor, number=each.clause.number,
                missing=missing[0] if len(missing) == 1 else f"{missing[0]}–{missing[-1]}",
            )  # fmt: skip
        elif last < previous:
            yield document.finding(
                "number-gap",
                each.clause,
                each.clause.anchor,
                number=each.clause.number,
                missing=f"{each.stem}{previous + 1}",
            )
        previous = last
