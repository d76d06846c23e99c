"""Laws of amounts, shares and tables of tiers: exact, rounded once, and holes found."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.contract.terms import versions
from calculators.registry import bound_rule
from calculators.values.money import Money, cut, rounded_half_up
from calculators.values.tiers import Tier, TierTable

amounts = st.decimals(0, 10**15, places=4, allow_nan=False, allow_infinity=False)
fractions = st.fractions(-(10**6), 10**6)
places = st.integers(0, 6)


@given(fractions, places)
def test_rounding_is_off_by_at_most_a_half(value, decimals):
    rounded = Fraction(rounded_half_up(value, decimals))
    assert abs(rounded - value) <= Fraction(1, 2 * 10**decimals)
    assert rounded * 10**decimals == int(rounded * 10**decimals)


@given(fractions, places)
def test_a_share_is_never_shown_better_than_it_is(value, decimals):
    shown = Fraction(cut(value, decimals))
    assert abs(shown) <= abs(value) < abs(shown) + Fraction(1, 10**decimals)


@given(amounts, st.fractions(0, 1000))
def test_an_amount_is_rounded_once_and_keeps_every_digit(amount, factor):
    net = Money(amount, "NOK").times(factor)
    assert net.amount.as_tuple().exponent == -2
    assert abs(Fraction(net.amount) - Fraction(amount) * factor) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("0.005", "0.01"), ("0.004999", "0.00"), ("1.005", "1.01"), ("2.675", "2.68"), ("0.015", "0.02"), ("-0", "0.00")],
)
def test_a_half_is_rounded_up(amount, rounded):
    assert str(Money(Decimal(amount), "NOK").rounded().amount) == rounded


numbers = st.integers(0, 12)


@st.composite
def tables(draw) -> TierTable:
    """Tables of ranges between whole numbers, in any order, overlapping or with holes, some without an end."""
    rows = []
    for value in range(draw(st.integers(1, 4))):
        low = draw(numbers)
        high = low + draw(st.integers(1, 6))
        low, high = draw(st.sampled_from([(low, high), (None, high), (low, None)]))
        ends = (None if end is None else Fraction(end) for end in (low, high))
        lower, upper = ends
        rows.append(Tier(lower, draw(st.booleans()), upper, draw(st.booleans()), Fraction(value), ""))
    return TierTable(tuple(rows), "cases", "cases")


@given(tables(), st.fractions(0, 12, max_denominator=2))
def test_a_value_hits_the_first_row_that_holds_it_or_a_hole(table, value):
    holding = [tier for tier in table.tiers if tier.holds(value)]
    hit, hole = table.hit(value), table.hole_around(value)
    assert hit == (holding[0] if holding else None)
    if hole:
        assert hit is None
        assert hole.lower <= value <= hole.upper
        assert hole.lower_included or hole.lower < value
        assert hole.upper_included or value < hole.upper


@given(tables(), st.fractions(0, 12, max_denominator=4), st.fractions(0, 12, max_denominator=4))
def test_no_value_inside_a_hole_hits_a_row(table, value, other):
    hole = table.hole_around(value)
    if hole and hole.lower < other < hole.upper:
        assert table.hit(other) is None


@given(tables(), st.fractions(0, 12, max_denominator=2))
def test_a_value_without_row_lies_in_a_hole_unless_nothing_bounds_it(table, value):
    below = any(tier.upper is not None and tier.upper <= value for tier in table.tiers)
    above = any(tier.lower is not None and tier.lower >= value for tier in table.tiers)
    assert (table.hole_around(value) is not None) == (table.hit(value) is None and below and above)


@given(st.fractions(0, 100))
def test_the_hole_of_the_uptime_table_is_found_everywhere(library, uptime):
    """Between 95 and 96 %, 95 itself included, no row grants anything."""
    [version] = versions(library["nettsoft/vps-access"])
    table = bound_rule(version, "credit-tier").value("tiers")
    assert (table.hit(uptime) is None) == (95 <= uptime < 96)
