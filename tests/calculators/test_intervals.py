"""Laws of elapsed time: whatever the intervals, nothing is lost, doubled or invented."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from calculators.values.intervals import Interval, common, merged, total, without

edges = st.integers(0, 40)
intervals = st.lists(st.builds(Interval, edges, edges), max_size=8)
seconds = range(41)


def covered(parts: list[Interval]) -> set[int]:
    """The seconds that lie in any of the parts, one by one; a reversed one holds none."""
    return {second for start, end in parts for second in range(start, end)}


@given(intervals)
def test_merging_keeps_every_second_once(parts):
    whole = merged(parts)
    assert covered(whole) == covered(parts)
    assert all(one.end < other.start for one, other in pairwise(whole))
    assert all(part.seconds > 0 for part in whole)
    assert merged(whole) == whole


@given(intervals, intervals)
def test_common_time_is_what_lies_in_both(first, second):
    assert covered(common(first, second)) == covered(first) & covered(second)
    assert common(first, second) == common(second, first)
    assert merged(common(first, second)) == common(first, second)


@given(intervals, intervals)
def test_the_rest_is_what_lies_in_the_first_alone(first, second):
    assert covered(without(first, second)) == covered(first) - covered(second)
    assert merged(without(first, second)) == without(first, second)


@given(intervals, intervals)
def test_shared_time_and_the_rest_sum_to_the_whole(first, second):
    assert total(common(first, second)) + total(without(first, second)) == total(first) == len(covered(first))


@given(intervals, st.permutations(range(8)))
def test_the_order_of_intervals_says_nothing(parts, order):
    shuffled = [parts[place] for place in order if place < len(parts)]
    assert merged(shuffled) == merged(parts)
