"""Tables of tiers: which row a value hits, and where the table has a hole (convention 13)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Tier:
    """One row: the range it covers, open-ended where a limit is None, and what it grants."""

    lower: Fraction | None
    lower_included: bool
    upper: Fraction | None
    upper_included: bool
    value: Any
    text: str

    def holds(self, x: Fraction) -> bool:
        above = self.lower is None or x > self.lower or (self.lower_included and x == self.lower)
        below = self.upper is None or x < self.upper or (self.upper_included and x == self.upper)
        return above and below


@dataclass(frozen=True)
class Hole:
    """A range that no row covers, and the rows on its two sides."""

    lower: Fraction
    lower_included: bool
    upper: Fraction
    upper_included: bool
    below: Tier
    above: Tier

    def described(self, quantity: str) -> str:
        """Return the hole as a formula: "95 <= uptime < 96"."""
        left, right = ("<=" if self.lower_included else "<"), ("<=" if self.upper_included else "<")
        return f"{_plain(self.lower)} {left} {quantity} {right} {_plain(self.upper)}"


@dataclass(frozen=True)
class TierTable:
    """Rows in printed order; the first that holds the value is the one hit."""

    tiers: tuple[Tier, ...]
    quantity: str
    unit: str

    def hit(self, x: Fraction) -> Tier | None:
        """Return the first row that holds the value, or None in a hole."""
        return next((tier for tier in self.tiers if tier.holds(x)), None)

    def hole_around(self, x: Fraction) -> Hole | None:
        """Return the hole the value lies in, with the nearest rows; None where a row holds it or nothing bounds it."""
        if self.hit(x) is not None:
            return None
        below = [t for t in self.tiers if t.upper is not None and t.upper <= x]
        above = [t for t in self.tiers if t.lower is not None and t.lower >= x]
        if not below or not above:
            return None
        under = max(below, key=lambda t: (t.upper, t.upper_included))
        over = min(above, key=lambda t: (t.lower, not t.lower_included))
        return Hole(under.upper, not under.upper_included, over.lower, not over.lower_included, under, over)


def _plain(value: Fraction) -> str:
    return f"{(Decimal(value.numerator) / value.denominator).normalize():f}"
