"""Tables of tiers: holes, overlaps, rows no value reaches, values that cannot occur, and tiers that reward nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from scripts.agreements.model import Parameter
from scripts.agreements.units import CURRENCIES, PERIOD_UNITS, QUANTITIES
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.spans import FAR, NOWHERE, Span, span, without

DIVISIBLE = {"%", *CURRENCIES, *PERIOD_UNITS, *QUANTITIES}
FOR_TROUBLE = {"case-credit", "availability-credit", "credit-of-uptime"}  # kinds whose tiers pay for what went wrong


@dataclass(frozen=True)
class Tiers:
    """A table of tiers as spans over its domain."""

    figure: Parameter

    @cached_property
    def whole(self) -> bool:
        """Whether only whole numbers occur: users, cases."""
        return self.figure.figure["unit"] not in DIVISIBLE

    @cached_property
    def rows(self) -> list[dict]:
        return self.figure.figure["tiers"]

    @cached_property
    def domain(self) -> Span:
        low, high = self.figure.figure["domain"]
        return span(low, True, high, True, whole=self.whole)

    @cached_property
    def printed(self) -> list[Span]:
        return [
            span(row["from"], row["from_included"], row["to"], row["to_included"], whole=self.whole)
            for row in self.rows
        ]

    @cached_property
    def reached(self) -> list[list[Span]]:
        """What each row is hit by: its span in the domain, without what the rows above it take."""
        return [without(own.common(self.domain), self.printed[:at]) for at, own in enumerate(self.printed)]

    @property
    def quantity(self) -> str:
        """What is measured, as the header of the first column says it."""
        return self.figure.text.split("|")[0].strip() or "x"

    def text(self, at: int) -> str:
        return quoted(self.rows[at]["text"])

    def value(self, at: int) -> Fraction:
        return Fraction(self.rows[at]["value"]["value"])


def findings(document: Document) -> Iterator[Finding]:
    for figure in document.parameters.values():
        if figure.figure["kind"] == "tiers":
            tiers = Tiers(figure)
            for check in (_holes, _overlaps, _unreachable, _outside, _out_of_order, _zero):
                yield from check(document, tiers)


def _holes(document: Document, tiers: Tiers) -> Iterator[Finding]:
    for hole in without(tiers.domain, tiers.printed):
        described = hole.described(tiers.quantity, whole=tiers.whole)
        below, above = _neighbours(tiers, hole)
        yield document.figure_finding(
            "tier-hole", tiers.figure, f"{tiers.figure.name} {described}", hole=described, below=below, above=above
        )


def _neighbours(tiers: Tiers, hole: Span) -> tuple[str, str]:
    below = [at for at, each in enumerate(tiers.printed) if each.end <= hole.start]
    above = [at for at, each in enumerate(tiers.printed) if each.start >= hole.end]
    under = max(below, key=lambda at: tiers.printed[at].end, default=None)
    over = min(above, key=lambda at: tiers.printed[at].start, default=None)
    return ("" if under is None else tiers.text(under), "" if over is None else tiers.text(over))


def _overlaps(document: Document, tiers: Tiers) -> Iterator[Finding]:
    """Two rows with both ends printed that share values and grant different things; open rows overlap by design."""
    closed = [at for at, each in enumerate(tiers.printed) if each.start != NOWHERE and each.end != FAR]
    for one, other in combinations(closed, 2):
        shared = tiers.printed[one].common(tiers.printed[other])
        if shared and tiers.value(one) != tiers.value(other):
            described = shared.described(tiers.quantity, whole=tiers.whole)
            yield document.figure_finding(
                "tier-overlap", tiers.figure, f"{tiers.figure.name} {described}", shared=described,
                one=tiers.text(one), other=tiers.text(other),
            )  # fmt: skip


def _unreachable(document: Document, tiers: Tiers) -> Iterator[Finding]:
    for at, reached in enumerate(tiers.reached):
        if not reached and tiers.printed[at].common(tiers.domain):
            yield document.figure_finding(
                "tier-unreachable", tiers.figure, f"{tiers.figure.name} {tiers.rows[at]['text']}", row=tiers.text(at)
            )


def _outside(document: Document, tiers: Tiers) -> Iterator[Finding]:
    """A printed end beyond the values that may occur, or a share above the whole."""
    low, high = (None if end is None else Fraction(end) for end in tiers.figure.figure["domain"])
    domain = tiers.domain.described(tiers.quantity, whole=tiers.whole)
    for row in tiers.rows:
        ends = [Fraction(row[key]) for key in ("from", "to") if row[key] is not None]
        beyond = [end for end in ends if (low is not None and end < low) or (high is not None and end > high)]
        too_much = row["value"].get("unit") == "%" and not 0 <= Fraction(row["value"]["value"]) <= 100
        if beyond or too_much:
            yield document.figure_finding(
                "tier-outside-domain", tiers.figure, f"{tiers.figure.name} {row['text']}", row=quoted(row["text"]),
                value=quoted(row["value"]["text"]), domain=domain,
            )  # fmt: skip


def _out_of_order(document: Document, tiers: Tiers) -> Iterator[Finding]:
    """A row whose grant is more, or less, than that of both its neighbours along the scale."""
    hit = sorted((reached[0], at) for at, reached in enumerate(tiers.reached) if reached)
    for (_, before), (_, at), (_, after) in zip(hit, hit[1:], hit[2:], strict=False):
        rises = [tiers.value(at) - tiers.value(before), tiers.value(after) - tiers.value(at)]
        if rises[0] * rises[1] < 0:
            yield document.figure_finding(
                "tier-order", tiers.figure, f"{tiers.figure.name} {tiers.rows[at]['text']}", row=tiers.text(at),
                value=quoted(tiers.rows[at]["value"]["text"]), one=tiers.text(before), other=tiers.text(after),
            )  # fmt: skip


def _zero(document: Document, tiers: Tiers) -> Iterator[Finding]:
    """A row that pays for trouble and includes no trouble at all."""
    kinds = {document.rules[name]["kind"] for name in document.readers.get(tiers.figure.name, ())}
    nothing = Span((Fraction(0), 0), (Fraction(1), 0))
    for at, own in enumerate(tiers.printed):
        if (
            tiers.whole
            and kinds & FOR_TROUBLE
            and own.common(nothing) == nothing
            and own != nothing
            and tiers.value(at)
        ):
            yield document.figure_finding(
                "tier-zero", tiers.figure, f"{tiers.figure.name} {tiers.rows[at]['text']}", row=tiers.text(at),
                value=quoted(tiers.rows[at]["value"]["text"]),
            )  # fmt: skip
