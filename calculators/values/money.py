"""Amounts with their currency, rounded half up to the smallest unit once per invoice line."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Money:
    """An amount in one currency, exact until `rounded`."""

    amount: Decimal
    currency: str

    def rounded(self) -> "Money":
        """Return the amount rounded half up to 0.01, as calculation convention 14 says for an invoice line."""
        return self.times(1)

    def times(self, factor: Decimal | Fraction | int) -> "Money":
        """Return the amount times the factor, rounded half up to 0.01; exact before the rounding."""
        return Money(rounded_half_up(Fraction(self.amount) * Fraction(factor), 2), self.currency)

    @classmethod
    def of(cls, exact: Fraction, currency: str) -> "Money":
        """Return an exact value as an amount, rounded half up to 0.01."""
        return cls(rounded_half_up(exact, 2), currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - other.amount, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < other.amount


def rounded_half_up(value: Fraction, places: int) -> Decimal:
    """Return `value` with so many decimals; a half is rounded away from zero."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return _placed(whole if value >= 0 else -whole, places)


def cut(value: Fraction, places: int) -> Decimal:
    """Return `value` with so many decimals, cut toward zero, so that a share is never shown better than it is."""
    scaled = abs(value) * 10**places
    whole = scaled.numerator // scaled.denominator
    return _placed(whole if value >= 0 else -whole, places)


def _placed(digits: int, places: int) -> Decimal:
    """Return the digits with so many of them after the point; exact, however many there are."""
    sign, figures, _ = Decimal(digits).as_tuple()
    return Decimal((sign, figures, -places))
