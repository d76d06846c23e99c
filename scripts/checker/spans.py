"""Ranges of numbers as half-open spans, so that holes and overlaps are plain subtraction.

An end is a pair (number, 0 or 1): (95, 0) lies just before 95, (95, 1) just after it. Where only whole numbers occur,
`2-10` ends just before 11.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, inf

End = tuple[Fraction | float, int]
NOWHERE, FAR = (-inf, 0), (inf, 0)


@dataclass(frozen=True, order=True)
class Span:
    """From one end to another, the second not included."""

    start: End
    end: End

    def __bool__(self) -> bool:
        return self.start < self.end

    def common(self, other: "Span") -> "Span":
        return Span(max(self.start, other.start), min(self.end, other.end))

    def described(self, quantity: str, *, whole: bool) -> str:
        """The span as a formula, `95 <= x < 96`; of whole numbers the first and the last, `11-20`."""
        (low, low_side), (high, high_side) = self.start, self.end
        if whole:
            last = "" if high == inf else plain(high - 1)
            return f"{quantity} = {plain(low)}" if last == plain(low) else f"{quantity} = {plain(low)}–{last}"
        left = "" if low == -inf else f"{plain(low)} {'<' if low_side else '≤'} "
        right = "" if high == inf else f" {'≤' if high_side else '<'} {plain(high)}"
        return f"{quantity} = {plain(low)}" if low == high else f"{left}{quantity}{right}"


def span(lower: str | None, lower_in: bool, upper: str | None, upper_in: bool, *, whole: bool) -> Span:
    """The span of a printed range; an end left out is open."""
    start = NOWHERE if lower is None else (Fraction(lower), 0 if lower_in else 1)
    end = FAR if upper is None else (Fraction(upper), 1 if upper_in else 0)
    return Span(_first_whole(start), _first_whole(end)) if whole else Span(start, end)


def _first_whole(end: End) -> End:
    """Just before the first whole number that is not below the end."""
    number, side = end
    if number in (-inf, inf):
        return end
    return (Fraction(floor(number) + 1 if side else ceil(number)), 0)


def without(whole: Span, taken: list[Span]) -> list[Span]:
    """What is left of a span when others are taken away, in order."""
    left, position = [], whole.start
    for each in sorted(taken):
        if each.start > position:
            left.append(Span(position, min(each.start, whole.end)))
        position = max(position, each.end)
    return [each for each in [*left, Span(position, whole.end)] if each and each.start < whole.end]


def plain(number: Fraction) -> str:
    """A number as the texts print it: `99,5`."""
    return f"{(Decimal(number.numerator) / number.denominator).normalize():f}".replace(".", ",")
